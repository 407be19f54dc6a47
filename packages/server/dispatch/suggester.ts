import type { AppealEvent } from '@suban/domain/events.ts';
import type { AppealKey } from '@suban/domain/ids.ts';
import { MOST_SURE } from '@suban/text/suggest/calibration.ts';
import type { Tx } from '../platform/database.ts';
import type { Placed, Reader } from '../platform/reader.ts';
import type { Services } from '../platform/services.ts';
import { type Learnt, learntOf } from '../people/learnt.ts';
import type { Reference } from '../people/reference-store.ts';
import { type Option, responsibleUnit, suggestDispatch } from '../people/suggest.ts';
import { type FiledText, filedTexts } from '../appeal/search-store.ts';
import { type AutomaticJob, automaticOption } from './automatic.ts';
import { countPrecedents } from './precedents-store.ts';
import { addAutomaticJobs, addSuggestions, namedMatters } from './suggester-store.ts';

/** As many as a dispatcher is shown. */
const most = 3;

/** The name of the reader's checkpoint. */
export const suggesterName = 'suggestions';

type Filed = Extract<AppealEvent, { type: 'filed' }>['data'];
type Read = FiledText & {
  readonly key: AppealKey;
  readonly data: Filed;
  readonly options: readonly Option[];
};

/**
 * Reads each new appeal's words: a dispatch suggestion for the queue, and where the city lets the
 * system dispatch such a matter by itself, the job to do so.
 */
export function suggester(services: Pick<Services, 'reference' | 'database'>): Reader {
  const learnt = learntOf(services.database);
  return {
    name: suggesterName,
    only: ['filed'],
    async handle(tx: Tx, events: readonly Placed[]) {
      const filed = events.flatMap(({ key, event }) =>
        event.type === 'filed' ? [{ key, data: event.data }] : [],
      );
      if (filed.length === 0) return;
      await learnt.refresh(tx, 0);
      const reference = services.reference();
      const read = await withPrecedents(tx, await readAll(tx, reference, learnt, filed));
      const fresh = await addSuggestions(tx, read);
      await addAutomaticJobs(
        tx,
        read.flatMap((each) => (fresh.has(nameOf(each.key)) ? (jobFor(reference, each) ?? []) : [])),
      );
    },
  };
}

export const nameOf = ({ cohort, id }: AppealKey): string => `${cohort}/${id}`;

async function readAll(
  tx: Tx,
  reference: Reference,
  learnt: Learnt,
  filed: readonly { readonly key: AppealKey; readonly data: Filed }[],
): Promise<Read[]> {
  const texts = await filedTexts(
    tx,
    filed.map(({ key }) => key),
  );
  const named = await namedMatters(
    tx,
    filed.flatMap(({ key, data }) => (data.channel === 'open311' ? [key] : [])),
  );
  const of = <T extends { cohort: number; appeal: number }>(list: readonly T[]) =>
    new Map(list.map((each) => [`${each.cohort}/${each.appeal}`, each]));
  const [textOf, namedOf] = [of(texts), of(named)];
  return filed.flatMap(({ key, data }) => {
    const text = textOf.get(nameOf(key));
    if (!text) return [];
    const first = namedOption(reference, namedOf.get(nameOf(key))?.code, data.area);
    const others = suggestDispatch(reference, learnt, text.title, text.body, data.area).filter(
      ({ matter }) => matter !== first[0]?.matter,
    );
    return [{ ...text, key, data, options: [...first, ...others].slice(0, most) }];
  });
}

async function withPrecedents(tx: Tx, read: readonly Read[]): Promise<Read[]> {
  const matters = new Set(read.flatMap(({ options }) => options.map(({ matter }) => matter)));
  const counts = new Map(
    (await countPrecedents(tx, [...matters])).map(({ matter, unit, n }) => [`${matter}/${unit}`, n]),
  );
  if (counts.size === 0) return [...read];
  return read.map((each) => ({
    ...each,
    options: each.options.map((option) => ({
      ...option,
      precedents: counts.get(`${option.matter}/${option.unit}`) ?? 0,
    })),
  }));
}

/** What the partner itself named comes first; that it did is the reason a person can check. */
function namedOption(reference: Reference, code: string | undefined, area: number | null): Option[] {
  const matter = code === undefined ? undefined : reference.matters.get(code);
  const unit =
    matter && responsibleUnit(reference, matter, area === null ? null : (reference.units.get(area) ?? null));
  return matter && unit
    ? [
        {
          unit: unit.id,
          matter: matter.code,
          confidence: MOST_SURE,
          base: null,
          words: ['Open311'],
          went: 0,
          precedents: 0,
        },
      ]
    : [];
}

function jobFor(reference: Reference, { key, data, title, body, options }: Read): AutomaticJob | null {
  const settings = reference.settingsOf(data.rules);
  if (settings.automaticDispatch.length === 0) return null;
  const facts = { ...data, area: data.area === null ? null : (reference.units.get(data.area)?.id ?? null) };
  const option = automaticOption(reference, options, { title, body }, facts, settings);
  return option && { key, unit: option.unit, matter: option.matter, confidence: option.confidence };
}
