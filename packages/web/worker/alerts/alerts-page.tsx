import './alerts.css';
import type { AlertRow } from '@suban/domain/api-alerts.ts';
import { Link } from '@tanstack/react-router';
import { Button, Empty, Skeleton, Tag } from 'antd';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { AlertClock } from '../../ui/staff/events/alert-clock.tsx';
import { useAlerts } from '../../ui/staff/events/queries.ts';
import { eventWords } from '../../ui/staff/events/words.ts';
import { ProblemAlert } from '../../ui/staff/problem.tsx';
import { relative } from '../../ui/time.ts';
import { Board } from '../queue/board.tsx';
import { alertWords } from './words.ts';

/** `/desk/alerts`: what waits to be judged, the most urgent first. */
export function AlertsPage() {
  const text = useText(alertWords);
  const t = useText(eventWords);
  const list = useAlerts();
  return (
    <Board>
      <section aria-labelledby="alerts-title">
        <div className="desk-title">
          <h1 id="alerts-title">{text.title}</h1>
        </div>
        <p className="staff-soft desk-alerts-lead">{text.lead}</p>
        <ProblemAlert error={list.error} retry={() => void list.refetch()} />
        {list.isPending && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
        {list.data && list.items.length === 0 && (
          <div className="staff-cases">
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text.none} />
          </div>
        )}
        {list.items.length > 0 && (
          <ul className="desk-alerts" aria-label={text.title}>
            {list.items.map((alert) => (
              <AlertLine key={alert.id} alert={alert} />
            ))}
          </ul>
        )}
        {list.hasNextPage && (
          <p className="desk-more">
            <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t.more}
            </Button>
          </p>
        )}
      </section>
    </Board>
  );
}

function AlertLine({ alert }: { readonly alert: AlertRow }) {
  const lang = useLanguage();
  const t = useText(eventWords);
  return (
    <li className="desk-alert">
      <div>
        <Link to="/alerts/$id" params={{ id: String(alert.id) }} className="desk-alert-name">
          {alert.name}
        </Link>
        <p className="staff-case-meta">
          <span>{alert.area ? nameIn(lang, alert.area) : t.city}</span>
          <span>{t.appeals(alert.appeals)}</span>
          <span>{nameIn(lang, alert.unit)}</span>
          <span>{relative(lang, alert.raisedAt)}</span>
        </p>
        <p className="staff-marks">
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
        </p>
      </div>
      <AlertClock alert={alert} />
    </li>
  );
}
