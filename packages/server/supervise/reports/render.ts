import { Worker } from 'node:worker_threads';
import type { Report } from '@suban/domain/api-reports.ts';
import type { Language } from './report-words.ts';

export const reportFormats = ['xlsx', 'pdf'] as const;
export type ReportFormat = (typeof reportFormats)[number];
export type Wanted = { readonly report: Report; readonly format: ReportFormat; readonly lang: Language };

/** One at a time in a process: each takes a core and some 200 MB while it lasts. */
let last: Promise<unknown> = Promise.resolve();

/** The report as a file, made on a thread beside the server's own. @throws whatever its making throws */
export function renderReport(wanted: Wanted): Promise<Buffer> {
  const made = last.then(() => onThread(wanted));
  last = made.catch(() => undefined);
  return made;
}

function onThread(wanted: Wanted): Promise<Buffer> {
  const thread = new Worker(new URL('./render-thread.ts', import.meta.url), { workerData: wanted });
  return new Promise<Buffer>((resolve, reject) => {
    thread.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)));
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`the report’s thread ended with code ${code}`)));
  }).finally(() => void thread.terminate());
}
