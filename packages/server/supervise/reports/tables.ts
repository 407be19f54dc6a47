import type { Rate } from '@suban/domain/api-figures.ts';
import type { Compared, Report } from '@suban/domain/api-reports.ts';
import { dayOf } from '@suban/domain/calendar/calendar.ts';
import { bandWords } from '@suban/domain/indicators/band-words.ts';
import { bandsOf } from '@suban/domain/indicators/bands.ts';
import { measureWords } from '@suban/domain/indicators/measure-words.ts';
import type { Measure } from '@suban/domain/indicators/measures.ts';
import type { Indicator } from '@suban/domain/indicators/rates.ts';
import { groupWords, indicatorGroups, indicatorWords } from '@suban/domain/indicators/words.ts';
import { channelWords, kindWords, lightWords } from '@suban/domain/words.ts';
import { type Language, reportWords } from './report-words.ts';

/** `hours` has one decimal, `change` a sign; a `rate` brings its parts and interval, wherever there is room for them. */
export type Column = {
  readonly title: string;
  readonly kind: 'text' | 'count' | 'hours' | 'change' | 'rate';
  /** In hundredths of the page's width on paper. */
  readonly width: number;
  /** An explanation beside the numbers. */
  readonly aside?: boolean;
};
export type Cell = string | number | Rate | null;
export type Row = { readonly cells: readonly Cell[] };
/** A part of a table under a heading of its own. */
export type Part = { readonly heading: string | null; readonly rows: readonly Row[] };
export type Sheet = {
  readonly name: string;
  readonly note: string;
  readonly columns: readonly Column[];
  readonly parts: readonly Part[];
  /** On paper no more rows than these; the spreadsheet has all. */
  readonly onPaper?: number;
};

/** A report as tables, the same for a spreadsheet and for paper. */
export function sheetsOf(report: Report, lang: Language): Sheet[] {
  return [overview, indicators, days, channels, districts, matters, units, followUps].map((make) =>
    make(report, lang),
  );
}

const column = (title: string, kind: Column['kind'], width: number): Column => ({ title, kind, width });
const named = (lang: Language, { name, nameEn }: { readonly name: string; readonly nameEn: string }) =>
  lang === 'zh' ? name : nameEn || name;
const one = (rows: readonly Row[]): Part[] => [{ heading: null, rows }];
const change = ({ now, before }: Pick<Compared, 'now' | 'before'>) => (before === null ? null : now - before);
const meanHours = (held: Report['held']['now'] | null) =>
  held === null || held.times === 0 ? null : held.minutes / held.times / 60;

/** What a reader asks first, in the order of a request's life. */
const headline: readonly Measure[] = [
  'filed',
  'dispatched',
  'answered',
  'closed',
  'sent-back',
  'reworked',
  'urged',
  'rated',
  'followed-up',
];

function overview(report: Report, lang: Language): Sheet {
  const t = reportWords[lang];
  const { kind } = report.period;
  const counts = headline.map((measure) => {
    const { now, before, yearAgo } = report.totals[measure];
    return { cells: [measureWords[lang][measure], now, before, change({ now, before }), yearAgo] };
  });
  const lights = (['green', 'yellow', 'red'] as const).map((light) => ({
    cells: [t.light(lightWords[lang][light]), report.lights[light], null, null, null],
  }));
  return {
    name: t.sheet.overview,
    note: t.note.overview,
    columns: [
      column(t.column.item, 'text', 36),
      column(t.column.now, 'count', 16),
      column(t.before[kind], 'count', 16),
      column(t.column.change, 'change', 16),
      column(t.yearAgo[kind], 'count', 16),
    ],
    parts: one([...counts, { cells: heldCells(report, lang) }, ...lights]),
  };
}

function heldCells({ held }: Report, lang: Language): Cell[] {
  const [now, before] = [meanHours(held.now), meanHours(held.before)];
  const moved = now === null || before === null ? null : now - before;
  return [reportWords[lang].held, now, before, moved, meanHours(held.yearAgo)];
}

function indicators(report: Report, lang: Language): Sheet {
  const t = reportWords[lang];
  const { kind } = report.period;
  const words = indicatorWords[lang];
  return {
    name: t.sheet.indicators,
    note: t.note.indicators,
    columns: [
      column(t.column.indicator, 'text', 17),
      column(t.column.now, 'rate', 20),
      column(t.before[kind], 'rate', 20),
      column(t.yearAgo[kind], 'rate', 20),
      { ...column(t.column.formula, 'text', 23), aside: true },
    ],
    parts: (Object.keys(indicatorGroups) as (keyof typeof indicatorGroups)[]).map((group) => ({
      heading: groupWords[lang][group],
      rows: indicatorGroups[group].map((name) => {
        const { now, before, yearAgo } = report.indicators[name];
        return { cells: [words[name].name, now, before, yearAgo, words[name].formula] };
      }),
    })),
  };
}

