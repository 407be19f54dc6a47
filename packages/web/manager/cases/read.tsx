import type { CaseView } from '@suban/domain/api.ts';
import { useQuery } from '@tanstack/react-query';
import { useCanGoBack, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { CaseMarks } from '../../ui/staff/case-table.tsx';
import { CaseEvents } from '../../ui/staff/events/case-events.tsx';
import { ClockCell } from '../../ui/staff/light.tsx';
import { dateTime, duration } from '../../ui/time.ts';
import { Card } from '../kit/card.tsx';
import { CaseLink } from '../kit/case-link.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { isRefused, NotYours } from '../kit/notice.tsx';
import { caseQuery } from '../kit/queries.ts';
import { useTicks } from '../kit/ticks.ts';
import { Actions } from './actions.tsx';
import { HeldList } from './held.tsx';
import { Timeline } from './timeline.tsx';
import { caseWords } from './words.ts';

/** One case to read, and what a supervisor may do about it. */
export function CasePage() {
  const t = useText(caseWords);
  const { number = '' }: { number?: string } = useParams({ strict: false });
  const query = useQuery(caseQuery(number));
  const canGoBack = useCanGoBack();
  useTicks(['case']);
  if (isRefused(query.error)) return <NotYours />;
  return (
    <>
      <p className="m-back">
        {canGoBack ? (
          <Button type="link" onClick={() => history.back()}>
            ← {t.back}
          </Button>
        ) : (
          <CaseLink filters={{}}>{`← ${t.back}`}</CaseLink>
        )}
      </p>
      {!query.data && <h1 className="m-lone">{`${t.number} ${number}`}</h1>}
      <Loaded query={query} rows={12}>
        {(view) => <View view={view} />}
      </Loaded>
    </>
  );
}

function View({ view }: { readonly view: CaseView }) {
  const t = useText(caseWords);
  const term = useText(terms);
  const state =
    view.orderState && view.state === 'dispatched'
      ? term.orderState[view.orderState]
      : term.state[view.state];
  return (
    <article>
      <header className="m-case-head">
        <div>
          <h1>{view.title}</h1>
          <p className="m-case-line">
            <span>{`${t.number} ${view.number}`}</span>
            <strong>{state}</strong>
          </p>
          <CaseMarks row={view} />
          <CaseEvents number={view.number} />
        </div>
        <Actions view={view} />
      </header>
      <div className="m-case">
        <div>
          <Card title={t.body}>
            <p className="m-words">{view.body}</p>
          </Card>
          <Card title={t.timeline}>
            <Timeline number={view.number} items={view.timeline} />
          </Card>
        </div>
        <div>
          <Card title={t.clocks}>
            {view.clocks.length === 0 ? (
              <p className="m-soft">{t.noClocks}</p>
            ) : (
              <ul className="m-clocks">
                {view.clocks.map((clock) => (
                  <li key={clock.name}>
                    <ClockCell clock={clock} />
                  </li>
                ))}
              </ul>
            )}
          </Card>
          <Card title={t.held} hint={t.heldHint}>
            <HeldList held={view.held} />
          </Card>
          <Card title={t.facts}>
            <Facts view={view} />
          </Card>
        </div>
      </div>
    </article>
  );
}

function Facts({ view }: { readonly view: CaseView }) {
  const lang = useLanguage();
  const t = useText(caseWords);
  const term = useText(terms);
  const { order, person } = view;
  const facts: Record<keyof typeof t.field, ReactNode> = {
    kind: term.kind[view.kind],
    matter: view.matter ? (
      <CaseLink filters={{ matter: view.matter.code }}>{nameIn(lang, view.matter)}</CaseLink>
    ) : (
      t.noMatter
    ),
    holder: nameIn(lang, view.holder),
    lead: order && (
      <>
        <CaseLink filters={{ unit: String(order.lead.id) }}>{nameIn(lang, order.lead)}</CaseLink>
        {order.designated && <small className="m-soft">{t.designated}</small>}
      </>
    ),
    channel: term.channel[view.channel],
    filedAt: dateTime(lang, view.filedAt),
    area: view.area && (
      <CaseLink filters={{ area: String(view.area.id) }}>{nameIn(lang, view.area)}</CaseLink>
    ),
    address: view.address,
    person: (
      <>
        {[person.name, person.phone].filter(Boolean).join(' ') || t.hidden}
        <small className="m-soft">{t.masked}</small>
      </>
    ),
    accused: view.accused && nameIn(lang, view.accused),
    sendBacks: view.sendBacks > 0 && t.times(view.sendBacks),
    bounced: view.bouncedMs > 0 && duration(lang, view.bouncedMs),
    missing: view.missing.map((essential) => term.essential[essential]).join(lang === 'zh' ? '、' : ', '),
  };
  const shown = (Object.keys(facts) as (keyof typeof facts)[]).filter((name) => Boolean(facts[name]));
  return (
    <dl className="m-facts">
      {shown.map((name) => (
        <div key={name}>
          <dt>{t.field[name]}</dt>
          <dd>{facts[name]}</dd>
        </div>
      ))}
    </dl>
  );
}
