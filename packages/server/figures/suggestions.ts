import type { AutomaticFigures, SuggestionFigures, Tally } from '@suban/domain/api-suggestions.ts';
import { day } from '@suban/domain/calendar/calendar.ts';
import { rateOf } from '@suban/domain/indicators/rates.ts';
import { iso, matterName } from '../appeal/names.ts';
import type { Services } from '../platform/services.ts';
import { type SuggestionCount, suggestionMatters, suggestionWeeks } from './suggestion-store.ts';
import { weekOf } from './week.ts';

/** As many weeks are looked at: long enough for a number per matter, short enough to be of today's catalogue. */
const weeks = 12;
const bands = 10;
type Count = Omit<SuggestionCount, 'week' | 'matter'>;
type Services_ = Pick<Services, 'database' | 'reference' | 'clock'>;

const sum = (list: readonly Count[], of: 'filed' | 'judged' | 'hits') =>
  list.reduce((total, count) => total + count[of], 0);

function tallyOf(list: readonly Count[]): Tally {
  const shown = list.filter(({ sure }) => sure);
  return {
    filed: sum(list, 'filed'),
    sure: sum(shown, 'filed'),
    success: rateOf(sum(shown, 'hits'), sum(shown, 'judged')),
    coverage: rateOf(sum(shown, 'filed'), sum(list, 'filed')),
  };
}

/** The Mondays looked at, oldest first, and the moments they are between. */
function lastWeeks({ reference, clock }: Services_) {
  const { calendar } = reference();
  const thisWeek = Date.parse(weekOf(calendar, clock()));
  const mondays = Array.from({ length: weeks }, (_, i) =>
    new Date(thisWeek - (weeks - 1 - i) * 7 * day).toISOString().slice(0, 10),
  );
  const startOf = (monday: string) => Date.parse(monday) - calendar.offsetMinutes * 60_000;
  const weekFrom = (monday: string) => ({
    from: iso(startOf(monday)),
    to: iso(startOf(monday) + 7 * day),
  });
  const since = mondays[0] ?? '';
  return { mondays, since, weekFrom, period: { from: iso(startOf(since)), to: iso(clock()) } };
}

/** How good the dispatch suggestions of the last twelve weeks were, by their own record. */
export async function readSuggestionFigures(services: Services_): Promise<SuggestionFigures> {
  const { database } = services;
  const reference = services.reference();
  const { mondays, since, weekFrom, period } = lastWeeks(services);
  const byWeek = await suggestionWeeks(database, since);
  const matters = Map.groupBy(await suggestionMatters(database, since), ({ matter }) => matter);
  return {
    period,
    all: tallyOf(byWeek),
    weeks: mondays.map((week) => ({
      week,
      period: weekFrom(week),
      ...tallyOf(byWeek.filter((count) => count.week === week)),
    })),
    bands: Array.from({ length: bands }, (_, band) => {
      const list = byWeek.filter((count) => count.band === band);
      return {
        from: band / bands,
        to: (band + 1) / bands,
        filed: sum(list, 'filed'),
        hits: rateOf(sum(list, 'hits'), sum(list, 'judged')),
      };
    }),
    matters: [...matters]
      .flatMap(([code, list]) => {
        const matter = matterName(reference, code);
        return matter ? [{ matter, ...tallyOf(list) }] : [];
      })
      .toSorted((a, b) => b.filed - a.filed || (a.matter.code < b.matter.code ? -1 : 1)),
    atLeast: reference.settings.suggestAtLeast,
  };
}

/** The same by matter and tenth of confidence, for who turns automatic dispatch on. */
export async function readAutomaticFigures(services: Services_): Promise<AutomaticFigures> {
  const reference = services.reference();
  const { since, period } = lastWeeks(services);
  const matters = Map.groupBy(await suggestionMatters(services.database, since), ({ matter }) => matter);
  return {
    period,
    matters: [...matters].flatMap(([code, list]) => {
      const matter = matterName(reference, code);
      if (!matter) return [];
      const byBand = Map.groupBy(list, ({ band }) => band);
      return [
        {
          matter,
          bands: [...byBand].map(([band, counts]) => ({
            from: band / bands,
            judged: sum(counts, 'judged'),
            hits: sum(counts, 'hits'),
          })),
        },
      ];
    }),
  };
}
