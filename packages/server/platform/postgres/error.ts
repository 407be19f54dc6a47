/** Every way the embedded PostgreSQL can refuse to run. Stable: scripts and checks may rely on them. */
export type EmbeddedPostgresCode =
  | 'platform-not-supported'
  | 'binaries-not-found'
  | 'binaries-unreachable'
  | 'no-unprivileged-user'
  | 'cannot-drop-root'
  | 'data-folder-taken'
  | 'data-folder-not-writable'
  | 'data-folder-not-yours'
  | 'data-folder-version'
  | 'password-missing'
  | 'password-refused'
  | 'initdb-failed'
  | 'start-failed'
  | 'stop-failed';

/** A refusal of the embedded PostgreSQL. Its message says what happened and what to do about it. */
export class EmbeddedPostgresError extends Error {
  readonly code: EmbeddedPostgresCode;

  constructor(code: EmbeddedPostgresCode, message: string) {
    super(message);
    this.name = 'EmbeddedPostgresError';
    this.code = code;
  }
}

/** The text of anything thrown, for a message. */
export function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