function days({ days: list }: Report, lang: Language): Sheet {
  const t = reportWords[lang];
  return {
    name: t.sheet.days,
    note: '',
    // The chart says it.
    onPaper: 0,
    columns: [
      column(t.column.day, 'text', 40),
      column(t.column.filed, 'count', 30),
      column(t.column.answered, 'count', 30),
    ],
    parts: one(list.map(({ day, filed, answered }) => ({ cells: [day, filed, answered] }))),
  };
}

function channels(report: Report, lang: Language): Sheet {
  const t = reportWords[lang];
  const { kind } = report.period;
  const row = (name: string, filed: Compared): Row => ({
    cells: [name, filed.now, filed.before, change(filed), filed.yearAgo],
  });
  return {
    name: t.sheet.channels,
    note: t.note.channels,
    columns: [
      column(t.column.part, 'text', 36),
      column(t.column.now, 'count', 16),
      column(t.before[kind], 'count', 16),
      column(t.column.change, 'change', 16),
      column(t.yearAgo[kind], 'count', 16),
    ],
    parts: [
      {
        heading: t.channel,
        rows: report.channels.map(({ channel, filed }) => row(channelWords[lang][channel], filed)),
      },
      { heading: t.ofKind, rows: report.kinds.map((each) => row(kindWords[lang][each.kind], each.filed)) },
    ],
  };
}

/** What parts of the city are told by; the rest of the indicators is on their own pages. */
const shown: readonly Indicator[] = ['on-time', 'solved', 'satisfied'];
const shownColumns = (lang: Language, width: number) =>
  shown.map((name) => column(indicatorWords[lang][name].name, 'rate', width));
const shownCells = (rates: Report['units'][number]['indicators']) => shown.map((name) => rates[name]);

function districts(report: Report, lang: Language): Sheet {
  const t = reportWords[lang];
  return {
    name: t.sheet.districts,
    note: t.note.districts,
    columns: [
      column(t.column.district, 'text', 17),
      column(t.column.filed, 'count', 8),
      column(t.column.change, 'change', 8),
      column(t.column.answered, 'count', 8),
      ...shownColumns(lang, 19.6),
    ],
    parts: one(
      report.districts.map(({ unit, filed, answered, indicators: rates }) => ({
        cells: [named(lang, unit), filed.now, change(filed), answered, ...shownCells(rates)],
      })),
    ),
  };
}

function matters(report: Report, lang: Language): Sheet {
  const t = reportWords[lang];
  return {
    name: t.sheet.matters,
    note: t.note.matters,
    onPaper: 60,
    columns: [
      column(t.column.matter, 'text', 20),
      column(t.column.dispatched, 'count', 8),
      column(t.column.change, 'change', 8),
      column(t.column.answered, 'count', 8),
      ...shownColumns(lang, 18.6),
    ],
    parts: one(
      report.matters.map(({ matter, dispatched, before, answered, indicators: rates }) => ({
        cells: [
          named(lang, matter),
          dispatched,
          change({ now: dispatched, before }),
          answered,
          ...shownCells(rates),
        ],
      })),
    ),
  };
}

const monthMs = 30 * 86_400_000;

function units(report: Report, lang: Language): Sheet {
  const t = reportWords[lang];
  const words = bandWords[lang];
  const pace = monthMs / (Date.parse(report.period.to) - Date.parse(report.period.from));
  const bands = bandsOf(report.units, ({ level, kind, dispatched }) => ({
    level,
    kind,
    dispatched: dispatched * pace,
  }));
  return {
    name: t.sheet.units,
    note: t.note.units,
    columns: [
      column(t.column.unit, 'text', 17),
      column(t.column.dispatched, 'count', 7),
      column(t.column.answered, 'count', 7),
      ...shownColumns(lang, 18),
      column(t.column.heldMean, 'hours', 8),
      column(t.column.heldTimes, 'count', 7),
    ],
    parts: bands.map(({ level, kind, size, units: list }) => ({
      heading: `${words.group(level, kind)} · ${words.size(size)}`,
      rows: list
        .toSorted((a, b) => b.dispatched - a.dispatched || a.unit.id - b.unit.id)
        .map(({ unit, dispatched, answered, indicators: rates, held }) => ({
          cells: [named(lang, unit), dispatched, answered, ...shownCells(rates), meanHours(held), held.times],
        })),
    })),
  };
}

function followUps(report: Report, lang: Language): Sheet {
  const { items, more } = report.followUps;
  const t = reportWords[lang];
  return {
    name: t.sheet.followUps,
    note: [t.note.followUps, more ? t.more : ''].join(' ').trim(),
    columns: [
      column(t.column.number, 'text', 18),
      column(t.column.title, 'text', 34),
      column(t.column.unit, 'text', 20),
      column(t.column.openedAt, 'text', 12),
      column(t.column.cause, 'text', 16),
    ],
    parts: one(
      items.map(({ number, title, unit, openedAt, cause, circular }) => ({
        cells: [
          number,
          title,
          unit ? named(lang, unit) : t.noUnit,
          dayOf(report, Date.parse(openedAt)),
          `${t.cause[cause] ?? cause}${circular ? ` · ${t.column.circular}` : ''}`,
        ],
      })),
    ),
  };
}
