import { createCrypto, newSecret } from '/work/main/packages/server/platform/crypto.ts';
import { openDatabase } from '/work/main/packages/server/platform/database.ts';
import { migrate } from '/work/main/packages/server/platform/migrate.ts';
import { startTestPostgres } from '/work/main/packages/server/platform/postgres/test-server.ts';
import { createAuth } from '/work/main/packages/server/people/auth.ts';
const server = await startTestPostgres(); const database = openDatabase(server.url); await migrate(database);
await database.owner.query(`insert into unit (id, code, path, level, kind, name, name_en) values (1, 'C', '/1/', 'city', 'government', '市', 'City')`);
let now = Date.now();
let t0 = performance.now();
const auth = createAuth({ database, crypto: createCrypto(newSecret()), publicUrl: null, demo: true, deliverCode: null, clock: () => now });
const list = Array.from({ length: 600 }, (_, i) => ({ account: `a${i}`, username: `u${i}`, name: 'n', nameEn: 'n', unit: 1, roles: ['handler'], password: 'demo' }));
console.log('createAuth', performance.now() - t0);
t0 = performance.now(); await auth.createStaff(list); console.log('600 staff', performance.now() - t0);
t0 = performance.now(); const { cookies } = await auth.signInStaff('u1', 'demo', { ip: '1.2.3.4', userAgent: 'x' }); console.log('first sign-in', performance.now() - t0);
t0 = performance.now(); await auth.signInStaff('u1', 'demo', { ip: '1.2.3.4', userAgent: 'x' }); console.log('second sign-in', performance.now() - t0);
const cookie = cookies[0]!.split(';')[0]!;
for (let round = 0; round < 2; round++) {
  t0 = performance.now(); const n = 200_000; for (let i = 0; i < n; i++) await auth.whoIs(cookie); console.log('kept us', (performance.now() - t0) / n * 1000);
  t0 = performance.now(); const m = 5000; for (let i = 0; i < m; i++) { now += 5000; await auth.whoIs(cookie); } console.log('read, one at a time us', (performance.now() - t0) / m * 1000);
}
t0 = performance.now(); await Promise.all(Array.from({length: 16}, async () => { const c = (await auth.signInStaff('u2','demo',{ip:'1.2.3.4',userAgent:null})).cookies[0]!.split(';')[0]!; for (let i=0;i<1000;i++) { now += 5001; await auth.whoIs(c); } })); console.log('16 at once: per read us incl. 16 sign-ins', (performance.now()-t0)/16000*1000);
console.log(await database.owner.query(`explain (analyze, buffers) select s.expires_at, u.name, u.phone_number, st.account, st.active
     from auth_session s join auth_user u on u.id = s.user_id left join staff st on st.account = u.id where s.token = $1`, [decodeURIComponent(cookie.split('=')[1]!).split('.')[0]]));
await database.close(); await server.stop();
