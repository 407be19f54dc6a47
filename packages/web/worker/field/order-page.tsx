import './field.css';
import type { FieldOrder } from '@suban/domain/api-field.ts';
import { Link, useNavigate } from '@tanstack/react-router';
import { Alert, App, Button, Skeleton } from 'antd';
import { useEffect } from 'react';
import { useText } from '../../i18n/language.ts';
import { ClockCell } from '../../ui/staff/light.tsx';
import { ProblemAlert } from '../../ui/staff/problem.tsx';
import { AnswerFields } from './answer.tsx';
import { Call, ContactFields } from './contact.tsx';
import type { FieldCommand } from './outbox.ts';
import { FieldPhotos } from './photos.tsx';
import { metresBetween, metresText, useHere, wayTo } from './position.ts';
import { useFieldOrders } from './queries.ts';
import { type Do, doLater, underWay, useDeeds } from './use-deeds.ts';
import { useFieldDraft } from './use-draft.ts';
import { useMe } from './use-me.ts';
import { fieldWords } from './words.ts';

/** `/desk/field/{number}`: one order, for whoever stands before it. */
export function FieldOrderPage({ number }: { number: string }) {
  const text = useText(fieldWords);
  const { account } = useMe();
  const found = useFieldOrders(account);
  const draft = useFieldDraft(account, number);
  const order = found.data?.orders.find((one) => one.number === number);
  return (
    <div className="field">
      <Link to="/field" className="field-back">
        ‹ {text.back}
      </Link>
      <ProblemAlert error={found.error} retry={() => void found.refetch()} />
      {(found.isPending || draft.words === null) && <Skeleton active paragraph={{ rows: 8 }} />}
      {order && draft.words !== null && <Order account={account} order={order} draft={draft} />}
      {found.data && !order && draft.words !== null && (
        <>
          <h1>{number}</h1>
          <Alert type="warning" showIcon role="status" title={text.notHere} />
          <FieldPhotos draft={draft} place={null} />
          {draft.words.text && <blockquote>{draft.words.text}</blockquote>}
        </>
      )}
    </div>
  );
}

type Props = { account: string; order: FieldOrder; draft: ReturnType<typeof useFieldDraft> };

function Order({ account, order, draft }: Props) {
  const text = useText(fieldWords);
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { commands: waits, reached } = underWay(useDeeds(account) ?? [], order.number);
  useTitle(order.title);
  const act: Do = async (command, body, photos) => {
    const kept = await doLater(account, order, command, body, photos);
    if (!kept) void message.error(text.notKept);
    else if (command === 'answer') void navigate({ to: '/field' });
    else void message.success(text.queued);
    return kept;
  };
  // What waits to be sent counts as done here: the next step need not wait for a network.
  const may = (command: FieldCommand) =>
    !waits.includes('answer') &&
    !(command === 'acknowledge' && waits.includes('acknowledge')) &&
    (order.abilities.includes(command) || (command !== 'acknowledge' && waits.includes('acknowledge')));
  return (
    <>
      <Head order={order} />
      {waits.length > 0 && (
        <p className="field-waits" role="status">
          {waits.map((command) => text.onItsWay[command]).join(' · ')}
        </p>
      )}
      {may('acknowledge') && (
        <Button type="primary" block size="large" onClick={() => void act('acknowledge', {})}>
          {text.acknowledge}
        </Button>
      )}
      <FieldPhotos
        draft={draft}
        place={order.lat !== null && order.long !== null ? { lat: order.lat, long: order.long } : null}
      />
      {order.contacted && <p className="field-met">✓ {text.contactDone}</p>}
      {may('contact') && <ContactFields act={act} />}
      {may('answer') && (
        <AnswerFields order={order} draft={draft} contacted={order.contacted || reached} act={act} />
      )}
    </>
  );
}

function Head({ order }: { order: FieldOrder }) {
  const text = useText(fieldWords);
  const here = useHere();
  const { lat, long, number } = order;
  const far = here && lat !== null && long !== null ? metresBetween(here, { lat, long }) : null;
  const way = wayTo(order);
  return (
    <header className="field-part">
      <ClockCell clock={order.clock} />
      <h1>{order.title}</h1>
      <p className="field-body">{order.body}</p>
      <p>
        {order.address ?? text.noAddress}
        {far !== null && <span className="field-far"> · {text.away(metresText(far))}</span>}
      </p>
      {order.findings !== null && (
        <Alert type="warning" showIcon title={text.findings} description={order.findings} />
      )}
      <div className="field-buttons">
        {way !== null && (
          <a className="field-button" href={way}>
            {text.go}
          </a>
        )}
        <Call order={order} />
        <Link to="/cases/$number" params={{ number }}>
          {text.whole}
        </Link>
      </div>
    </header>
  );
}

function useTitle(title: string): void {
  useEffect(() => {
    const before = document.title;
    document.title = `${title} · ${before}`;
    return () => void (document.title = before);
  }, [title]);
}
