import type { AppealKey } from '@suban/domain/ids.ts';
import { type Crypto, sha256 } from '../platform/crypto.ts';
import { commitment, genesis, open, type Opened, personText } from './canonical.ts';
import type { ChainRow, PersonRow, TextRow } from './verify-store.ts';

/** Notes what is wrong with the appeal at hand. */
export type Note = (what: string) => void;

/** The events that can be read, in order; what is wrong with each or between two is noted. */
export function readChain(key: AppealKey, rows: readonly ChainRow[], note: Note): Opened[] {
  let previous: Buffer = genesis;
  return rows.flatMap((row, i) => {
    if (row.seq !== i + 1) note(`event ${i + 1} is missing`);
    if (!row.prev_hash.equals(previous)) note(`event ${row.seq} does not follow the one before it`);
    if (!sha256(row.prev_hash, row.body).equals(row.hash)) note(`event ${row.seq} was changed`);
    previous = row.hash;
    const event = readEvent(row);
    if (!event) {
      note(`event ${row.seq} cannot be read`);
      return [];
    }
    if (row.type !== event.event.type || row.at !== event.at || row.seq !== event.seq)
      note(`event ${row.seq}: its columns differ from its bytes`);
    if (event.key.id !== key.id || event.key.cohort !== key.cohort)
      note(`event ${row.seq} belongs to another appeal`);
    return [event];
  });
}

function readEvent(row: ChainRow): Opened | null {
  try {
    return open(row.body);
  } catch {
    return null;
  }
}

/** A text must be the one committed to; of one that was erased its row is left. */
export function checkTexts(history: readonly Opened[], texts: readonly TextRow[], note: Note): void {
  const found = new Set(texts.map(({ seq, slot }) => `${slot} of event ${seq}`));
  for (const { seq, commit } of history) {
    for (const slot of Object.keys(commit).filter((each) => each !== 'person'))
      if (!found.has(`${slot} of event ${seq}`)) note(`text ${slot} of event ${seq} is missing`);
  }
  for (const text of texts) {
    const promised = history.find((event) => event.seq === text.seq)?.commit[text.slot];
    const kept =
      promised !== undefined && (text.body === null || promised === commitment(text.salt, text.body));
    if (!kept) note(`text ${text.slot} of event ${text.seq} is not the one committed to`);
  }
}

/** Who filed it, likewise: an erased person has neither name nor phone. */
export function checkPerson(
  crypto: Pick<Crypto, 'open'>,
  history: readonly Opened[],
  person: PersonRow | undefined,
  note: Note,
): void {
  const promised = history[0]?.commit['person'];
  if (!person) {
    if (promised !== undefined) note('its person is missing');
    return;
  }
  if (person.name === null && person.phone === null) {
    if (promised === undefined) note('its person is not the one committed to');
    return;
  }
  try {
    const [name, phone] = [
      person.name && crypto.open(person.name),
      person.phone && crypto.open(person.phone),
    ];
    if (promised !== commitment(person.salt, personText({ name, phone })))
      note('its person is not the one committed to');
  } catch {
    note('its person cannot be opened');
  }
}
