import { readReference, type Reference } from '../packages/server/people/reference-store.ts';
import { type Crypto, createCrypto } from '../packages/server/platform/crypto.ts';
import { type Database, openDatabase } from '../packages/server/platform/database.ts';
import { systemClock } from '../packages/server/platform/clock.ts';
import { drive, machine, median, perSecond, type Slice, summary, untilZero } from './measure.ts';
import type { Options } from './options.ts';
import { type Cpu, type Served, setStage } from './stage.ts';

/** What the straight side needs of the city, in this process. */
export type Straight = {
  readonly database: Database;
  readonly crypto: Crypto;
  readonly reference: () => Reference;
  readonly clock: () => number;
};

export type Bench = {
  readonly unit: string;
  /** One thing done by one client over HTTP. */
  overHttp(port: number): (client: number) => Promise<void>;
  /** The same statements with values made beforehand, ready to be sent. */
  straight(n: number): Promise<readonly (() => Promise<void>)[]>;
};

/** Short enough that both sides meet the same noise, long enough for a checkpoint's and a collector's pauses. In ms. */
const sliceMs = 2_500;
const warmUpMs = 1_500;

/**
 * Alternates slices over HTTP with slices of the same SQL sent by as many clients of this process. While the SQL side
 * runs, the server's processes are stopped: it is the database alone. Before every slice all readers and jobs are done.
 */
export async function compare(options: Options, make: (stage: Straight) => Promise<Bench>) {
  const stage = await setStage();
  try {
    const served = await stage.serve(options.together);
    const database = openDatabase(stage.url, options.clients);
    try {
      const reference = await readReference(database.owner, Date.now());
      const bench = await make({
        database,
        crypto: createCrypto(stage.secret),
        reference: () => reference,
        clock: systemClock,
      });
      return { ...(await alternate(options, served, database, bench)), machine: await machine(database) };
    } finally {
      await database.close();
      await served.stop();
    }
  } finally {
    await stage.close();
  }
}

async function alternate({ seconds, clients }: Options, served: Served, database: Database, bench: Bench) {
  const rounds = Math.max(2, Math.round((seconds * 1000) / sliceMs));
  const once = bench.overHttp(served.port);
  const send = async (client: number) => {
    await once(client);
    return true;
  };
  const http: Measured[] = [];
  const sql: Measured[] = [];
  const zero: Zero[] = [];
  await drive(clients, warmUpMs, send);
  let ready = await straightSlice(served, database, bench, clients, 2_000);
  for (let i = 0; i < rounds; i += 1) {
    const before = served.cpu();
    const slice = await drive(clients, sliceMs, send);
    const sent = served.cpu();
    zero.push(await untilZero(database));
    http.push({ slice, cpu: spent(before, sent), behind: spent(sent, served.cpu()) });
    ready = await straightSlice(
      served,
      database,
      bench,
      clients,
      Math.ceil((ready.slice.done / ready.slice.ms) * sliceMs * 1.5),
    );
    sql.push(ready);
  }
  const [viaHttp, direct] = [http.map(({ slice }) => slice), sql.map(({ slice }) => slice)];
  return {
    unit: bench.unit,
    http: {
      ...summary(viaHttp),
      cpuMsEach: each(http, ({ cpu }) => cpu),
      cpuMsEachBehind: each(http, ({ behind }) => behind),
    },
    timeToZero: {
      readersMs: median(zero.map(({ readersMs }) => readersMs)),
      jobsMs: median(zero.map(({ jobsMs }) => jobsMs)),
      eachMs: zero,
    },
    sql: { ...summary(direct), cpuMsEach: each(sql, ({ cpu }) => cpu) },
    ratio: Number((perSecond(viaHttp) / perSecond(direct)).toFixed(3)),
    ratioOfEachPair: viaHttp.map((slice, i) =>
      Number((perSecond([slice]) / perSecond([direct[i] ?? slice])).toFixed(2)),
    ),
  };
}

type Zero = { readonly readersMs: number; readonly jobsMs: number };
/** `behind`: what readers and jobs still used after the last answer. */
type Measured = { readonly slice: Slice; readonly cpu: Cpu; readonly behind: Cpu };
const nothing: Cpu = { web: 0, worker: 0, database: 0, driver: 0 };

const spent = (from: Cpu, to: Cpu): Cpu => ({
  web: to.web - from.web,
  worker: to.worker - from.worker,
  database: to.database - from.database,
  driver: to.driver - from.driver,
});

/** Processor time a thing done, in ms, by who used it. */
function each(list: readonly Measured[], of: (measured: Measured) => Cpu): Cpu {
  const done = list.reduce((sum, { slice }) => sum + slice.done, 0);
  const share = (who: keyof Cpu) =>
    Number((list.reduce((sum, measured) => sum + of(measured)[who], 0) / done).toFixed(3));
  return { web: share('web'), worker: share('worker'), database: share('database'), driver: share('driver') };
}

async function straightSlice(
  served: Served,
  database: Database,
  bench: Bench,
  clients: number,
  n: number,
): Promise<Measured> {
  await untilZero(database);
  const ready = [...(await bench.straight(n))];
  served.pause();
  try {
    const before = served.cpu();
    const slice = await drive(clients, sliceMs, async () => {
      const next = ready.pop();
      await next?.();
      return next !== undefined;
    });
    return { slice, cpu: spent(before, served.cpu()), behind: nothing };
  } finally {
    served.resume();
    await untilZero(database);
  }
}
