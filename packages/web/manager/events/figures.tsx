import type { AlertFiguresView } from '@suban/domain/api-alerts.ts';
import type { Rate } from '@suban/domain/api-figures.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { date } from '../../ui/time.ts';
import { count, percent } from '../kit/numbers.ts';
import { RangeBar } from '../kit/rate.tsx';
import type { Week } from './queries.ts';
import { hotWords } from './words.ts';

const dayMs = 86_400_000;

type Props = {
  readonly figures: AlertFiguresView;
  readonly week: Week | null;
  readonly onWeek: (week: Week | null) => void;
};

/** How many alerts, how many of them right, how many missed, how early. Each week leads to its alerts. */
export function Figures({ figures, week, onWeek }: Props) {
  const lang = useLanguage();
  const t = useText(hotWords);
  const { whole, weeks, openNow, plainFrom } = figures;
  const mean = whole.raised / Math.max(1, weeks.length);
  const number = new Intl.NumberFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { maximumFractionDigits: 1 });
  return (
    <div className="m-alert-figures">
      <Stat name={t.openNow} value={count(lang, openNow)} />
      <Stat name={t.perWeek} value={number.format(mean)} hint={t.perWeekHint} />
      <RateStat name={t.precision} rate={whole.precision} hint={t.precisionHint} />
      <RateStat name={t.recall} rate={whole.recall} hint={t.recallHint} />
      <Stat
        name={t.lead_}
        value={whole.leadMs === null ? '—' : t.days(number.format(whole.leadMs / dayMs))}
        hint={t.leadHint(plainFrom, whole.leads)}
      />
      <Weeks weeks={weeks} week={week} onWeek={onWeek} />
    </div>
  );
}

type StatProps = { readonly name: string; readonly value: string; readonly hint?: string };

function Stat({ name, value, hint }: StatProps) {
  return (
    <section className="m-card m-alert-stat">
      <h2>{name}</h2>
      <strong>{value}</strong>
      {hint && <p className="m-soft">{hint}</p>}
    </section>
  );
}

function RateStat({
  name,
  rate,
  hint,
}: {
  readonly name: string;
  readonly rate: Rate;
  readonly hint: string;
}) {
  const lang = useLanguage();
  const t = useText(hotWords);
  const { value, low, high, numerator, denominator } = rate;
  return (
    <section className="m-card m-alert-stat">
      <h2>{name}</h2>
      <strong>{value === null ? '—' : percent(lang, value)}</strong>
      <RangeBar rate={rate} />
      <p className="m-soft">
        {numerator} ÷ {denominator}
        {low !== null && high !== null && ` · ${t.interval(percent(lang, low), percent(lang, high))}`}
      </p>
      <p className="m-soft">{hint}</p>
    </section>
  );
}

/** A bar a week: confirmed, dismissed, waiting; a click lists its alerts below. */
function Weeks({
  weeks,
  week,
  onWeek,
}: Pick<Props, 'week' | 'onWeek'> & { readonly weeks: readonly Week[] }) {
  const lang = useLanguage();
  const t = useText(hotWords);
  const most = Math.max(1, ...weeks.map(({ raised }) => raised));
  const share = (n: number) => `${(n / most) * 100}%`;
  return (
    <section className="m-card m-alert-weeks" aria-labelledby="alert-weeks">
      <h2 id="alert-weeks">{t.weeks}</h2>
      <ul>
        {weeks.map((each) => {
          const { from, raised, confirmed, judged } = each;
          return (
            <li key={from}>
              <button
                type="button"
                aria-pressed={week?.from === from}
                aria-label={t.weekBar(date(lang, from), raised, confirmed, judged)}
                title={t.weekBar(date(lang, from), raised, confirmed, judged)}
                onClick={() => onWeek(week?.from === from ? null : each)}
              >
                <span className="is-open" style={{ height: share(raised - judged) }} />
                <span className="is-dismissed" style={{ height: share(judged - confirmed) }} />
                <span className="is-confirmed" style={{ height: share(confirmed) }} />
              </button>
              <small aria-hidden>{raised}</small>
            </li>
          );
        })}
      </ul>
      <p className="m-alert-legend">
        <span className="is-confirmed">{t.legend.confirmed}</span>
        <span className="is-dismissed">{t.legend.judged}</span>
        <span className="is-open">{t.legend.open}</span>
      </p>
    </section>
  );
}
