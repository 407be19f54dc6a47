import { parentPort, workerData } from 'node:worker_threads';
import { toPdf } from './printed.ts';
import type { Wanted } from './render.ts';
import { toSpreadsheet } from './spreadsheet.ts';

// A thread of its own: laying out pages takes a second or so, and nobody else must wait for it. What it throws reaches the
// one who waits as the thread's error.
const { report, format, lang } = workerData as Wanted;
const bytes = new Uint8Array(await (format === 'pdf' ? toPdf(report, lang) : toSpreadsheet(report, lang)));
parentPort?.postMessage(bytes, [bytes.buffer]);
