import { randomUUID } from 'node:crypto';
import { crewOf } from '@suban/demo-city/accounts.ts';
import { problem } from '@suban/domain/api.ts';
import {
  accounts,
  activationIssued,
  changeLog,
  changePreview,
  changePublished,
  matterList,
  unitList,
  unitOne,
} from '@suban/domain/api-reference.ts';
import {
  type AccountEntry,
  type MatterEntry,
  matterEntry,
  type UnitEntry,
  unitEntry,
} from '@suban/domain/reference/entries.ts';
import { functionsOf, matterFaults } from '@suban/domain/reference/matter-rules.ts';
import { unitFaults } from '@suban/domain/reference/unit-rules.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCity } from '../city.ts';
import { allMatters } from './matters-store.ts';
import { allUnits } from './units-store.ts';
import { createApp } from '../serve.ts';
import { type Answer, type Client, createClient, read } from '../testing/client.ts';
import { createStory } from '../testing/story.ts';
import { createTestCity, type TestCity } from '../testing/test-city.ts';

let city: TestCity;
let story: ReturnType<typeof createStory>;
let system: Client;
let security: Client;
let auditor: Client;
beforeAll(async () => {
  city = await createTestCity();
  story = createStory(city);
  system = city.as('system-admin');
  security = city.as('security-admin');
  auditor = city.as('auditor');
});
afterAll(() => city.close());

type List = 'units' | 'accounts' | 'matters';
type Edit = { key: string; base: number | null; entry: object };
const refused = (answer: Answer) => `${answer.status} ${problem.parse(answer.body).code}`;
const why = ({ body }: Answer) =>
  (problem.parse(body).fields ?? []).map(({ path, message }) => `${path} ${message}`);
const send = (client: Client, list: List, edits: readonly Edit[], fields: object = {}) =>
  client.post(`/api/manage/${list}`, { requestId: randomUUID(), why: '机构改革', edits, ...fields });
const publish = async (client: Client, list: List, ...edits: Edit[]) =>
  read(await send(client, list, edits), 201, changePublished);

const unit = async (key: string) => read(await system.get(`/api/manage/units/${key}`), 200, unitOne);
const matter = async (key: string) => {
  const [found] = read(await system.get(`/api/manage/matters?key=${key}`), 200, matterList).items;
  if (!found) throw new Error(`no matter ${key}`);
  return found;
};
const account = async (username: string) => {
  const [found] = read(await system.get(`/api/command/accounts?key=${username}`), 200, accounts).items;
  if (!found) throw new Error(`no account ${username}`);
  const { name, nameEn, unitCode, roles, active, changed } = found;
  const entry: AccountEntry = { name, nameEn, unit: unitCode, roles, active };
  return { key: username, changed, entry, found };
};
const edited = <E extends object>(
  { key, changed, entry }: { key: string; changed: number; entry: E },
  fields: Partial<E>,
): Edit => ({ key, base: changed, entry: { ...entry, ...fields } });
const changes = async (query = '', client = system) =>
  read(await client.get(`/api/manage/changes?${query}`), 200, changeLog).items;
const undo = (client: Client, id: number) =>
  client.post(`/api/manage/changes/${id}/undo`, { requestId: randomUUID(), why: '撤销' });
/** Refused, and not one row of any table more or less. */
async function unchanged(code: string, ask: () => Promise<Answer>): Promise<string[]> {
  const before = await city.counts();
  const answer = await ask();
  expect(refused(answer)).toBe(code);
  expect(await city.counts()).toEqual(before);
  return why(answer);
}

const newUnit: UnitEntry = {
  parent: 'SZ-FT',
  level: 'district',
  kind: 'department',
  function: 'street-cats',
  name: '福田区流浪动物管理所',
  nameEn: 'Futian Stray Animals Office',
  firstLine: false,
  phone: '0755-88001999',
  phoneHours: '工作日 09:00–18:00',
  active: true,
};

