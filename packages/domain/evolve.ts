import { matterCode, unitId } from './ids.ts';
import type { Appeal, AppealFacts, WorkOrder } from './appeal.ts';
import { asFiled, evolveBeside } from './evolve-beside.ts';
import { evolveOrder, offered } from './evolve-order.ts';
import type { AppealEvent, Recorded } from './events.ts';

type Of<T extends AppealEvent['type']> = Extract<AppealEvent, { type: T }>;

function filed(recorded: Recorded, { data }: Of<'filed'>): Appeal {
  return {
    key: recorded.key,
    version: recorded.seq,
    filedAt: recorded.at,
    channel: data.channel,
    kind: data.kind,
    urgency: data.urgency,
    matter: null,
    centre: data.centre,
    area: data.area === null ? null : unitId(data.area),
    accused: data.accused,
    confidential: data.confidential,
    dispatchDue: data.dispatchDue,
    firstDispatchedAt: null,
    orders: 0,
    sendBacks: 0,
    bounced: 0,
    dissatisfied: 0,
    urges: 0,
    lastUrgedAt: null,
    followUp: false,
    beside: asFiled(data.rules, recorded.at),
    state: 'received',
    order: null,
  };
}

/** The events that move the appeal itself. */
function evolveAppeal(appeal: Appeal, event: AppealEvent, at: number): Appeal {
  const facts = factsOf(appeal);
  const order = appeal.order;
  switch (event.type) {
    case 'urged':
      return { ...appeal, urges: appeal.urges + 1, lastUrgedAt: at };
    case 'classified': {
      const { kind, urgency, matter, dispatchDue } = event.data;
      return { ...appeal, kind, urgency, matter: matterCode(matter), dispatchDue };
    }
    case 'passed-to-centre':
      return { ...appeal, centre: event.data.centre };
    case 'dispatched':
      return {
        ...facts,
        orders: event.data.order,
        firstDispatchedAt: appeal.firstDispatchedAt ?? at,
        state: 'dispatched',
        order: offered(event, at, order),
      };
    case 'send-back-upheld':
      return {
        ...facts,
        bounced: appeal.bounced + event.data.bounced,
        state: 'received',
        order: order && { ...order, state: 'sent-back' },
      };
    case 'answer-approved': {
      if (!order) throw new Error('an approved answer belongs to an order');
      return { ...facts, state: 'awaiting-rating', order: { ...order, state: 'answered', answeredAt: at } };
    }
    case 'answered-at-once':
      return { ...facts, state: 'answered-at-once', order };
    case 'referred':
      return { ...facts, state: 'referred', order };
    case 'answer-shared':
      return { ...facts, state: 'awaiting-rating', order };
    case 'terminated':
      return { ...facts, state: 'awaiting-rating', order: ended(appeal) };
    case 'withdrawn':
    case 'merged':
      return { ...facts, state: event.type, order: ended(appeal) };
    case 'evaluated':
      return event.data.unhappy ? { ...appeal, dissatisfied: appeal.dissatisfied + 1 } : appeal;
    case 'reopened':
    case 'split':
      return { ...facts, state: 'received', dispatchDue: event.data.dispatchDue, order };
    case 'closed':
      return { ...facts, state: 'closed', order: ended(appeal), solved: event.data.solved };
    case 'follow-up-opened':
      return { ...appeal, followUp: true };
    case 'follow-up-closed':
      return { ...appeal, followUp: false };
    case 'concealed':
      return { ...appeal, confidential: true };
    default:
      return appeal;
  }
}

/** Without what only a closed appeal has: one that is opened again has it no more. */
function factsOf(appeal: Appeal): AppealFacts {
  if (appeal.state !== 'closed') return appeal;
  const { solved: _solved, ...facts } = appeal;
  return facts;
}

/** The order when the appeal ends around it: one still in hand will not be answered any more. */
function ended({ state, order }: Appeal): WorkOrder | null {
  return order && state === 'dispatched' ? { ...order, state: 'terminated' } : order;
}

/**
 * The appeal after an event. `filed` makes it; every other needs it. Replaying a history gives exactly the stored row.
 * @throws Error when the history is impossible (an event before `filed`, an order's event with no order in hand)
 */
export function evolve(appeal: Appeal | null, recorded: Recorded): Appeal {
  const { event, at, seq } = recorded;
  if (event.type === 'filed') return filed(recorded, event);
  if (!appeal) throw new Error(`an appeal begins with 'filed', not '${event.type}'`);
  const next = evolveOrder(appeal, event, at) ?? evolveAppeal(appeal, event, at);
  return { ...next, version: seq, beside: evolveBeside(appeal, next, event, at) };
}
