import { type Detector, savedForm, startDetector, type Taken } from '@suban/text/events/detector.ts';
import { packStep, unpackStep } from '@suban/text/events/steps.ts';
import type { Tx } from '../platform/database.ts';
import {
  addSteps,
  clearPicture,
  readMark,
  readPicture,
  saveMark,
  savePicture,
  stepsAfter,
} from './detector-store.ts';

/** Open events kept: about 100 MB when full, two weeks of appeals of a city that files 3,000 a day. */
const keepEvents = 40_000;
/** Of one event's appeals the detector remembers this many; the others are in the database. */
const keepIds = 3;
/** After so many steps the whole state is saved: a start takes again no more than these, a few seconds' work. */
const mostSteps = 20_000;
const page = 500;

export type Detecting = {
  /** The detector as it was after the last batch that was committed, wherever that was done. */
  at(tx: Tx, offsetMinutes: number): Promise<Detector>;
  /** Keeps what a batch did, in its own transaction. */
  save(
    tx: Tx,
    position: number,
    taken: readonly { readonly position: number; readonly step: Taken['step'] }[],
  ): Promise<void>;
};

/**
 * The detector lives in memory and its state in the database: after each batch the steps taken, now and then the whole.
 * A batch that was rolled back, or done by another process, shows by its position: then it is read anew.
 */
export function createDetecting(limits: { readonly mostSteps?: number } = {}): Detecting {
  let detector: Detector | null = null;
  let reached = -1;
  let steps = 0;
  return {
    async at(tx, offsetMinutes) {
      const mark = await readMark(tx);
      if (detector && mark?.position === reached) return detector;
      // Until the batch is saved nothing in memory may be trusted.
      reached = -1;
      detector = await restore(tx, offsetMinutes, mark?.form === savedForm);
      steps = mark?.form === savedForm ? mark.steps : 0;
      return detector;
    },
    async save(tx, position, taken) {
      await addSteps(
        tx,
        taken.map((one) => ({ position: one.position, body: packStep(one.step) })),
      );
      steps += taken.length;
      if (detector && steps >= (limits.mostSteps ?? mostSteps)) {
        await savePicture(tx, detector.save());
        steps = 0;
      }
      await saveMark(tx, { form: savedForm, position, steps });
      reached = position;
    },
  };
}

/** @param readable what is there is of this program; another's is left, and the detector begins afresh */
async function restore(tx: Tx, offsetMinutes: number, readable: boolean): Promise<Detector> {
  const options = { keepEvents, keepIds, offsetMinutes };
  if (!readable) {
    await clearPicture(tx);
    return startDetector(options);
  }
  const picture = await readPicture(tx);
  const detector = picture ? startDetector(options, picture) : startDetector(options);
  for (let last = 0; ; ) {
    const rows = await stepsAfter(tx, last, page);
    for (const { body } of rows) detector.again(unpackStep(new Uint8Array(body)));
    last = rows.at(-1)?.position ?? last;
    if (rows.length < page) return detector;
  }
}
