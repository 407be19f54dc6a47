import './events.css';
import type { AlertView, HotEventView } from '@suban/domain/api-alerts.ts';
import { nameIn, useLanguage, useText } from '../../../i18n/language.ts';
import { dateTime } from '../../time.ts';
import { AreaMap } from '../area-map.tsx';
import { Curve } from './curve.tsx';
import { eventWords } from './words.ts';

/** What, where, since when, and how it went: the same on every page that shows an event. */
export function EventFacts({ event }: { readonly event: HotEventView }) {
  const lang = useLanguage();
  const t = useText(eventWords);
  const area = event.area ? nameIn(lang, event.area) : t.city;
  const rows: readonly (readonly [string, string | null])[] = [
    [t.unit, nameIn(lang, event.unit)],
    [t.place, [event.area && nameIn(lang, event.area), event.place].filter(Boolean).join(' · ') || t.noPlace],
    [t.problem, event.problem],
    [t.first, dateTime(lang, event.first)],
    [t.last, dateTime(lang, event.last)],
  ];
  return (
    <>
      <div className="staff-event-facts">
        <dl className="staff-event-rows">
          {rows.map(([name, value]) =>
            value === null ? null : (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
          )}
        </dl>
        <AreaMap
          area={event.area?.id ?? null}
          spots={event.points}
          label={t.mapLegend(area, event.points.length)}
        />
      </div>
      <h2>{t.curve}</h2>
      <Curve curve={event.curve} />
    </>
  );
}

/** Why the alert was raised, so that a person can check it. */
export function Evidence({ alert }: { readonly alert: AlertView }) {
  const t = useText(eventWords);
  const { word, count, expected, score, words } = alert.evidence;
  const why = {
    sensitive: t.wordFound(word ?? ''),
    gathering: t.together(count, String(score)),
    rise: t.risen(count, (expected ?? 0).toFixed(1)),
    marked: t.byHand(count),
  }[alert.cause];
  return (
    <section aria-labelledby="evidence-title" className="staff-evidence">
      <h2 id="evidence-title">{t.evidence}</h2>
      <p>{why}</p>
      {words.length > 0 && (
        <>
          <h3>{t.common}</h3>
          <ul className="staff-event-words">
            {words.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** What happened to the alert: who did it, when and why. */
export function AlertLog({ log }: { readonly log: AlertView['log'] }) {
  const lang = useLanguage();
  const t = useText(eventWords);
  const said = ({ what, data }: AlertView['log'][number]): string => {
    if (what === 'light-raised') return t.light[data['light'] === 'red' ? 'red' : 'yellow'];
    const measure = t.measure[data['measure'] as keyof typeof t.measure] as string | undefined;
    if (what === 'acted') return t.acted(measure ?? '', Number(data['cases']));
    return measure ? `${t.what[what]} · ${measure}` : t.what[what];
  };
  return (
    <section aria-labelledby="log-title" className="staff-event-log">
      <h2 id="log-title">{t.log}</h2>
      <ol>
        {log.map((entry) => (
          <li key={entry.seq}>
            <p>
              <strong>{said(entry)}</strong>
            </p>
            {entry.reason && <p>{entry.reason}</p>}
            <p className="staff-soft">
              <time dateTime={entry.at}>{dateTime(lang, entry.at)}</time>
              {' · '}
              {entry.byName ?? t.bySystem}
              {entry.unit && ` · ${nameIn(lang, entry.unit)}`}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
