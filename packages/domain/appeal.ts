import type { AccountId, AppealKey, MatterCode, UnitId } from './ids.ts';
import type { UnitRef } from './units.ts';
import type { ExclusionReason } from './supervise/requests.ts';
import type { Step } from './supervise/steps.ts';
import type { Application } from './handle/requests.ts';

/** 诉求类型. */
export const kinds = ['consultation', 'help', 'complaint', 'tip-off', 'suggestion', 'praise'] as const;
export type Kind = (typeof kinds)[number];
export const urgencies = ['ordinary', 'urgent'] as const;
export type Urgency = (typeof urgencies)[number];
export const channels = [
  'web',
  'hotline',
  'app',
  'mini-programme',
  'open311',
  'partner',
  'grid-worker',
  'letter',
  'e-mail',
  'import',
] as const;
export type Channel = (typeof channels)[number];
/** 五要素 that intake can miss; an appeal that misses some is accepted and marked 待补充. */
export const essentials = ['who', 'when', 'where', 'cause', 'course'] as const;
export type Essential = (typeof essentials)[number];

export const appealStates = [
  'received',
  'answered-at-once',
  'referred',
  'dispatched',
  'awaiting-rating',
  'closed',
  'merged',
  'withdrawn',
] as const;
export type AppealState = (typeof appealStates)[number];

export const orderStates = [
  'offered',
  'acknowledged',
  'working',
  'in-review',
  'answered',
  'send-back-pending',
  'in-arbitration',
  'on-ledger',
  'sent-back',
  'terminated',
] as const;
export type OrderState = (typeof orderStates)[number];

/** Why a work order was made. */
export const orderCauses = ['dispatch', 'designation', 'rework'] as const;
export type OrderCause = (typeof orderCauses)[number];

/** 工单: the task one unit has for one appeal. Times are milliseconds since 1970 (UTC). */
export type WorkOrder = {
  /** 1, 2, 3 … within the appeal. */
  readonly no: number;
  readonly state: OrderState;
  readonly cause: OrderCause;
  /** The lead (主办), accountable to the end whomever it assigns. */
  readonly unit: UnitRef;
  /** Who has it in hand now: the lead or a unit below it. */
  readonly holder: UnitRef;
  /** A designated unit cannot send back (潍坊条例 22). */
  readonly designated: boolean;
  readonly offeredAt: number;
  readonly ackDue: number;
  readonly contactDue: number;
  readonly finishDue: number;
  readonly acknowledgedAt: number | null;
  /** The first *successful* contact; a failed call is no contact. */
  readonly contactedAt: number | null;
  readonly answeredAt: number | null;
  /** Who drafted the answer under review: a second person must review it. */
  readonly draftedBy: AccountId | null;
  readonly beside: OrderBeside;
};

/** 协办: a unit that helps the lead, by a deadline of its own. */
export type CoHandling = {
  readonly unit: UnitRef;
  readonly due: number;
  readonly reportedAt: number | null;
};

/** What is true of an order beside its state; most orders have little of it. */
export type OrderBeside = {
  /** As it was first set; `finishDue` is the approved one. */
  readonly originalFinishDue: number;
  /** Whether the finish clock runs in working days or day and night. */
  readonly finishClock: 'working' | 'elapsed';
  /** How long it had by the limit: working days, or minutes by the clock. A new calendar is reckoned with it. */
  readonly finishAmount: number;
  /** The due date lies in a year whose calendar is not published yet (暂定). */
  readonly provisional: boolean;
  /** Working days granted on top. Once granted, never again. */
  readonly extensionDays: number;
  /** 挂账 since; the finish clock stands still. */
  readonly pausedAt: number | null;
  /** What earlier pauses took, in ms of the finish clock's own kind. */
  readonly pausedFor: number;
  /** When a ledger case is looked at again. */
  readonly reviewAt: number | null;
  /** 申请 not decided yet. */
  readonly asked: Application | null;
  readonly coHandlers: readonly CoHandling[];
  /** Since when its holder has it. */
  readonly heldSince: number;
  /** A promised date the drafted answer names. */
  readonly promisedAt: number | null;
};

