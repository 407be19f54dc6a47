import './field.css';
import type { FieldOrder } from '@suban/domain/api-field.ts';
import { Link } from '@tanstack/react-router';
import { Alert, Skeleton } from 'antd';
import { useEffect } from 'react';
import { useLanguage, useText } from '../../i18n/language.ts';
import { dateTime } from '../../ui/time.ts';
import { ClockCell } from '../../ui/staff/light.tsx';
import { ProblemAlert } from '../../ui/staff/problem.tsx';
import { useMe } from './use-me.ts';
import type { FieldCommand } from './outbox.ts';
import { metresBetween, metresText, useHere } from './position.ts';
import { useFieldOrders } from './queries.ts';
import { underWay, useDeeds } from './use-deeds.ts';
import { WaitingDeeds } from './waiting.tsx';
import { fieldWords } from './words.ts';

/** `/desk/field`: what is in hand, for whoever goes there. */
export function FieldPage() {
  const text = useText(fieldWords);
  const lang = useLanguage();
  const { account } = useMe();
  const found = useFieldOrders(account);
  const deeds = useDeeds(account) ?? [];
  useEffect(() => {
    const before = document.title;
    document.title = `${text.title} · ${before}`;
    return () => void (document.title = before);
  }, [text.title]);
  const { data } = found;
  return (
    <div className="field">
      <h1>{text.title}</h1>
      {data && <p className="staff-soft">{text.lead(data.orders.length, data.more)}</p>}
      <div role="status">
        {data && !data.fresh && (
          <Alert
            type="warning"
            showIcon
            title={text.seenAt(dateTime(lang, new Date(data.at).toISOString()))}
          />
        )}
      </div>
      <WaitingDeeds deeds={deeds} />
      <ProblemAlert error={found.error} retry={() => void found.refetch()} />
      {found.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {data?.orders.length === 0 && <p className="field-empty">{text.none}</p>}
      <ol className="field-orders">
        {data?.orders.map((order) => (
          <OrderCard key={order.number} order={order} waits={underWay(deeds, order.number).commands} />
        ))}
      </ol>
      {data?.more && <p className="staff-soft">{text.more}</p>}
      <p className="staff-soft field-privacy">{text.privacy}</p>
    </div>
  );
}

function OrderCard({ order, waits }: { order: FieldOrder; waits: readonly FieldCommand[] }) {
  const text = useText(fieldWords);
  const here = useHere();
  const { number, title, lat, long } = order;
  const far = here && lat !== null && long !== null ? metresBetween(here, { lat, long }) : null;
  return (
    <li className="field-card">
      <ClockCell clock={order.clock} />
      <h2>
        <Link to="/field/$number" params={{ number }}>
          {title}
        </Link>
      </h2>
      <p>
        {order.urgency === 'urgent' && <b className="field-urgent">{text.urgent} </b>}
        {order.address ?? text.noAddress}
        {far !== null && <span className="field-far"> · {text.away(metresText(far))}</span>}
      </p>
      {waits.length > 0 && (
        <p className="field-waits">{waits.map((command) => text.onItsWay[command]).join(' · ')}</p>
      )}
    </li>
  );
}
