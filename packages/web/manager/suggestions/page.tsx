import './suggestions.css';
import type { Rate } from '@suban/domain/api-figures.ts';
import type { SuggestionFigures, Tally } from '@suban/domain/api-suggestions.ts';
import { useQuery } from '@tanstack/react-query';
import { useLanguage, useText } from '../../i18n/language.ts';
import type { CaseFilters } from '../cases/filters.ts';
import { CaseLink } from '../kit/case-link.tsx';
import { Card } from '../kit/card.tsx';
import { Loaded, Nothing } from '../kit/loaded.tsx';
import { count, percent } from '../kit/numbers.ts';
import { suggestionsQuery } from '../kit/queries.ts';
import { RangeBar } from '../kit/rate.tsx';
import { figureWords } from '../kit/words.ts';
import { useTicks } from '../kit/ticks.ts';
import { Bands, Matters } from './tables.tsx';
import { WeekChart } from './week-chart.tsx';
import { suggestionWords } from './words.ts';

/** How good the dispatch suggestions are, by their own record. */
export function SuggestionsPage() {
  const t = useText(suggestionWords);
  const query = useQuery(suggestionsQuery);
  useTicks(['suggestions']);
  return (
    <>
      <header className="m-head is-stacked">
        <h1>{t.title}</h1>
        <p className="m-soft">{t.lead}</p>
      </header>
      <Loaded query={query} rows={14}>
        {(figures) => (figures.all.filed === 0 ? <Nothing>{t.none}</Nothing> : <Figures figures={figures} />)}
      </Loaded>
    </>
  );
}

function Figures({ figures }: { readonly figures: SuggestionFigures }) {
  const lang = useLanguage();
  const t = useText(suggestionWords);
  const { all, period, weeks, bands, matters, atLeast } = figures;
  return (
    <div className="sug-page">
      <section className="sug-heads" aria-label={t.whole}>
        <Head
          name={t.success}
          hint={t.successHint}
          rate={all.success}
          above={{ ...period, suggested: 'right' }}
          below={null}
        />
        <Head
          name={t.coverage}
          hint={t.coverageHint(percent(lang, atLeast))}
          rate={all.coverage}
          above={{ ...period, suggested: 'sure' }}
          below={{ ...period, measure: 'filed' }}
        />
        <Unsure tally={all} filters={{ ...period, suggested: 'unsure' }} />
      </section>
      <Card title={t.byWeek} hint={t.byWeekHint}>
        <WeekChart weeks={weeks} label={chartLabel(figures, lang, t)} />
      </Card>
      <Card title={t.bands} hint={t.bandsHint}>
        <Bands bands={bands} atLeast={atLeast} />
      </Card>
      <Card title={t.byMatter} hint={t.byMatterHint}>
        <Matters matters={matters} period={period} />
      </Card>
    </div>
  );
}

const chartLabel = (
  { weeks, all }: SuggestionFigures,
  lang: ReturnType<typeof useLanguage>,
  t: (typeof suggestionWords)['zh'],
): string => {
  const said = ({ value }: Rate) => (value === null ? '—' : percent(lang, value));
  return t.chart(weeks.length, said(all.success), said(all.coverage));
};

type HeadProps = {
  readonly name: string;
  readonly hint: string;
  readonly rate: Rate;
  readonly above: CaseFilters;
  readonly below: CaseFilters | null;
};

/** A share with its interval, and its parts as ways to their cases. */
function Head({ name, hint, rate, above, below }: HeadProps) {
  const lang = useLanguage();
  const t = useText(figureWords);
  const { value, low, high, numerator, denominator } = rate;
  return (
    <div className="m-card sug-head">
      <h2>{name}</h2>
      <strong className="sug-number">{value === null ? '—' : percent(lang, value)}</strong>
      <RangeBar rate={rate} />
      <p className="m-soft m-parts">
        {low !== null && high !== null && <>{t.interval(percent(lang, low), percent(lang, high))} · </>}
        <Part n={numerator} filters={above} name={name} /> ÷{' '}
        {below ? <Part n={denominator} filters={below} name={name} /> : count(lang, denominator)}
      </p>
      <p className="m-soft">{hint}</p>
    </div>
  );
}

function Part({
  n,
  filters,
  name,
}: {
  readonly n: number;
  readonly filters: CaseFilters;
  readonly name: string;
}) {
  const lang = useLanguage();
  const t = useText(figureWords);
  if (n === 0) return <span>0</span>;
  return (
    <CaseLink filters={filters} label={t.partCases(name, count(lang, n))}>
      {count(lang, n)}
    </CaseLink>
  );
}

function Unsure({ tally, filters }: { readonly tally: Tally; readonly filters: CaseFilters }) {
  const lang = useLanguage();
  const t = useText(suggestionWords);
  const n = tally.filed - tally.sure;
  return (
    <div className="m-card sug-head">
      <h2>{t.unsure}</h2>
      <strong className="sug-number">
        <Part n={n} filters={filters} name={t.unsure} />
      </strong>
      <p className="m-soft">
        {t.filed} {count(lang, tally.filed)}
      </p>
    </div>
  );
}