describe('who may', () => {
  const everyone = ['dispatcher', 'mayor', 'analyst', 'yl-leader', 'auditor', 'supervisor'];

  test('only the two administrators work on the lists, and each on their own', async () => {
    const calls = (client: Client) => [
      client.get('/api/manage/matters'),
      client.get('/api/manage/units/SZ'),
      client.get('/api/manage/catalogue.csv'),
      send(client, 'units', [{ key: 'SZ-FT-D-X', base: null, entry: newUnit }]),
      client.post('/api/manage/units/preview', { edits: [{ key: 'SZ-FT-D-X', base: null, entry: newUnit }] }),
    ];
    const before = await city.counts();
    for (const username of [...everyone, 'security-admin'])
      for (const answer of await Promise.all(calls(city.as(username))))
        expect({ username, code: refused(answer) }).toEqual({ username, code: '403 not-allowed' });
    for (const username of everyone)
      for (const url of ['/api/manage/units', '/api/command/accounts'])
        expect(refused(await city.as(username).get(url))).toBe('403 not-allowed');
    for (const answer of await Promise.all(calls(city.citizen)))
      expect(refused(answer)).toBe('401 sign-in-first');
    expect(await city.counts()).toEqual(before);
  });

  test('the record of changes is the auditor’s too, and nobody else’s', async () => {
    for (const username of everyone.filter((each) => each !== 'auditor'))
      expect(refused(await city.as(username).get('/api/manage/changes'))).toBe('403 not-allowed');
    expect((await auditor.get('/api/manage/changes')).status).toBe(200);
    expect((await security.get('/api/manage/changes?list=account')).status).toBe(200);
    expect(refused(await security.get('/api/manage/changes?list=unit'))).toBe('403 not-allowed');
    expect(
      refused(await auditor.post('/api/manage/changes/1/undo', { requestId: randomUUID(), why: 'x' })),
    ).toBe('403 not-allowed');
  });

  test('neither administrator reads an appeal', async () => {
    const { number } = await story.dispatched();
    for (const client of [system, security])
      expect((await client.get(`/api/desk/cases/${number}`)).status).toBeGreaterThanOrEqual(403);
  });
});

