import type { Situation } from './appeal.ts';
import type { CommandName } from './commands.ts';

type Moves = Partial<Readonly<Record<CommandName, readonly Situation[]>>>;

/** 剔除 says nothing of how a case goes on: asked and decided wherever a unit has it or has answered it. */
const measured = (here: Situation): Moves => ({
  'ask-exclusion': [here],
  'decide-exclusion': [here],
  'revoke-exclusion': [here],
});

/** While it is not ended: anybody party to it may add to it, chase it or step back from it. */
const open = (here: Situation): Moves => ({
  supplement: [here],
  urge: [here],
  conceal: [here],
  recuse: [here],
  'open-follow-up': [here],
  'close-follow-up': [here],
  'issue-circular': [here],
  'count-follower': [here],
  'note-repeat': [here],
});

/** While a unit has the order in hand, the citizen may still add, urge or withdraw, and others may be asked to help. */
const inHand = (here: Situation, tick: readonly Situation[] = [here]): Moves => ({
  ...open(here),
  withdraw: ['withdrawn'],
  invite: [here],
  report: [here],
  ...measured(here),
  recompute: [here],
  tick,
});

/** While it can still be passed on, down the tree or back. */
const passable = (here: Situation, tick?: readonly Situation[]): Moves => ({
  ...inHand(here, tick),
  'sub-assign': [here],
  'send-back': ['dispatched:send-back-pending', 'dispatched:in-arbitration'],
});

/** While the unit works on it: leave is asked by who has taken it. */
const atWork = (here: Situation): Moves => ({
  ...passable(here),
  apply: [here],
  'decide-application': [here, 'dispatched:on-ledger', 'awaiting-rating', 'closed'],
});

const reopened: readonly Situation[] = ['received'];
/** What has come to an end may still be checked by somebody apart from the unit. */
const ended = (here: Situation): Moves => ({
  conceal: [here],
  recuse: [here],
  check: [here],
  'issue-circular': [here],
  'close-follow-up': [here],
  'count-follower': [here],
  'note-repeat': [here],
});
/** What a unit answered may be chased for what it promised. */
const answered = (here: Situation): Moves => ({
  ...ended(here),
  'report-promise': [here],
  ...measured(here),
  'note-recurred': [here],
  tick: [here],
});

/**
 * The one table: where an appeal stands × a command → where it may stand afterwards. What is not in it is refused as
 * `wrong-state`. Which of several outcomes it is, the stage's rules decide.
 */
export const transitions: Readonly<Record<Situation, Moves>> = {
  received: {
    ...open('received'),
    withdraw: ['withdrawn'],
    classify: ['received'],
    'answer-at-once': ['answered-at-once'],
    refer: ['referred'],
    merge: ['merged'],
    'merge-claimed': ['merged'],
    dispatch: ['received', 'dispatched:offered'],
    'dispatch-automatically': ['dispatched:offered'],
    tick: ['received'],
  },
  'answered-at-once': {
    ...ended('answered-at-once'),
    'note-recurred': ['answered-at-once'],
    evaluate: ['closed', 'received'],
    contest: reopened,
  },
  // A refusal to accept can be followed up (济南条例 28) and contested.
  referred: {
    ...ended('referred'),
    evaluate: ['closed', 'received'],
    contest: reopened,
    'open-follow-up': ['referred'],
  },
  'dispatched:offered': {
    ...passable('dispatched:offered', ['dispatched:offered', 'dispatched:in-arbitration']),
    merge: ['merged'],
    acknowledge: ['dispatched:acknowledged'],
  },
  'dispatched:acknowledged': {
    ...atWork('dispatched:acknowledged'),
    contact: ['dispatched:acknowledged', 'dispatched:working'],
    answer: ['dispatched:in-review'],
  },
  'dispatched:working': {
    ...atWork('dispatched:working'),
    contact: ['dispatched:working'],
    answer: ['dispatched:in-review'],
  },
  'dispatched:in-review': {
    ...inHand('dispatched:in-review'),
    contact: ['dispatched:in-review'],
    review: ['awaiting-rating', 'dispatched:acknowledged', 'dispatched:working'],
  },
  'dispatched:send-back-pending': {
    ...inHand('dispatched:send-back-pending'),
    'decide-send-back': ['received', 'dispatched:offered', 'dispatched:acknowledged', 'dispatched:working'],
  },
  // 先办后议: the backstop unit speaks with the citizen while it is argued whose duty it is.
  'dispatched:in-arbitration': {
    ...inHand('dispatched:in-arbitration'),
    contact: ['dispatched:in-arbitration'],
    designate: ['dispatched:offered'],
  },
  'dispatched:on-ledger': {
    ...inHand('dispatched:on-ledger', [
      'dispatched:acknowledged',
      'dispatched:working',
      'dispatched:on-ledger',
    ]),
    contact: ['dispatched:on-ledger'],
    resume: ['dispatched:acknowledged', 'dispatched:working'],
  },
  'awaiting-rating': {
    ...answered('awaiting-rating'),
    tick: ['awaiting-rating', 'closed'],
    // A follower that the centre answered with its master has no unit to go back to.
    evaluate: ['closed', 'dispatched:offered', 'received'],
    'open-follow-up': ['awaiting-rating'],
  },
  closed: { ...answered('closed'), contest: reopened },
  // A follower is told of its master's answer, or goes its own way.
  merged: {
    supplement: ['merged'],
    conceal: ['merged'],
    recuse: ['merged'],
    withdraw: ['withdrawn'],
    split: ['received'],
    'share-answer': ['awaiting-rating'],
    'count-follower': ['merged'],
  },
  withdrawn: { conceal: ['withdrawn'], 'count-follower': ['withdrawn'] },
  // An order in these states is never the one in hand: the appeal has moved on with it.
  'dispatched:answered': {},
  'dispatched:sent-back': {},
  'dispatched:terminated': {},
};
