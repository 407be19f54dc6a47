import './events.css';
import type { AlertView, HotEventView } from '@suban/domain/api-alerts.ts';
import { useParams } from '@tanstack/react-router';
import { useText } from '../../i18n/language.ts';
import { useStaff } from '../../ui/staff/session.ts';
import { AlertClock } from '../../ui/staff/events/alert-clock.tsx';
import { EventCases } from '../../ui/staff/events/event-cases.tsx';
import { AlertLog, EventFacts, Evidence } from '../../ui/staff/events/event-facts.tsx';
import { useAlert, useHotEvent } from '../../ui/staff/events/queries.ts';
import { eventWords } from '../../ui/staff/events/words.ts';
import { Loaded } from '../kit/loaded.tsx';
import { PlaceLink, useGo } from '../kit/navigation.tsx';
import { isRefused, NotYours } from '../kit/notice.tsx';
import { MarkForm } from './mark-form.tsx';
import { hotWords } from './words.ts';

/** `/command/events/{id}`: one event, its alert and what was made of it, and its very cases. */
export function EventPage() {
  const t = useText(hotWords);
  const { id = '' }: { id?: string } = useParams({ strict: false });
  const query = useHotEvent(Number(id));
  if (isRefused(query.error)) return <NotYours />;
  return (
    <>
      <p className="m-back">
        <PlaceLink place={{ to: '/events' }}>{`← ${t.back}`}</PlaceLink>
      </p>
      {!query.data && <h1 className="m-lone">{t.event}</h1>}
      <Loaded query={query} rows={12}>
        {(event) => <Whole key={event.id} event={event} />}
      </Loaded>
    </>
  );
}

function Whole({ event }: { readonly event: HotEventView }) {
  const t = useText(hotWords);
  const words = useText(eventWords);
  const go = useGo();
  return (
    <article className="m-event">
      <header className="m-head is-stacked">
        <h1>{event.name}</h1>
        <p className="m-soft">
          {words.kind[event.kind]} · {words.appeals(event.appeals)}
          {event.withdrawn > 0 && ` · ${words.withdrawn(event.withdrawn)}`}
        </p>
      </header>
      <div className="m-event-parts">
        <div className="m-card">
          <EventFacts event={event} />
        </div>
        <div className="m-card">
          <h2>{t.alert}</h2>
          {event.alert ? <AlertPart id={event.alert.id} /> : <p>{t.noAlert}</p>}
          {event.mayMark && <MarkForm event={event.id} />}
        </div>
      </div>
      <EventCases
        event={event.id}
        hrefOf={({ number }) => `/command/cases/${number}`}
        onOpen={({ number }) => go({ to: '/cases/$number', params: { number } })}
      />
    </article>
  );
}

function AlertPart({ id }: { readonly id: number }) {
  const query = useAlert(id);
  return <Loaded query={query}>{(alert) => <AlertSays alert={alert} />}</Loaded>;
}

function AlertSays({ alert }: { readonly alert: AlertView }) {
  const t = useText(hotWords);
  const words = useText(eventWords);
  const { staff } = useStaff();
  return (
    <>
      <p className="m-tags">
        <span className="m-tag">{words.cause[alert.cause]}</span>
        {alert.followedUp && <span className="m-tag is-red">{words.followedUp}</span>}
        <AlertClock alert={alert} />
      </p>
      {alert.mayJudge && staff?.mayJudge && (
        <p>
          <a className="m-link" href={`/desk/alerts/${alert.id}`}>
            {t.toJudge}
          </a>
        </p>
      )}
      <Evidence alert={alert} />
      <AlertLog log={alert.log} />
    </>
  );
}
