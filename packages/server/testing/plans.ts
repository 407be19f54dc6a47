import type { Database, Scope, Sql } from '../platform/database.ts';

type Statement = {
  readonly as: Scope | 'none' | 'owner';
  readonly text: string;
  readonly values: readonly unknown[];
  readonly named: boolean;
};

/** A database that notes each statement before it runs it. */
export function recording(database: Database): {
  readonly database: Database;
  readonly take: () => Statement[];
} {
  let noted: Statement[] = [];
  const noting = <S extends Sql>(sql: S, as: Statement['as']): S => ({
    ...sql,
    query: (text, values = [], name) => {
      noted.push({ as, text, values, named: name !== undefined });
      return sql.query(text, values, name);
    },
  });
  return {
    database: {
      ...noting(database, 'none'),
      owner: {
        ...noting(database.owner, 'owner'),
        transaction: (work) => database.owner.transaction((tx) => work(noting(tx, 'owner'))),
      },
      scoped: (scope, work) => database.scoped(scope, (tx) => work(noting(tx, scope))),
    },
    take: () => {
      const taken = noted;
      noted = [];
      return taken;
    },
  };
}

type Node = {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly Node[];
};
export type Cost = { readonly buffers: number; readonly scanned: readonly string[] };

/**
 * What a statement costs as it is planned for these very values; one with a name is after a few uses planned once for all
 * values, and then the dearer of the two counts.
 */
export async function costOf(database: Database, { as, text, values, named }: Statement): Promise<Cost> {
  const explain = async (tx: Sql): Promise<Cost> => {
    await tx.query(`prepare measured as ${text}`);
    const given = values.length === 0 ? '' : `(${values.map(literal).join(', ')})`;
    const costs: Cost[] = [];
    for (const mode of named ? ['force_custom_plan', 'force_generic_plan'] : ['force_custom_plan']) {
      await tx.query(`set local plan_cache_mode = ${mode}`);
      const [row] = await tx.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
        `explain (analyze, buffers, timing off, format json) execute measured ${given}`,
      );
      if (row) costs.push(read(row['QUERY PLAN'][0].Plan));
    }
    await tx.query('deallocate measured');
    return {
      buffers: Math.max(...costs.map(({ buffers }) => buffers)),
      scanned: costs.flatMap(({ scanned }) => scanned),
    };
  };
  if (as === 'owner') return database.owner.transaction(explain);
  return database.scoped(as === 'none' ? ('none' as Scope) : as, explain);
}

function read(plan: Node): Cost {
  const scans = (node: Node): string[] => [
    ...(node['Node Type'] === 'Seq Scan' ? [node['Relation Name'] ?? ''] : []),
    ...(node.Plans ?? []).flatMap(scans),
  ];
  return { buffers: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'], scanned: scans(plan) };
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (value instanceof Date) return `'${value.toISOString().replace('+', '')}'`;
  if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'`;
  if (Array.isArray(value))
    return `'{${value.map((each) => JSON.stringify(String(each)).replaceAll("'", "''")).join(',')}}'`;
  return `'${(typeof value === 'string' ? value : JSON.stringify(value)).replaceAll("'", "''")}'`;
}