describe('units', () => {
  test('one is added, changed and closed; the directory follows at once, and all of it stands on record', async () => {
    const key = 'SZ-FT-D-MAO';
    const { change } = await publish(system, 'units', { key, base: null, entry: newUnit });
    const listed = async () => JSON.stringify((await city.citizen.get('/api/directory?q=88001999')).body);
    expect(await listed()).toContain('福田区流浪动物管理所');
    expect(await unit(key)).toMatchObject({
      changed: change,
      entry: newUnit,
      trail: expect.stringContaining('福田区'),
    });

    await publish(system, 'units', edited(await unit(key), { phone: '0755-88001888' }));
    expect(await listed()).not.toContain('流浪动物');
    await publish(system, 'units', edited(await unit(key), { active: false }));
    expect((await unit(key)).entry.active).toBe(false);
    const log = await changes(`list=unit&key=${key}`);
    expect(log.map(({ why: reason, items: [item] }) => [reason, item?.what, item?.fields.length])).toEqual([
      ['机构改革', 'retired', 1],
      ['机构改革', 'changed', 1],
      ['机构改革', 'added', 10],
    ]);
    expect(log[1]?.items[0]?.fields).toEqual([
      { field: 'phone', before: '0755-88001999', after: '0755-88001888' },
    ]);
    expect(await changes(`list=unit&key=${key}`, auditor)).toMatchObject([{ mayUndo: false }, {}, {}]);
  });

  test('a preview tells what would change and what is under way there, and changes nothing', async () => {
    await story.dispatched();
    const street = await unit('SZ-FT-YL');
    const before = await city.counts();
    const answer = await system.post('/api/manage/units/preview', {
      edits: [edited(street, { phone: '0755-88009999' })],
    });
    const preview = read(answer, 200, changePreview);
    expect(preview.counts).toEqual({ added: 0, changed: 1, retired: 0, restored: 0 });
    expect(preview.touches).toEqual([
      { key: 'SZ-FT-YL', name: '园岭街道', nameEn: expect.any(String), open: street.work, among: 0 },
    ]);
    expect(street.work).toBeGreaterThan(0);
    expect(await city.counts()).toEqual(before);
  });

  test('one that has work, people or units below is not closed, and the reason has the number', async () => {
    const street = await unit('SZ-FT-YL');
    const reasons = await unchanged('409 change-refused', () =>
      send(system, 'units', [edited(street, { active: false })]),
    );
    expect(reasons).toEqual([
      expect.stringMatching(/^SZ-FT-YL\/active has-children \d+$/),
      `SZ-FT-YL/active has-work ${street.work}`,
      `SZ-FT-YL/active has-accounts ${street.accounts}`,
    ]);
    expect(
      await unchanged('409 change-refused', async () =>
        send(system, 'units', [edited(await unit('SZ-DISPATCH'), { active: false })]),
      ),
    ).toContain('SZ-DISPATCH/active city-needed');
  });

  test('a closed unit takes no new order, and old records keep its name', async () => {
    const key = 'SZ-FT-D-GOU';
    await publish(system, 'units', {
      key,
      base: null,
      entry: { ...newUnit, name: '福田区犬只所', phone: null },
    });
    const { id } = await unit(key);
    await publish(system, 'units', edited(await unit(key), { active: false }));
    const { number } = await story.file();
    const dispatch = await city.as('dispatcher').command(number, 'dispatch', { unit: id, matter: '010101' });
    expect(refused(dispatch)).toBe('400 unit-unknown');
    expect(city.services.reference().former.units.get(id)?.name).toBe('福田区犬只所');
    const picked = await city.as('dispatcher').get('/api/desk/units?q=犬只所');
    expect(picked.body).toEqual({ items: [] });
  });

  test('whoever has not seen the latest change overwrites nothing, and is told what it was', async () => {
    const seen = await unit('SZ-FT-D-JY');
    await publish(system, 'units', edited(seen, { phoneHours: '每天 08:00–20:00' }));
    expect(
      await unchanged('409 changed-meanwhile', () =>
        send(system, 'units', [edited(seen, { phone: '0755-1234567' })]),
      ),
    ).toEqual(['SZ-FT-D-JY/phoneHours 邓子谦']);
    expect(
      await unchanged('409 change-refused', () =>
        send(system, 'units', [{ key: 'SZ-FT-D-JY', base: null, entry: newUnit }]),
      ),
    ).toEqual(['SZ-FT-D-JY/key key-taken']);
  });

  test('two at once: one is made, the other refused', async () => {
    const seen = await unit('SZ-FT-D-WJ');
    const answers = await Promise.all(
      ['0755-11111111', '0755-22222222'].map((phone) => send(system, 'units', [edited(seen, { phone })])),
    );
    expect(answers.map(({ status }) => String(status)).sort()).toEqual(['201', '409']);
  });

  test('a change is undone by another, later changes of other fields stay, and of the same field are in the way', async () => {
    const before = await unit('SZ-FT-D-MZ');
    const { change } = await publish(system, 'units', edited(before, { phone: '0755-33333333' }));
    await publish(system, 'units', edited(await unit('SZ-FT-D-MZ'), { nameEn: 'Futian Civil Affairs' }));
    const seen = read(await system.post(`/api/manage/changes/${change}/undo/preview`), 200, changePreview);
    expect(seen.items).toMatchObject([
      { key: 'SZ-FT-D-MZ', fields: [{ field: 'phone', before: '0755-33333333' }] },
    ]);
    const undone = read(await undo(system, change), 201, changePublished);
    expect((await unit('SZ-FT-D-MZ')).entry).toEqual({ ...before.entry, nameEn: 'Futian Civil Affairs' });
    const log = await changes('list=unit&key=SZ-FT-D-MZ');
    expect(log[0]).toMatchObject({ id: undone.change, undoes: change, why: '撤销' });
    expect(log.find(({ id }) => id === change)?.undoneBy).toBe(undone.change);
    expect(await unchanged('409 undo-conflict', () => undo(system, change))).toEqual([
      'SZ-FT-D-MZ/phone changed-since',
    ]);
    expect(refused(await undo(system, 999_999))).toBe('404 not-found');
  });

  test('the same request does nothing again; its id is nobody else’s', async () => {
    const requestId = randomUUID();
    const edits = [edited(await unit('SZ-FT-D-YJ'), { phone: '0755-44444444' })];
    const first = read(await send(system, 'units', edits, { requestId }), 201, changePublished);
    const before = await city.counts();
    expect(read(await send(system, 'units', edits, { requestId }), 201, changePublished)).toEqual(first);
    expect(await city.counts()).toEqual(before);
    expect(
      refused(await send(security, 'accounts', [edited(await account('duty'), {})], { requestId })),
    ).toBe('409 request-id-reused');
  });

  test('the record cannot be rewritten, not even by the owner of the tables', async () => {
    const { owner } = city.services.database;
    for (const text of [
      `update reference_change set why = ''`,
      'delete from reference_change_item',
      'truncate reference_change_item',
    ])
      await expect(owner.query(text)).rejects.toThrow(/append-only/);
  });

  test('the tree goes down from the city, and a search finds closed units too', async () => {
    const top = read(await system.get('/api/manage/units'), 200, unitList).items;
    expect(top).toMatchObject([{ key: 'SZ', entry: { parent: null } }]);
    const below = read(await system.get('/api/manage/units?parent=SZ-FT'), 200, unitList).items;
    expect(below.find(({ key }) => key === 'SZ-FT-YL')?.below).toBeGreaterThan(0);
    const found = read(await system.get('/api/manage/units?q=犬只所'), 200, unitList);
    expect(found).toMatchObject({ items: [{ key: 'SZ-FT-D-GOU', entry: { active: false } }], more: false });
  });
});

