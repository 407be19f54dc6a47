import { type FileHandle, open, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileAppeal } from '../collect/file-appeal.ts';
import { sqlState } from '../platform/database.ts';
import type { Services } from '../platform/services.ts';
import { ImportError, openRows } from './import-readers.ts';
import { type GoodRow, type Reject, rowReader } from './import-row.ts';

export type Imported = {
  /** Rows that were not blank. */
  readonly read: number;
  /** New appeals. */
  readonly filed: number;
  /** Filed before, by channel and the channel's own id. */
  readonly known: number;
  /** Written to the rejects file. */
  readonly rejected: number;
};
/** `share` of the file done, from 0 to 1. */
export type ImportProgress = Imported & { readonly share: number };

export type ImportOptions = {
  /** `.jsonl`, `.csv` or `.xlsx` */
  readonly file: string;
  /** Told at most five times a second, and once at the end. */
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Where rows that cannot be filed go; without it `FILE.rejects.jsonl`. Made anew by each import that has any. */
  readonly rejectsFile?: string;
};

type Services_ = Pick<Services, 'database' | 'crypto' | 'reference' | 'clock'>;

/** The pool has as many connections; more would only wait for one. */
const atOnce = 8;
const progressEvery = 200;
const uniqueViolation = '23505';

/**
 * Files every row of a file that was not filed before. What was filed stays filed if it is stopped at any moment; doing
 * it again files the rest. Rows that cannot be filed change nothing and go to the rejects file.
 * @throws ImportError when the file as a whole cannot be read
 */
export async function importFile(services: Services_, options: ImportOptions): Promise<Imported> {
  const rejectsFile = options.rejectsFile ?? `${options.file}.rejects.jsonl`;
  if (resolve(rejectsFile) === resolve(options.file))
    throw new ImportError('rejects-file', 'the rejects file would overwrite the file itself');
  const { rows, share } = await openRows(options.file);
  const rejects = openRejects(rejectsFile);
  const readRow = rowReader(services.reference().calendar.offsetMinutes, services.clock());
  const count = { read: 0, filed: 0, known: 0, rejected: 0 };
  const tell = throttled(progressEvery, () => options.onProgress?.({ ...count, share: share() }));
  const lane = lanes(atOnce);
  try {
    for await (const raw of rows) {
      count.read += 1;
      const row = 'fields' in raw ? readRow(raw.fields) : raw;
      if (isGood(row)) {
        await lane.run(async () => {
          count[await fileRow(services, row)] += 1;
          tell();
        });
      } else {
        count.rejected += 1;
        await rejects.add({ line: raw.line, code: row.code, reason: row.reason, text: raw.text });
        tell();
      }
    }
  } finally {
    // Also after a fault: what is under way is let end, so that nothing is written behind the caller's back.
    await lane.end();
    await rejects.end();
  }
  options.onProgress?.({ ...count, share: 1 });
  return count;
}

const isGood = (row: GoodRow | Reject): row is GoodRow => 'request' in row;

async function fileRow(
  services: Services_,
  { request, channel, externalId, at }: GoodRow,
): Promise<'filed' | 'known'> {
  try {
    const { fresh } = await fileAppeal(services, request, {
      channel,
      actor: { kind: 'system' },
      externalId,
      at,
    });
    return fresh ? 'filed' : 'known';
  } catch (error) {
    // The same channel and id came in another way, under a request id of its own.
    if (sqlState(error) === uniqueViolation) return 'known';
    throw error;
  }
}

/** Runs up to `most` things at once; `run` waits for room, and gives the first failure to whoever comes next. */
function lanes(most: number) {
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const check = () => {
    if (failures.length > 0) throw failures[0];
  };
  return {
    async run(work: () => Promise<void>): Promise<void> {
      while (running.size >= most) await Promise.race(running);
      check();
      const one = work()
        .catch((error: unknown) => void failures.push(error))
        .finally(() => running.delete(one));
      running.add(one);
    },
    async end(): Promise<void> {
      await Promise.all(running);
      check();
    },
  };
}

function throttled(every: number, tell: () => void): () => void {
  let last = 0;
  return () => {
    const now = performance.now();
    if (now - last < every) return;
    last = now;
    tell();
  };
}

/** One JSON object a line. The file is there only when something was rejected. */
function openRejects(path: string) {
  let file: FileHandle | null = null;
  return {
    async add(reject: { line: number; code: string; reason: string; text: string }): Promise<void> {
      file ??= await open(path, 'w');
      await file.write(`${JSON.stringify(reject)}\n`);
    },
    end: () => (file ? file.close() : rm(path, { force: true })),
  };
}
