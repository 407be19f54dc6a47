import type { Figures } from '@suban/domain/api.ts';
import { useQuery } from '@tanstack/react-query';
import { useLanguage, useText } from '../../i18n/language.ts';
import { get } from '../../ui/api.ts';
import { ErrorNote, Skeleton } from '../../ui/plain/notice.tsx';
import { dayAndMonth } from '../format.ts';
import { words } from './words.ts';

type Day = Figures['byDay'][number];

// The chart's own units; it scales with its box.
const width = 320;
const height = 96;

/** A line through one value a day. */
function line(days: readonly Day[], most: number, value: (day: Day) => number): string {
  const step = width / Math.max(1, days.length - 1);
  return days
    .map(
      (day, index) =>
        `${index === 0 ? 'M' : 'L'}${(index * step).toFixed(1)} ${(height - (value(day) / most) * height).toFixed(1)}`,
    )
    .join('');
}

function Chart({ days }: { days: readonly Day[] }) {
  const t = useText(words);
  const lang = useLanguage();
  const most = Math.max(1, ...days.flatMap((day) => [day.filed, day.closed]));
  const filed = line(days, most, (day) => day.filed);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  return (
    <figure className="chart">
      <figcaption>
        {t.chart}
        <span className="key key-filed">{t.filed}</span>
        <span className="key key-closed">{t.closed}</span>
      </figcaption>
      <svg viewBox={`-3 -4 ${width + 6} ${height + 8}`} aria-hidden="true" preserveAspectRatio="none">
        <path className="chart-ground" d={`${filed}V${height}H0Z`} />
        <path className="chart-filed" d={filed} />
        <path className="chart-closed" d={line(days, most, (day) => day.closed)} />
      </svg>
      <div className="chart-days" aria-hidden="true">
        <span>{dayAndMonth(lang, first.day)}</span>
        <span>{dayAndMonth(lang, last.day)}</span>
      </div>
      <div className="only-heard">
        <table>
          <caption>{t.chart}</caption>
          <thead>
            <tr>
              <th scope="col">{t.day}</th>
              <th scope="col">{t.filed}</th>
              <th scope="col">{t.closed}</th>
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <tr key={day.day}>
                <th scope="row">{dayAndMonth(lang, day.day)}</th>
                <td>{day.filed}</td>
                <td>{day.closed}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}

function Numbers({ figures }: { figures: Figures }) {
  const t = useText(words);
  const count = (value: number) => value.toLocaleString('en-US');
  const rate = (value: number | null) => (value === null ? t.none : `${(value * 100).toFixed(1)}%`);
  const shown = [
    [t.filedToday, count(figures.filedToday)],
    [t.filedMonth, count(figures.filedMonth)],
    [t.closedMonth, count(figures.closedMonth)],
    [t.solved, rate(figures.solvedRate)],
    [t.onTime, rate(figures.onTimeRate)],
  ] as const;
  return (
    <dl className="numbers">
      {shown.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function OpenFigures() {
  const t = useText(words);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['figures'],
    queryFn: () => get<Figures>('/api/figures'),
    refetchInterval: 60_000,
  });
  return (
    <section className="card figures">
      <h2>{t.figures}</h2>
      {isPending && <Skeleton lines={4} />}
      {error && !data && <ErrorNote error={error} retry={() => void refetch()} />}
      {data && (
        <div className="figures-body">
          <Numbers figures={data} />
          <Chart days={data.byDay} />
        </div>
      )}
    </section>
  );
}