test('what a closed unit had answered goes back to the centre, not to it', async () => {
  const key = 'SZ-FT-D-SF';
  const filed = await story.answered({}, key);
  for (const username of Object.values(crewOf(key)))
    await publish(system, 'accounts', edited(await account(username), { active: false }));
  await publish(system, 'units', edited(await unit(key), { active: false }));
  await city.citizen.rates(filed, 1);
  expect(await city.citizen.follow(filed)).toMatchObject({ state: 'received' });
});

describe('the duty catalogue', () => {
  test('a changed limit is for what comes after: an order keeps the one it was given', async () => {
    const finish = async (number: string) => {
      const { clocks } = await city.as('dispatcher').case(number);
      return clocks.find(({ name }) => name === 'finish')?.due;
    };
    const early = await story.dispatched();
    const waiting = await story.file();
    city.clock.advance(60_000);
    const due = await finish(early.number);
    const { matter: own } = await city.as('dispatcher').case(early.number);
    const kept = await matter(own?.code ?? '');
    const { change } = await publish(
      system,
      'matters',
      edited(kept, { finishDays: { help: 1, complaint: 1 } }),
    );
    city.clock.advance(60_000);
    const late = await story.dispatched();
    expect(await finish(early.number)).toBe(due);
    expect(Date.parse((await finish(late.number)) ?? '')).toBeLessThan(Date.parse(due ?? ''));
    // Filed before, dispatched after: the limits of its filing.
    const dispatcher = city.as('dispatcher');
    await dispatcher.must(waiting.number, 'dispatch', { unit: city.unit('SZ-FT-YL').id, matter: kept.key });
    expect(Date.parse((await finish(waiting.number)) ?? '')).toBeGreaterThanOrEqual(Date.parse(due ?? ''));
    read(await undo(system, change), 201, changePublished);
    expect((await matter(kept.key)).entry).toEqual(kept.entry);
  });

  test('a closed matter is chosen no more; what was about it keeps its name and can be dispatched on', async () => {
    const code = '010199';
    const base = (await matter('010101')).entry;
    const entry: MatterEntry = {
      ...base,
      name: '共享单车堆放',
      nameEn: 'Heaped shared bikes',
      keywords: ['共享单车'],
    };
    await publish(system, 'matters', { key: code, base: null, entry });
    const { number } = await story.file();
    const dispatcher = city.as('dispatcher');
    await dispatcher.must(number, 'classify', { matter: code });
    const preview = read(
      await system.post('/api/manage/matters/preview', {
        edits: [edited(await matter(code), { active: false })],
      }),
      200,
      changePreview,
    );
    expect(preview.touches).toMatchObject([{ key: code, open: 1, among: 1000 }]);
    await publish(system, 'matters', edited(await matter(code), { active: false }));
    expect((await dispatcher.case(number)).matter).toMatchObject({ code, name: '共享单车堆放' });
    const { number: other } = await story.file();
    expect(refused(await dispatcher.command(other, 'classify', { matter: code }))).toBe('400 matter-unknown');
    await dispatcher.must(number, 'dispatch', { unit: city.unit('SZ-FT-YL').id });
  });

  test('a matter nobody could do is refused', async () => {
    const kept = await matter('010101');
    expect(
      await unchanged('409 change-refused', () =>
        send(system, 'matters', [edited(kept, { responsible: { function: 'magic', level: 'city' } })]),
      ),
    ).toEqual(['010101/responsible function-unknown']);
    expect(await unchanged('409 change-same', () => send(system, 'matters', [edited(kept, {})]))).toEqual([]);
  });
});

