import type { Situation } from './appeal.ts';
import type { CommandName } from './commands.ts';

type Moves = Partial<Readonly<Record<CommandName, readonly Situation[]>>>;

const always = (here: Situation): Moves => ({ supplement: [here], urge: [here], 'open-follow-up': [here] });

/** While a unit has the order in hand, the citizen may still add, urge or withdraw, and the unit may send it back. */
const inHand = (here: Situation): Moves => ({
  ...always(here),
  withdraw: ['withdrawn'],
  'sub-assign': [here],
  'send-back': ['dispatched:send-back-pending', 'dispatched:in-arbitration'],
});

/**
 * The one table: where an appeal stands × a command → where it may stand afterwards. What is not in it is refused as
 * `wrong-state`. Which of several outcomes it is, the stage's rules decide.
 */
export const transitions: Readonly<Record<Situation, Moves>> = {
  received: {
    ...always('received'),
    withdraw: ['withdrawn'],
    classify: ['received'],
    'answer-at-once': ['answered-at-once'],
    refer: ['referred'],
    dispatch: ['received', 'dispatched:offered'],
  },
  'answered-at-once': { evaluate: ['closed', 'received'] },
  // A refusal to accept can be followed up (济南条例 28).
  referred: { evaluate: ['closed', 'received'], 'open-follow-up': ['referred'] },
  'dispatched:offered': { ...inHand('dispatched:offered'), acknowledge: ['dispatched:acknowledged'] },
  'dispatched:acknowledged': {
    ...inHand('dispatched:acknowledged'),
    contact: ['dispatched:acknowledged', 'dispatched:working'],
    answer: ['dispatched:in-review'],
  },
  'dispatched:working': {
    ...inHand('dispatched:working'),
    contact: ['dispatched:working'],
    answer: ['dispatched:in-review'],
  },
  'dispatched:in-review': {
    ...always('dispatched:in-review'),
    withdraw: ['withdrawn'],
    contact: ['dispatched:in-review'],
    review: ['awaiting-rating', 'dispatched:acknowledged', 'dispatched:working'],
  },
  'dispatched:send-back-pending': {
    ...always('dispatched:send-back-pending'),
    withdraw: ['withdrawn'],
    'decide-send-back': ['received', 'dispatched:offered', 'dispatched:acknowledged', 'dispatched:working'],
  },
  'dispatched:in-arbitration': {
    ...always('dispatched:in-arbitration'),
    withdraw: ['withdrawn'],
    designate: ['dispatched:offered'],
  },
  'awaiting-rating': { evaluate: ['closed', 'dispatched:offered'], 'open-follow-up': ['awaiting-rating'] },
  closed: {},
  merged: {},
  withdrawn: {},
  // An order in these states is never the one in hand: the appeal has moved on with it.
  'dispatched:answered': {},
  'dispatched:sent-back': {},
  'dispatched:terminated': {},
  'dispatched:on-ledger': {},
};
