import { accountId } from './ids.ts';
import type { Appeal, CoHandling, OrderBeside, OrderState, WorkOrder } from './appeal.ts';
import type { AppealEvent } from './events.ts';

type Of<T extends AppealEvent['type']> = Extract<AppealEvent, { type: T }>;

/** @param before the order it follows: rework of what was designated stays designated */
export function offered({ data }: Of<'dispatched'>, at: number, before: WorkOrder | null): WorkOrder {
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
    beside: {
      originalFinishDue: data.finishDue,
      finishClock: data.finishClock,
      finishAmount: data.finishAmount,
      provisional: data.provisional,
      extensionDays: 0,
      pausedAt: null,
      pausedFor: 0,
      reviewAt: null,
      asked: null,
      coHandlers: [],
      heldSince: at,
      promisedAt: null,
    },
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

/** The order with something changed beside its state. */
const besides = (order: WorkOrder, change: Partial<OrderBeside>): Pick<WorkOrder, 'beside'> => ({
  beside: { ...order.beside, ...change },
});

/** The events of an order in hand; null for every other. */
export function evolveOrder(appeal: Appeal, event: AppealEvent, at: number): Appeal | null {
  switch (event.type) {
    case 'acknowledged':
      return withOrder(appeal, () => ({ state: 'acknowledged', acknowledgedAt: at }));
    case 'sub-assigned':
      return withOrder(appeal, (order) => ({ holder: event.data.to, ...besides(order, { heldSince: at }) }));
    case 'contacted':
      return withOrder(appeal, (order) => {
        if (!event.data.reached) return {};
        const state = order.state === 'acknowledged' ? 'working' : order.state;
        return { state, contactedAt: order.contactedAt ?? at };
      });
    case 'answered':
      return withOrder(appeal, (order) => ({
        state: 'in-review',
        draftedBy: accountId(event.data.by),
        ...besides(order, { asked: null, promisedAt: event.data.promisedAt }),
      }));
    case 'answer-returned':
      return withOrder(appeal, (order) => ({ state: standing(order), draftedBy: null }));
    case 'send-back-asked': {
      const state = event.data.arbitration ? 'in-arbitration' : 'send-back-pending';
      const moved = withOrder(appeal, (order) => ({ state, ...besides(order, { asked: null }) }));
      return { ...moved, sendBacks: appeal.sendBacks + 1 };
    }
    case 'send-back-refused':
      return withOrder(appeal, (order) => ({ state: standing(order) }));
    case 'arbitrated': {
      const lost = appeal.order ? at - appeal.order.offeredAt : 0;
      return { ...withOrder(appeal, () => ({ state: 'sent-back' })), bounced: appeal.bounced + lost };
    }
    case 'arbitration-called':
      return withOrder(appeal, (order) => ({ state: 'in-arbitration', ...besides(order, { asked: null }) }));
    case 'backstop-named':
      return withOrder(appeal, (order) => ({
        holder: event.data.unit,
        ...besides(order, { heldSince: at }),
      }));
    default:
      return evolveBesideOrder(appeal, event, at);
  }
}

/** What an order may have beside its plain way. */
function evolveBesideOrder(appeal: Appeal, event: AppealEvent, at: number): Appeal | null {
  switch (event.type) {
    case 'applied':
      return withOrder(appeal, (order) => besides(order, { asked: event.data.application }));
    case 'application-refused':
      return withOrder(appeal, (order) => besides(order, { asked: null }));
    case 'extended':
      return withOrder(appeal, (order) => ({
        finishDue: event.data.finishDue,
        ...besides(order, {
          asked: null,
          extensionDays: event.data.days,
          provisional: event.data.provisional,
        }),
      }));
    case 'put-on-ledger':
      return withOrder(appeal, (order) => ({
        state: 'on-ledger',
        ...besides(order, { asked: null, pausedAt: at, reviewAt: event.data.reviewAt }),
      }));
    case 'resumed':
      return withOrder(appeal, (order) => ({
        state: standing(order),
        finishDue: event.data.finishDue,
        ...besides(order, {
          pausedAt: null,
          reviewAt: null,
          pausedFor: order.beside.pausedFor + event.data.pausedFor,
          provisional: event.data.provisional,
        }),
      }));
    case 'clocks-recomputed': {
      const { ackDue, finishDue, provisional } = event.data;
      return withOrder(appeal, (order) => ({ ackDue, finishDue, ...besides(order, { provisional }) }));
    }
    case 'joined':
    case 'reported':
      return withOrder(appeal, (order) => besides(order, { coHandlers: helped(order, event, at) }));
    default:
      return null;
  }
}

function helped({ beside }: WorkOrder, event: Of<'joined'> | Of<'reported'>, at: number): CoHandling[] {
  if (event.type === 'joined') {
    return [...beside.coHandlers, { unit: event.data.unit, due: event.data.due, reportedAt: null }];
  }
  return beside.coHandlers.map((each) =>
    each.unit.id === event.data.unit && each.reportedAt === null ? { ...each, reportedAt: at } : each,
  );
}