describe('accounts', () => {
  const person: AccountEntry = {
    name: '罗小黑',
    nameEn: 'Luo Xiaohei',
    unit: 'SZ-FT-YL',
    roles: [],
    active: true,
  };
  const password = 'spring-rain-2026';
  const activate = (username: string, code: string, fields: object = {}) =>
    city.citizen.post('/api/staff/activate', { username, code, password, ...fields });
  const signIn = (username: string, word = password) =>
    city.citizen.post('/api/staff/sign-in', { username, password: word });
  const cookieOf = (answer: Answer) => String(answer.headers['set-cookie']).split(';')[0] ?? '';
  const me = (cookie: string) => city.citizen.send('GET', '/api/staff/me', undefined, { cookie });
  const create = async (username: string) => {
    const { activations } = await publish(system, 'accounts', { key: username, base: null, entry: person });
    return activations[0]?.code ?? '';
  };

  test('created without rights, activated once by its owner, given rights by the security administrator', async () => {
    const requestId = randomUUID();
    const edits = [{ key: 'luo.xiaohei', base: null, entry: person }];
    const made = read(await send(system, 'accounts', edits, { requestId }), 201, changePublished);
    expect(made.activations).toMatchObject([
      { username: 'luo.xiaohei', code: expect.stringMatching(/^\w{20}$/) },
    ]);
    const code = made.activations[0]?.code ?? '';
    // The answer was lost: the same request brings the same code.
    expect(read(await send(system, 'accounts', edits, { requestId }), 201, changePublished)).toEqual(made);
    expect((await account('luo.xiaohei')).found).toMatchObject({
      activated: false,
      until: expect.any(String),
    });
    expect(refused(await signIn('luo.xiaohei'))).toBe('401 sign-in-failed');

    expect(refused(await activate('luo.xiaohei', 'X'.repeat(20)))).toBe('404 activation-invalid');
    expect(refused(await activate('nobody', code))).toBe('404 activation-invalid');
    expect(refused(await activate('luo.xiaohei', code, { password: 'short' }))).toBe('400 password-weak');
    expect((await activate('luo.xiaohei', code)).status).toBe(204);
    expect(refused(await activate('luo.xiaohei', code))).toBe('404 activation-invalid');

    const cookie = cookieOf(await signIn('luo.xiaohei'));
    expect((await me(cookie)).body).toMatchObject({ roles: [], queues: [] });
    expect((await city.citizen.send('GET', '/api/desk/queues/in-hand', undefined, { cookie })).status).toBe(
      403,
    );
    const grant = edited(await account('luo.xiaohei'), { roles: ['handler'] });
    expect(await unchanged('403 not-allowed', () => send(system, 'accounts', [grant]))).toEqual([]);
    expect((await send(security, 'accounts', [grant])).status).toBe(201);
    // Felt at once.
    expect((await me(cookie)).body).toMatchObject({ roles: ['handler'] });
  });

  test('the security administrator creates none and changes no name; the system administrator creates none with rights', async () => {
    const edits = [{ key: 'somebody', base: null, entry: person }];
    expect(await unchanged('403 not-allowed', () => send(security, 'accounts', edits))).toEqual([]);
    const able = [{ key: 'somebody', base: null, entry: { ...person, roles: ['handler'] } }];
    expect(await unchanged('403 not-allowed', () => send(system, 'accounts', able))).toEqual([]);
    const renamed = edited(await account('mayor'), { name: '陈望海' });
    expect(await unchanged('403 not-allowed', () => send(security, 'accounts', [renamed]))).toEqual([]);
  });

  test('nobody changes their own rights, and the last of either administrator stays', async () => {
    const own = edited(await account('security-admin'), { roles: [] });
    expect(await unchanged('409 change-refused', () => send(security, 'accounts', [own]))).toEqual([
      'security-admin/roles own-roles',
      'security-admin/roles last-security-admin',
    ]);
    const closed = edited(await account('security-admin'), { active: false });
    expect(await unchanged('409 change-refused', () => send(system, 'accounts', [closed]))).toEqual([
      'security-admin/active last-security-admin',
    ]);
    const both = edited(await account('auditor'), { roles: ['auditor', 'handler'] });
    expect(await unchanged('409 change-refused', () => send(security, 'accounts', [both]))).toEqual([
      'auditor/roles roles-apart',
    ]);
  });

  test('a closed account’s sessions end at once, in another process too, and it cannot sign in or be reset', async () => {
    const code = await create('wang.gone');
    await activate('wang.gone', code);
    const cookie = cookieOf(await signIn('wang.gone'));
    expect((await me(cookie)).status).toBe(200);
    // Another process that has just seen them signed in, and would believe it for some seconds.
    const other = await openCity(city.services.config, city.url, { clock: city.clock.now });
    const elsewhere = createClient(await createApp(other, false), cookie);
    expect((await elsewhere.get('/api/staff/me')).status).toBe(200);
    await publish(system, 'accounts', edited(await account('wang.gone'), { active: false }));
    expect((await me(cookie)).status).toBe(401);
    await expect
      .poll(async () => (await elsewhere.get('/api/staff/me')).status, { timeout: 1_000 })
      .toBe(401);
    await other.close();
    expect(refused(await signIn('wang.gone'))).toBe('401 sign-in-failed');
    const reset = () =>
      system.post('/api/manage/accounts/wang.gone/reset', { requestId: randomUUID(), why: '忘记密码' });
    expect(await unchanged('409 account-closed', reset)).toEqual([]);
    // Opened again, the password is as it was and the session is not.
    await publish(system, 'accounts', edited(await account('wang.gone'), { active: true }));
    expect((await me(cookie)).status).toBe(401);
    expect((await signIn('wang.gone')).status).toBe(200);
  });

  test('a reset ends the sessions and the password, and is on record', async () => {
    const code = await create('li.forgets');
    await activate('li.forgets', code);
    const cookie = cookieOf(await signIn('li.forgets'));
    const answer = await system.post('/api/manage/accounts/li.forgets/reset', {
      requestId: randomUUID(),
      why: '本人忘记密码',
    });
    const { activation } = read(answer, 201, activationIssued);
    expect((await me(cookie)).status).toBe(401);
    expect(refused(await signIn('li.forgets'))).toBe('401 sign-in-failed');
    expect(
      (await activate('li.forgets', activation.code.toLowerCase(), { password: 'another-2026-one' })).status,
    ).toBe(204);
    expect((await signIn('li.forgets', 'another-2026-one')).status).toBe(200);
    const [latest] = await changes('list=account&key=li.forgets', auditor);
    expect(latest).toMatchObject({ why: '本人忘记密码', items: [{ fields: [{ field: 'activation' }] }] });
    expect(refused(await undo(system, latest?.id ?? 0))).toBe('409 undo-conflict');
  });

  test('who keeps accounts cannot come by an administrator’s through a new link', async () => {
    const reset = (client: Client, username: string) =>
      client.post(`/api/manage/accounts/${username}/reset`, { requestId: randomUUID(), why: '忘记密码' });
    expect(await unchanged('403 not-allowed', () => reset(system, 'security-admin'))).toEqual([]);
    expect(await unchanged('403 not-allowed', () => reset(system, 'auditor'))).toEqual([]);
    expect(await unchanged('403 not-allowed', () => reset(security, 'mayor'))).toEqual([]);
    expect(await unchanged('403 not-allowed', () => reset(security, 'security-admin'))).toEqual([]);
    expect(await unchanged('404 not-found', () => reset(system, 'no.such'))).toEqual([]);
  });

  test('a link is good for three days', async () => {
    const code = await create('zhao.late');
    city.clock.advance(72 * 3_600_000 + 1);
    expect(refused(await activate('zhao.late', code))).toBe('404 activation-invalid');
  });

  test('guessing a code is stopped', async () => {
    const code = await create('chen.target');
    const answers = [];
    for (let i = 0; i < 11; i++) answers.push(refused(await activate('chen.target', `GUESS${i}`)));
    expect(answers.at(-1)).toBe('429 too-many-requests');
    expect(refused(await activate('chen.target', code))).toBe('429 too-many-requests');
  });

  test('they are found by the beginning of a name, by unit and by role', async () => {
    const found = async (query: string) =>
      read(await system.get(`/api/command/accounts?${query}`), 200, accounts).items.map(
        ({ username }) => username,
      );
    expect(await found('q=罗小')).toContain('luo.xiaohei');
    expect(await found('q=小黑')).toEqual([]);
    expect(await found('q=LUO.')).toEqual(['luo.xiaohei']);
    expect(await found('unit=SZ-FT-YL&role=leader')).toEqual(['yl-leader']);
    expect(await found('role=security-admin')).toEqual(['security-admin']);
    expect(await found('q=%25')).toEqual([]);
    expect(await found('unit=NO-SUCH')).toEqual([]);
  });
});

test('what the demo city begins with keeps the rules it would be changed by', async () => {
  const { owner } = city.services.database;
  const fresh = <E extends object>(
    rows: readonly { key: string; entry: E }[],
    shape: { parse: (value: unknown) => unknown },
  ) => {
    const before = new Map(rows.map(({ key, entry }) => [key, entry]));
    return { before, after: new Map(rows.map(({ key, entry }) => [key, shape.parse(entry) as E])) };
  };
  const units = await allUnits(owner);
  expect(unitFaults(fresh(units, unitEntry), new Map())).toEqual([]);
  const functions = functionsOf(units.map(({ entry }) => entry));
  expect(
    matterFaults(fresh(await allMatters(owner), matterEntry), { functions, inSettings: new Set() }),
  ).toEqual([]);
});

test('a city that starts again leaves its accounts as they are', async () => {
  const renamed = edited(await account('duty'), { name: '韩守日' });
  await publish(system, 'accounts', renamed);
  const { seedCity } = await import('../connect/seed-city.ts');
  await seedCity(city.services.database, city.auth);
  expect((await account('duty')).entry.name).toBe('韩守日');
});