/** What holds of an appeal in every state. */
export type AppealFacts = {
  readonly key: AppealKey;
  /** The seq of the last event; the guard of every write. */
  readonly version: number;
  readonly filedAt: number;
  readonly channel: Channel;
  readonly kind: Kind;
  readonly urgency: Urgency;
  readonly matter: MatterCode | null;
  /** The dispatch centre whose queue it is or was in. */
  readonly centre: UnitRef;
  /** The area (district or subdistrict unit) the place lies in, when known. */
  readonly area: UnitId | null;
  /** A complaint about this unit never goes to it or below it. */
  readonly accused: UnitRef | null;
  /** 保密. */
  readonly confidential: boolean;
  readonly dispatchDue: number;
  readonly firstDispatchedAt: number | null;
  readonly orders: number;
  readonly sendBacks: number;
  /** Milliseconds lost between a dispatch and its send-back being upheld or arbitrated, summed. */
  readonly bounced: number;
  readonly dissatisfied: number;
  readonly urges: number;
  readonly lastUrgedAt: number | null;
  /** 督办 is open. */
  readonly followUp: boolean;
  readonly beside: AppealBeside;
};

/** What is true of an appeal beside its state. */
export type AppealBeside = {
  /** The version of the city's settings in force when it was filed: changed rules apply to new appeals only. */
  readonly rules: number;
  /** When it came into its present state. */
  readonly since: number;
  /** The steps of lights and ladder raised so far: each once a clock. */
  readonly raised: readonly Step[];
  /** 并单: the appeal it follows, and the unit that answered there. */
  readonly master: {
    readonly key: AppealKey;
    readonly filedAt: number;
    readonly unit: UnitRef | null;
  } | null;
  /** How many follow it. */
  readonly followers: number;
  /** Those who may not touch it: they have an interest in it (回避). */
  readonly recused: readonly AccountId[];
  /** 回访 wanted, and why. */
  readonly callBack: CallBackCause | null;
  /** What was promised with an answer: kept, or chased (办结 ≠ 解决). */
  readonly promise: { readonly at: number; readonly unit: UnitRef } | null;
  readonly contested: number;
  /** When the last 督办 of how it was done was opened; one for mere lateness is none. */
  readonly followUpAt: number | null;
  /** When the citizen was last dissatisfied. */
  readonly unhappyAt: number | null;
  /** When a unit's answer last reached the citizen; null once it is worked on again. */
  readonly answeredAt: number | null;
  /** Absent until a unit first asks. */
  readonly exclusions?: readonly Exclusion[] | undefined;
  /** When something new was last added: a new fact keeps an appeal from being closed with reasons. */
  readonly suppliedAt: number | null;
};
/** 剔除: a unit's wish not to be measured by this case, once a unit. `at`: when it was last decided on, or asked, ms. */
export type Exclusion = {
  readonly unit: number;
  readonly reason: ExclusionReason;
  readonly state: 'asked' | 'granted' | 'refused' | 'revoked';
  readonly by: AccountId;
  readonly at: number;
};
/** Why a citizen is called back: chosen at random, or never heard from. */
export type CallBackCause = 'sample' | 'silent';

/** 诉求, by state: only a dispatched one has an order in hand, only one awaiting rating an answer to rate. */
export type Appeal = AppealFacts &
  (
    | { readonly state: 'dispatched'; readonly order: WorkOrder }
    // A follower is answered through its master and may never have had an order of its own.
    | { readonly state: 'awaiting-rating'; readonly order: WorkOrder | null }
    | { readonly state: 'closed'; readonly order: WorkOrder | null; readonly solved: boolean | null }
    | {
        readonly state: 'received' | 'answered-at-once' | 'referred' | 'merged' | 'withdrawn';
        readonly order: WorkOrder | null;
      }
  );

/** Where an appeal stands, in one word: its own state, or its order's while one is in hand. */
export type Situation = Exclude<AppealState, 'dispatched'> | `dispatched:${OrderState}`;

export function situation(appeal: Appeal): Situation {
  return appeal.state === 'dispatched' ? `dispatched:${appeal.order.state}` : appeal.state;
}
