/** Setting name → value, as postgresql.conf has them. */
export type Settings = Readonly<Record<string, string>>;

/** Seen from PostgreSQL: the cluster folder, whatever its path (see postmaster.ts). */
export const HERE = '/proc/self/cwd';

/** Names the socket only (`.s.PGSQL.5432`): no network port is opened. */
export const PORT = 5432;

/** [name, value, why]. For a small machine: 2 cores, 2–4 GB, one disk. All known to PostgreSQL 15–18. */
const DEFAULTS: ReadonlyArray<readonly [string, string, string]> = [
  [
    'listen_addresses',
    '',
    'only through the socket: no other machine, and no port to clash with another server',
  ],
  ['port', String(PORT), 'the name of the socket'],
  ['unix_socket_directories', HERE, 'inside the cluster folder, which only its owner and root may enter'],
  ['unix_socket_permissions', '0700', 'a second wall, should the folder be opened'],
  [
    'max_connections',
    '200',
    'some fifty for a process (web, owner and background pools, jobs, live updates), for web and worker and an operator beside them',
  ],
  ['shared_buffers', '256MB', 'holds the hot pages of a busy day; the rest is left to the file cache'],
  ['effective_cache_size', '1GB', 'what the planner may expect of that file cache'],
  ['work_mem', '8MB', 'sorts of a board in memory, and 60 connections still fit'],
  ['maintenance_work_mem', '128MB', 'an index on a year of appeals builds in few passes'],
  ['random_page_cost', '1.1', 'solid-state disk'],
  ['max_parallel_workers_per_gather', '1', 'a report must not take both cores from the filing of appeals'],
  ['jit', 'off', 'compiling costs more than these short queries take'],
  ['fsync', 'on', 'nothing acknowledged is lost on a power cut'],
  ['synchronous_commit', 'on', 'nothing acknowledged is lost on a crash'],
  ['full_page_writes', 'on', 'a half-written page is repaired on recovery'],
  ['wal_compression', 'on', 'the page images after each checkpoint are most of the log; fewer bytes to sync'],
  ['wal_buffers', '16MB', 'one log segment, so that writers in a rush do not wait for it'],
  ['max_wal_size', '4GB', 'a rush does not force checkpoints, which would stall it'],
  ['min_wal_size', '512MB', 'reuse log files instead of making new ones'],
  ['checkpoint_timeout', '15min', 'fewer page images; recovery still takes well under a minute'],
  ['checkpoint_completion_target', '0.9', 'spread the writing, leave the disk to commits'],
  ['autovacuum_vacuum_scale_factor', '0.05', 'at a fifth of 37 million rows vacuum would come too late'],
  ['autovacuum_analyze_scale_factor', '0.02', 'plans follow the newest cohorts'],
  ['timezone', 'UTC', 'the same everywhere; the city’s zone is applied when shown'],
  ['log_timezone', 'UTC', 'as above'],
  ['logging_collector', 'on', 'the log does not hang on the process that started PostgreSQL'],
  ['log_directory', 'log', 'in the cluster folder'],
  ['log_filename', 'postgresql-%a.log', 'a file a weekday …'],
  ['log_truncate_on_rotation', 'on', '… overwritten a week later, so that the log cannot fill the disk'],
  ['log_rotation_age', '1d', 'as above'],
  ['log_rotation_size', '0', 'as above'],
  ['log_error_verbosity', 'terse', 'the details of an error hold the row, and so a citizen’s data'],
  ['log_min_error_statement', 'panic', 'and so does the statement'],
  ['log_parameter_max_length_on_error', '0', 'and so do its parameters'],
];

/**
 * The text of suban.conf. It is rewritten on each start; an operator's own settings go to operator.conf, which is
 * read after it and left alone. A running server is adopted only if it was started with exactly this text.
 *
 * @param program what identifies the program file, so that a server outliving an upgrade is not adopted
 * @param settings override the defaults
 */
export function settingsText(program: string, settings: Settings): string {
  const lines = DEFAULTS.filter(([name]) => !(name in settings)).map(
    ([name, value, why]) => `${name} = '${value}'  # ${why}`,
  );
  for (const [name, value] of Object.entries(settings))
    lines.push(`${name} = '${value.replaceAll("'", "''")}'`);
  return `# Written by Suban on each start; put your own settings into operator.conf.\n# For ${program}\n${lines.join('\n')}\n`;
}
