import './alerts.css';
import type { AlertView } from '@suban/domain/api-alerts.ts';
import { Link, useNavigate } from '@tanstack/react-router';
import { Skeleton, Tag } from 'antd';
import { useEffect } from 'react';
import { useText } from '../../i18n/language.ts';
import { AlertClock } from '../../ui/staff/events/alert-clock.tsx';
import { EventCases } from '../../ui/staff/events/event-cases.tsx';
import { AlertLog, EventFacts, Evidence } from '../../ui/staff/events/event-facts.tsx';
import { useAlert } from '../../ui/staff/events/queries.ts';
import { eventWords } from '../../ui/staff/events/words.ts';
import { ProblemAlert } from '../../ui/staff/problem.tsx';
import { JudgeForm } from './judge-form.tsx';
import { alertWords } from './words.ts';

/** `/desk/alerts/{id}`: what is known of it, and the verdict. */
export function AlertPage({ id }: { readonly id: number }) {
  const text = useText(alertWords);
  const found = useAlert(id);
  return (
    <div className="desk-alert-page">
      <Link to="/alerts" className="desk-back">
        ‹ {text.back}
      </Link>
      <ProblemAlert error={found.error} retry={() => void found.refetch()} />
      {found.isPending && <Skeleton active paragraph={{ rows: 12 }} />}
      {found.data && <Whole key={id} alert={found.data} />}
    </div>
  );
}

function Whole({ alert }: { readonly alert: AlertView }) {
  const text = useText(alertWords);
  const t = useText(eventWords);
  const navigate = useNavigate();
  useEffect(() => {
    const before = document.title;
    document.title = `${alert.name} · ${before}`;
    return () => void (document.title = before);
  }, [alert.name]);
  return (
    <div className="desk-alert-whole">
      <article className="desk-alert-card" aria-labelledby="alert-title">
        <header>
          <p className="desk-alert-over">
            <Tag
              className={`staff-mark ${alert.cause === 'sensitive' ? 'is-red' : 'is-brand'}`}
              variant="filled"
            >
              {t.cause[alert.cause]}
            </Tag>
            {alert.followedUp && (
              <Tag className="staff-mark is-red" variant="filled">
                {t.followedUp}
              </Tag>
            )}
            <span>{t.appeals(alert.appeals)}</span>
            <AlertClock alert={alert} />
          </p>
          <h1 id="alert-title">{alert.name}</h1>
        </header>
        <Evidence alert={alert} />
        {alert.trigger && (
          <p>
            {t.trigger}：
            <Link to="/cases/$number" params={{ number: alert.trigger }} className="desk-link">
              {alert.trigger}
            </Link>
          </p>
        )}
        <EventFacts event={alert.eventView} />
      </article>
      <aside className="desk-alert-card" aria-labelledby="judge-title">
        <h2 id="judge-title">{text.judge}</h2>
        {alert.mayJudge ? <JudgeForm alert={alert} /> : alert.state === 'open' && <p>{text.notYours}</p>}
        <AlertLog log={alert.log} />
      </aside>
      <div className="desk-alert-cases">
        <EventCases
          event={alert.event}
          hrefOf={({ number }) => `/desk/cases/${number}`}
          onOpen={({ number }) => void navigate({ to: '/cases/$number', params: { number }, search: {} })}
        />
      </div>
    </div>
  );
}
