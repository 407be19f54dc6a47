import { Socket } from 'node:net';
import { Pool, type PoolClient, type QueryResultRow, types } from 'pg';

/** Runs one statement. `name` prepares it once a connection: planning is a third of a hot statement's cost. */
export type Sql = {
  query<Row extends QueryResultRow>(text: string, values?: readonly unknown[], name?: string): Promise<Row[]>;
};

/** A transaction: a required argument where one is needed. */
export type Tx = Sql & {
  /**
   * Runs the transaction's last statement and commits, in one round trip. It is committed whatever it answers, so it
   * must write all or nothing by itself; when it fails everything is undone.
   */
  last<Row extends QueryResultRow>(text: string, values: readonly unknown[], name: string): Promise<Row[]>;
};

/** Does work in a transaction of its own. */
export type Transaction = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** What row-level security lets a transaction of the application see. */
export type Scope = 'all' | `all-but:${string}` | `unit:${number}` | `appeal:${number}:${number}`;

/** The whole of what the server knows of PostgreSQL. */
export type Database = Sql & {
  /** As the application: bound by row-level security, cannot change events. All reads and commands of people. */
  scoped<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** As the owner: for what the system itself does (sequencer, readers, seed, migrations). */
  owner: Sql & { readonly transaction: Transaction };
  readonly ownerPool: Pool;
  /**
   * As the owner, for what follows the events: its commits do not wait for the disk. What a crash takes of them goes
   * with the checkpoint that came after it, and is done again.
   */
  background: Sql & { readonly pool: Pool };
  close(): Promise<void>;
};

// int8 as number: no id or counter here comes near 2^53. Times as milliseconds, as the domain has them.
const int8 = 20;
const timestamptz = 1184;
const date = 1082;
const builtin = types.getTypeParser(timestamptz, 'text') as (text: string) => Date;
const parsers: Record<number, (text: string) => unknown> = {
  [int8]: Number,
  [timestamptz]: (text) => builtin(text).getTime(),
  [date]: (text) => text,
};
const getTypeParser = (oid: number, format?: 'text' | 'binary'): unknown =>
  (format !== 'binary' && parsers[oid]) || types.getTypeParser(oid, format === 'binary' ? 'binary' : 'text');

/** Many for two cores, yet most of them wait for the disk: those that wait together commit with one write to it. */
const poolSize = 16;
/** The locks of sequencer and readers hold one each, the queue one to listen and one a job. */
const backgroundSize = 32;

/** Four digits of year; PostgreSQL does not read JavaScript's form of others. */
const isoLength = 24;

/** Times as ISO text: pg writes a Date in the process's zone, field by field, which costs six times as much. */
function toParameter(value: unknown): unknown {
  if (!(value instanceof Date)) return value;
  const text = value.toISOString();
  return text.length === isoLength ? text : value;
}

/** Sends what is written in one turn of the event loop in one go: a system call costs as much as a small statement. */
function joiningSocket(): Socket {
  const socket = new Socket();
  const write = socket.write.bind(socket);
  let joining = false;
  const joined = (...args: Parameters<typeof write>) => {
    if (!joining) {
      joining = true;
      socket.cork();
      process.nextTick(() => {
        joining = false;
        socket.uncork();
      });
    }
    return write(...args);
  };
  socket.write = joined as Socket['write'];
  return socket;
}

function sql(client: Pool | PoolClient): Sql {
  return {
    async query<Row extends QueryResultRow>(text: string, values: readonly unknown[] = [], name?: string) {
      const result = await client.query<Row>({
        text,
        values: values.map(toParameter),
        ...(name ? { name } : {}),
      });
      return result.rows;
    },
  };
}

async function transaction<T>(pool: Pool, begin: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  try {
    return await transactionOn(client, begin, work, () => {
      broken = true;
    });
  } finally {
    client.release(broken);
  }
}

/**
 * Statements are sent without waiting for the answer to the one before, so `begin` travels with the first and `commit`
 * with the last. `begin` can only fail with the connection, and then so does all the rest.
 * @param onBroken a connection that cannot even roll back must not be used again
 */
async function transactionOn<T>(
  client: PoolClient,
  begin: string,
  work: (tx: Tx) => Promise<T>,
  onBroken = () => {},
): Promise<T> {
  const own = sql(client);
  let committed: Promise<unknown> | null = null;
  const commit = () => {
    committed = client.query('commit');
    return committed;
  };
  try {
    const begun = client.query(begin);
    const last = async <Row extends QueryResultRow>(
      text: string,
      values: readonly unknown[],
      name: string,
    ) => {
      const [rows] = await Promise.all([own.query<Row>(text, values, name), commit()]);
      return rows;
    };
    const [, result] = await Promise.all([begun, work({ ...own, last })]);
    await (committed ?? commit());
    return result;
  } catch (error) {
    if (!committed) await client.query('rollback').catch(onBroken);
    throw error;
  }
}

/** A connection one holds for oneself. */
export type Own = Sql & { readonly transaction: Transaction };
export const ownOf = (client: PoolClient): Own => ({
  ...sql(client),
  transaction: (work) => transactionOn(client, 'begin', work),
});

/** @param url a PostgreSQL connection string of the owner, who must be allowed to create the role `suban_app` */
export function openDatabase(url: string, size = poolSize): Database {
  const common = {
    connectionString: url,
    pipeline: true,
    stream: joiningSocket,
    types: { getTypeParser: getTypeParser as typeof types.getTypeParser },
  };
  const appPool = new Pool({
    ...common,
    max: size,
    options: '-c role=suban_app -c timezone=UTC',
    application_name: 'suban',
  });
  const ownerPool = new Pool({
    ...common,
    max: 4,
    options: '-c timezone=UTC',
    application_name: 'suban-system',
  });
  const backgroundPool = new Pool({
    ...common,
    max: backgroundSize,
    options: '-c timezone=UTC -c synchronous_commit=off',
    application_name: 'suban-background',
  });
  // A dropped idle connection is replaced at the next use; without a listener it would end the process.
  for (const pool of [appPool, ownerPool, backgroundPool]) {
    pool.on('error', () => {});
    pool.on('connect', (client) => client.on('error', () => {}));
  }
  return {
    ...sql(appPool),
    // Scopes hold only digits and our own words, so they may stand in the text: one round trip for both.
    scoped: (scope, work) => transaction(appPool, `begin; set local suban.scope = '${scope}'`, work),
    owner: { ...sql(ownerPool), transaction: (work) => transaction(ownerPool, 'begin', work) },
    ownerPool,
    background: { ...sql(backgroundPool), pool: backgroundPool },
    async close() {
      await Promise.all([appPool.end(), ownerPool.end(), backgroundPool.end()]);
    },
  };
}

/** PostgreSQL's own code of an error, e.g. 23505 for a broken uniqueness. */
export function sqlState(error: unknown): string | null {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null;
}

/** The name of the unique constraint an error broke, or null when it is another error. */
export const brokenUniqueness = (error: unknown): string | null =>
  sqlState(error) === '23505' && typeof error === 'object' && error !== null && 'constraint' in error
    ? String(error.constraint)
    : null;
