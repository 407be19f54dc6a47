import { accountId, matterCode, unitId } from './ids.ts';
import type { Appeal, AppealFacts, OrderState, WorkOrder } from './appeal.ts';
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
    state: 'received',
    order: null,
  };
}

/** @param before the order it follows: rework of what was designated stays designated */
function offered({ data }: Of<'dispatched'>, at: number, before: WorkOrder | null): WorkOrder {
  const designated = data.cause === 'designation' || (data.cause === 'rework' && before?.designated === true);
  return {
    no: data.order,
    state: 'offered',
    cause: data.cause,
    unit: data.unit,
    holder: data.unit,
    designated,
    offeredAt: at,
    ackDue: data.ackDue,
    contactDue: data.contactDue,
    finishDue: data.finishDue,
    acknowledgedAt: null,
    contactedAt: null,
    answeredAt: null,
    draftedBy: null,
  };
}

/** An order stays where its facts say it was when a send-back is refused or an answer returned. */
function standing(order: WorkOrder): OrderState {
  if (order.acknowledgedAt === null) return 'offered';
  return order.contactedAt === null ? 'acknowledged' : 'working';
}

function withOrder(appeal: Appeal, change: (order: WorkOrder) => Partial<WorkOrder>): Appeal {
  if (appeal.state !== 'dispatched') throw new Error(`no order in hand in state ${appeal.state}`);
  return { ...appeal, order: { ...appeal.order, ...change(appeal.order) } };
}

/** The events of an order in hand. */
function evolveOrder(appeal: Appeal, event: AppealEvent, at: number): Appeal | null {
  switch (event.type) {
    case 'acknowledged':
      return withOrder(appeal, () => ({ state: 'acknowledged', acknowledgedAt: at }));
    case 'sub-assigned':
      return withOrder(appeal, () => ({ holder: event.data.to }));
    case 'contacted':
      return withOrder(appeal, (order) => {
        if (!event.data.reached) return {};
        const state = order.state === 'acknowledged' ? 'working' : order.state;
        return { state, contactedAt: order.contactedAt ?? at };
      });
    case 'answered':
      return withOrder(appeal, () => ({ state: 'in-review', draftedBy: accountId(event.data.by) }));
    case 'answer-returned':
      return withOrder(appeal, (order) => ({ state: standing(order), draftedBy: null }));
    case 'send-back-asked': {
      const state = event.data.arbitration ? 'in-arbitration' : 'send-back-pending';
      return { ...withOrder(appeal, () => ({ state })), sendBacks: appeal.sendBacks + 1 };
    }
    case 'send-back-refused':
      return withOrder(appeal, (order) => ({ state: standing(order) }));
    case 'arbitrated': {
      const lost = appeal.order ? at - appeal.order.offeredAt : 0;
      return { ...withOrder(appeal, () => ({ state: 'sent-back' })), bounced: appeal.bounced + lost };
    }
    default:
      return null;
  }
}

/** The events that move the appeal itself. */
function evolveAppeal(appeal: Appeal, event: AppealEvent, at: number): Appeal {
  const facts: AppealFacts = appeal;
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
    case 'withdrawn':
      return {
        ...facts,
        state: 'withdrawn',
        order: order && { ...order, state: appeal.state === 'dispatched' ? 'terminated' : order.state },
      };
    case 'evaluated':
      return event.data.unhappy ? { ...appeal, dissatisfied: appeal.dissatisfied + 1 } : appeal;
    case 'reopened':
      return { ...facts, state: 'received', dispatchDue: event.data.dispatchDue, order };
    case 'closed':
      return { ...facts, state: 'closed', order, solved: event.data.solved };
    case 'follow-up-opened':
      return { ...appeal, followUp: true };
    default:
      return appeal;
  }
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
  return { ...next, version: seq };
}
