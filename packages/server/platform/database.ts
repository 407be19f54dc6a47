import { Pool, type PoolClient, type QueryResultRow, types } from 'pg';

/** Runs one statement. `name` prepares it once a connection: planning is a third of a hot statement's cost. */
export type Sql = {
  query<Row extends QueryResultRow>(text: string, values?: readonly unknown[], name?: string): Promise<Row[]>;
};

/** A transaction: a required argument where one is needed. */
export type Tx = Sql & { readonly tx: true };

/** What row-level security lets a transaction of the application see. */
export type Scope = 'all' | `unit:${number}` | `appeal:${number}:${number}`;

/** The whole of what the server knows of PostgreSQL. */
export type Database = Sql & {
  /** As the application: bound by row-level security, cannot change events. All reads and commands of people. */
  scoped<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** As the owner: for what the system itself does (sequencer, readers, seed, migrations). */
  owner: Sql & { transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> };
  readonly ownerPool: Pool;
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
const getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  (format !== 'binary' && parsers[oid]) || types.getTypeParser(oid, format as 'text');

/** Eight connections keep two cores busy; more only queue inside the database. */
const poolSize = 8;

function sql(client: Pool | PoolClient): Sql {
  return {
    async query<Row extends QueryResultRow>(text: string, values: readonly unknown[] = [], name?: string) {
      const result = await client.query<Row>({ text, values: [...values], ...(name ? { name } : {}) });
      return result.rows;
    },
  };
}

async function transaction<T>(pool: Pool, begin: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query(begin);
    const result = await work({ ...sql(client), tx: true });
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    // A connection that cannot even roll back is broken: the pool must not hand it out again.
    const broken = await client.query('rollback').then(() => false, () => true);
    client.release(broken);
    throw error;
  }
}

/** @param url a PostgreSQL connection string of the owner, who must be allowed to create the role `suban_app` */
export function openDatabase(url: string, size = poolSize): Database {
  const common = { connectionString: url, types: { getTypeParser: getTypeParser as typeof types.getTypeParser } };
  const appPool = new Pool({ ...common, max: size, options: '-c role=suban_app -c timezone=UTC', application_name: 'suban' });
  const ownerPool = new Pool({ ...common, max: 6, options: '-c timezone=UTC', application_name: 'suban-system' });
  // A dropped idle connection is replaced at the next use; without a listener it would end the process.
  for (const pool of [appPool, ownerPool]) {
    pool.on('error', () => {});
    pool.on('connect', (client) => client.on('error', () => {}));
  }
  return {
    ...sql(appPool),
    // Scopes hold only digits and our own words, so they may stand in the text: one round trip for both.
    scoped: (scope, work) => transaction(appPool, `begin; set local suban.scope = '${scope}'`, work),
    owner: { ...sql(ownerPool), transaction: (work) => transaction(ownerPool, 'begin', work) },
    ownerPool,
    async close() {
      await Promise.all([appPool.end(), ownerPool.end()]);
    },
  };
}

/** PostgreSQL's own code of an error, e.g. 23505 for a broken uniqueness. */
export function sqlState(error: unknown): string | null {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
