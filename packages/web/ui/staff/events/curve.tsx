import type { HotEventView } from '@suban/domain/api-alerts.ts';
import { useText } from '../../../i18n/language.ts';
import { eventWords } from './words.ts';

type Day = HotEventView['curve'][number];

const [width, height, bottom] = [640, 180, 22];

/** An event's appeals as bars, all of its problem as a line, and what is usual dashed. The same numbers stand in a table below. */
export function Curve({ curve }: { readonly curve: readonly Day[] }) {
  const t = useText(eventWords);
  const most = Math.max(3, ...curve.map(({ n, expected }) => Math.max(n, expected ?? 0)));
  const step = width / Math.max(1, curve.length);
  const x = (index: number) => (index + 0.5) * step;
  const y = (n: number) => (height - bottom) * (1 - n / most) + 4;
  const line = (of: (day: Day) => number | null) =>
    curve
      .flatMap((day, index) => {
        const n = of(day);
        return n === null ? [] : [`${x(index).toFixed(1)},${y(n).toFixed(1)}`];
      })
      .join(' ');
  const peak = curve.reduce<Day | undefined>(
    (best, day) => (day.own > (best?.own ?? -1) ? day : best),
    undefined,
  );
  const own = curve.reduce((sum, day) => sum + day.own, 0);
  const says = t.curveSays(own, curve.length, peak?.day ?? '', peak?.own ?? 0);
  return (
    <figure className="staff-curve">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={says} preserveAspectRatio="none">
        {curve.map(({ day, own: n }, index) => (
          <rect
            key={day}
            x={x(index) - step * 0.35}
            width={step * 0.7}
            y={y(n)}
            height={Math.max(0, y(0) - y(n))}
          />
        ))}
        <polyline className="is-all" points={line(({ n }) => n)} vectorEffect="non-scaling-stroke" />
        <polyline
          className="is-expected"
          points={line(({ expected }) => expected)}
          vectorEffect="non-scaling-stroke"
        />
        <line x1="0" x2={width} y1={y(0)} y2={y(0)} vectorEffect="non-scaling-stroke" />
      </svg>
      <p className="staff-curve-ends" aria-hidden>
        <span>{curve[0]?.day}</span>
        <span>{curve.at(-1)?.day}</span>
      </p>
      <figcaption>
        <span className="is-own">{t.own}</span>
        <span className="is-all">{t.all}</span>
        <span className="is-expected">{t.expected}</span>
      </figcaption>
      <p className="staff-soft">{says}</p>
      <Days curve={curve} />
    </figure>
  );
}

function Days({ curve }: { readonly curve: readonly Day[] }) {
  const t = useText(eventWords);
  return (
    <details>
      <summary>{t.table}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.day}</th>
            <th scope="col">{t.own}</th>
            <th scope="col">{t.all}</th>
            <th scope="col">{t.expected}</th>
          </tr>
        </thead>
        <tbody>
          {curve.toReversed().map(({ day, n, own, expected }) => (
            <tr key={day}>
              <th scope="row">{day}</th>
              <td>{own}</td>
              <td>{n}</td>
              <td>{expected ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** The last days at a glance. */
export function Spark({ days }: { readonly days: readonly number[] }) {
  const t = useText(eventWords);
  const most = Math.max(1, ...days);
  const total = days.reduce((sum, n) => sum + n, 0);
  return (
    <svg
      className="staff-spark"
      viewBox={`0 0 ${days.length * 6} 24`}
      role="img"
      aria-label={t.spark(days.length, total)}
    >
      {days.map((n, index) => (
        // The place is the day: nothing else tells them apart.
        <rect
          key={`${days.length - index}`}
          x={index * 6}
          width="4"
          y={23 - (n / most) * 22}
          height={(n / most) * 22 + 1}
        />
      ))}
    </svg>
  );
}
