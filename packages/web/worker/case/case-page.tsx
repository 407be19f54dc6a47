import './case.css';
import type { CaseView } from '@suban/domain/api.ts';
import { Link } from '@tanstack/react-router';
import { Alert, Skeleton } from 'antd';
import { useEffect } from 'react';
import { useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { ApiError } from '../../ui/api.ts';
import { CaseMarks } from '../../ui/staff/case-table.tsx';
import { CaseEvents } from '../../ui/staff/events/case-events.tsx';
import { ClockCell } from '../../ui/staff/light.tsx';
import { ProblemAlert } from '../../ui/staff/problem.tsx';
import { useStaff } from '../../ui/staff/session.ts';
import { ActionPanel } from '../action/panel.tsx';
import { useCase } from '../queries.ts';
import { deskWords } from '../words.ts';
import { Clocks } from './clocks.tsx';
import { CasePrecedents } from './case-precedents.tsx';
import { CoHandlers } from './co-handlers.tsx';
import { Contacts } from './contacts.tsx';
import { Facts } from './facts.tsx';
import { Followers } from './followers.tsx';
import { Held } from './held.tsx';
import { Person } from './person.tsx';
import { placeOf } from './item-words.tsx';
import { ItemPhotos } from './photos.tsx';
import { PlaceMap } from './place-map.tsx';
import { Standing } from './standing.tsx';
import { Timeline } from './timeline.tsx';
import { SimilarPanel } from '../similar/panel.tsx';
import { caseWords } from './words.ts';

/** `/desk/cases/{number}`: what is known on the left, what may be done on the right. */
export function CasePage({ number, from }: { number: string; from?: string | undefined }) {
  const text = useText(caseWords);
  const found = useCase(number);
  const gone = found.error instanceof ApiError && (found.error.status === 403 || found.error.status === 404);
  return (
    <div className="desk-case-page">
      <BackLink from={from} />
      {gone && found.data && <Alert type="info" showIcon role="status" title={text.gone} />}
      {(!gone || !found.data) && <ProblemAlert error={found.error} retry={() => void found.refetch()} />}
      {found.isPending && <Skeleton active paragraph={{ rows: 14 }} />}
      {found.data && <Case key={number} view={found.data} mayAct={!gone} />}
    </div>
  );
}

function BackLink({ from }: { from: string | undefined }) {
  const text = useText(caseWords);
  const { queue } = useText(deskWords);
  const { staff } = useStaff();
  const known = staff?.queues.find((name) => name === from);
  if (!known)
    return (
      <Link to="/" className="desk-back">
        ‹ {text.back}
      </Link>
    );
  return (
    <Link to="/queues/$queue" params={{ queue: known }} className="desk-back">
      ‹ {text.backTo(queue[known])}
    </Link>
  );
}

function Case({ view, mayAct }: { view: CaseView; mayAct: boolean }) {
  const text = useText(caseWords);
  useEffect(() => {
    const before = document.title;
    document.title = `${view.title} · ${before}`;
    return () => void (document.title = before);
  }, [view.title]);
  const given = view.timeline.find((item) => item.what === 'filed')?.photos ?? [];
  return (
    <div className="desk-case">
      <article aria-labelledby="case-title" className="desk-case-what">
        <CaseHead view={view} />
        <h2 className="staff-hidden">{text.body}</h2>
        <p className="desk-body">{view.body}</p>
        <ItemPhotos number={view.number} photos={given} place={placeOf(view)} />
      </article>
      {/* On a phone the actions come before what is only looked up. */}
      {mayAct && <ActionPanel view={view} />}
      <div className="desk-case-what">
        <Clocks view={view} />
        <SimilarPanel view={view} />
        <CasePrecedents view={view} />
        <Contacts view={view} />
        <CoHandlers view={view} />
        <Followers view={view} />
        <Held view={view} />
        <div className="desk-facts">
          <div>
            <Facts view={view} />
            <Person view={view} />
          </div>
          <PlaceMap view={view} />
        </div>
      </div>
      <Timeline view={view} />
    </div>
  );
}

function CaseHead({ view }: { view: CaseView }) {
  const term = useText(terms);
  const state =
    view.orderState && view.state === 'dispatched'
      ? term.orderState[view.orderState]
      : term.state[view.state];
  return (
    <header>
      <p className="desk-case-over">
        <span className="desk-state">{state}</span>
        <span>{term.kind[view.kind]}</span>
        <span>{view.number}</span>
        {view.clock && <ClockCell clock={view.clock} />}
      </p>
      <h1 id="case-title">{view.title}</h1>
      <CaseMarks row={view} />
      <CaseEvents number={view.number} />
      <Standing view={view} />
    </header>
  );
}
