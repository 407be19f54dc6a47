import { readDraft, writeDraft } from '../action/draft.ts';
import type { RecordValues } from './outcomes.ts';

/** A draft belongs to its call, so that the next call finds an empty form and the last one’s words are still there. */
const place = 'record';
const noCall = 'none';
const prefix = `suban.draft.${place}.`;

export const readRecord = (call: string | undefined): Partial<RecordValues> =>
  readDraft<RecordValues>(place, call ?? noCall);
export const writeRecord = (call: string | undefined, values: RecordValues | null): void =>
  writeDraft(place, call ?? noCall, values);

export type Unfinished = { readonly call: string | undefined; readonly text: string };

/** What was begun on other calls and is not recorded yet. */
export function unfinished(but: string | undefined): Unfinished[] {
  try {
    return Object.keys(sessionStorage).flatMap((key) => {
      if (!key.startsWith(prefix)) return [];
      const name = key.slice(prefix.length);
      const call = name === noCall ? undefined : name;
      const { text = '' } = readRecord(call);
      return call === but || text.trim() === '' ? [] : [{ call, text }];
    });
  } catch {
    return [];
  }
}
