import type { AppealKey } from '@suban/domain/ids.ts';
import { wordsToLearn } from '@suban/text/suggest/features.ts';
import { bandIn } from '@suban/text/suggest/calibration.ts';
import { learn, type LearntMatter, unlearnt } from '@suban/text/suggest/learnt.ts';
import { weekOf } from '../figures/week.ts';
import { learningName } from '../people/learnt-store.ts';
import type { Tx } from '../platform/database.ts';
import type { Placed, Reader } from '../platform/reader.ts';
import type { Services } from '../platform/services.ts';
import {
  addBases,
  addSuggestionFigures,
  addUnits,
  firstOptions,
  lockMatters,
  readOutcomes,
  saveMatters,
  saveOutcomes,
  type UnitChange,
} from './learning-store.ts';
import { bandOf, type Lesson, type Outcome, outcomeAfter, verdictIn } from './outcome.ts';
import { filedTexts } from '../appeal/search-store.ts';
import { nameOf, suggesterName } from './suggester.ts';

/** A lesson and where it comes from. */
type Placing = { readonly key: AppealKey; readonly position: number; readonly lesson: Lesson };

/**
 * Learns from what people decide (dispatches, corrections, upheld send-backs, arbitrations, classifications), and keeps what
 * became of every first suggestion. A text is read once for it, here; of its words only hashes stay.
 */
export function learning({ reference }: Pick<Services, 'reference'>): Reader {
  return {
    name: learningName,
    // What was suggested is judged, so it has to be there.
    after: suggesterName,
    only: [
      'filed',
      'classified',
      'dispatched',
      'passed-to-centre',
      'send-back-asked',
      'send-back-upheld',
      'arbitration-called',
      'arbitrated',
    ],
    async handle(tx: Tx, events: readonly Placed[]) {
      const keys = [...new Map(events.map(({ key }) => [nameOf(key), key])).values()];
      const before = new Map((await readOutcomes(tx, keys)).map((each) => [nameOf(each.key), each]));
      const after = new Map(before);
      const born = await bornIn(tx, reference, events);
      const lessons: Placing[] = [];
      for (const placed of events) {
        const name = nameOf(placed.key);
        const had = after.get(name) ?? born.get(name);
        // Filed before anything was kept of it: it cannot be judged.
        if (!had) continue;
        const told = outcomeAfter(had, placed);
        after.set(name, told.outcome);
        lessons.push(
          ...told.lessons.map((lesson) => ({ key: placed.key, position: placed.position, lesson })),
        );
      }
      await saveOutcomes(tx, [...after.values()]);
      const changes = changesOf(before, after);
      await addSuggestionFigures(tx, figuresOf(changes));
      await addBases(tx, basesOf(changes));
      await teachWords(tx, lessons);
      await teachUnits(tx, lessons);
    },
  };
}

async function bornIn(
  tx: Tx,
  reference: Services['reference'],
  events: readonly Placed[],
): Promise<Map<string, Outcome>> {
  const filed = events.filter(({ event }) => event.type === 'filed');
  const options = new Map(
    (
      await firstOptions(
        tx,
        filed.map(({ key }) => key),
      )
    ).map(({ cohort, appeal, first }) => [`${cohort}/${appeal}`, first]),
  );
  const { calendar, settingsOf } = reference();
  return new Map(
    filed.flatMap(({ key, at, event }): [string, Outcome][] => {
      if (event.type !== 'filed') return [];
      const first = options.get(nameOf(key)) ?? null;
      const confidence = first?.confidence ?? 0;
      return [
        [
          nameOf(key),
          {
            key,
            filedAt: at,
            week: weekOf(calendar, at),
            area: event.data.area,
            matter: first?.matter ?? null,
            unit: first?.unit ?? null,
            confidence,
            base: first?.base ?? null,
            sure: first !== null && confidence >= settingsOf(event.data.rules).suggestAtLeast,
            first: null,
            failed: false,
            learntMatter: null,
            learntUnit: null,
          },
        ],
      ];
    }),
  );
}

type Change = {
  readonly is: Outcome;
  readonly filed: number;
  readonly judged: number;
  readonly hits: number;
};

/** What each outcome adds: one filed, one judged, one right, or takes away again. */
function changesOf(before: ReadonlyMap<string, Outcome>, after: ReadonlyMap<string, Outcome>): Change[] {
  const judged = (outcome: Outcome | undefined) => (outcome && verdictIn(outcome) !== 'open' ? 1 : 0);
  const right = (outcome: Outcome | undefined) => (outcome && verdictIn(outcome) === 'right' ? 1 : 0);
  return [...after]
    .map(([name, is]) => {
      const was = before.get(name);
      const hits = right(is) - right(was);
      return { is, filed: was ? 0 : 1, judged: judged(is) - judged(was), hits };
    })
    .filter(({ filed, judged: n, hits }) => filed !== 0 || n !== 0 || hits !== 0);
}

const figuresOf = (changes: readonly Change[]) =>
  changes.flatMap(({ is, ...counts }) => {
    const change = { week: is.week, band: bandOf(is.confidence), sure: is.sure, ...counts };
    return [{ ...change, matter: '' }, ...(is.matter === null ? [] : [{ ...change, matter: is.matter }])];
  });

const basesOf = (changes: readonly Change[]) =>
  changes.flatMap(({ is: { week, base }, judged, hits }) =>
    base === null || (judged === 0 && hits === 0) ? [] : [{ week, band: bandIn(base), judged, hits }],
  );

async function teachWords(tx: Tx, lessons: readonly Placing[]): Promise<void> {
  const words = lessons.flatMap(({ key, position, lesson }) =>
    lesson.what === 'words' ? [{ key, position, lesson }] : [],
  );
  if (words.length === 0) return;
  const keys = [...new Map(words.map(({ key }) => [nameOf(key), key])).values()];
  const texts = new Map(
    (await filedTexts(tx, keys)).map(({ cohort, appeal, title, body }) => [
      `${cohort}/${appeal}`,
      wordsToLearn(title, body),
    ]),
  );
  const matters = [...new Set(words.map(({ lesson }) => lesson.matter))].toSorted();
  const learnt = new Map<string, LearntMatter & { changed: number }>(
    (await lockMatters(tx, matters)).map(({ matter, ...rest }) => [matter, rest]),
  );
  for (const { key, position, lesson } of words) {
    const had = learnt.get(lesson.matter) ?? unlearnt;
    learnt.set(lesson.matter, {
      ...learn(had, texts.get(nameOf(key)) ?? [], lesson.by),
      changed: position,
    });
  }
  await saveMatters(
    tx,
    [...learnt].map(([matter, rest]) => ({ matter, ...rest })),
  );
}

async function teachUnits(tx: Tx, lessons: readonly Placing[]): Promise<void> {
  const sums = new Map<string, UnitChange>();
  for (const { position, lesson } of lessons) {
    if (lesson.what !== 'unit') continue;
    const { matter, area, unit, kept, refused } = lesson;
    const key = `${matter}/${area}/${unit}`;
    const had = sums.get(key) ?? { kept: 0, refused: 0 };
    const sum = { kept: had.kept + kept, refused: had.refused + refused };
    sums.set(key, { matter, area, unit, ...sum, changed: position });
  }
  const inOrder = [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1));
  await addUnits(
    tx,
    inOrder.map(([, change]) => change),
  );
}
