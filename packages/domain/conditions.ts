import type { Actor } from './actors.ts';
import type { Appeal, Exclusion } from './appeal.ts';
import type { CommandName } from './commands.ts';
import { dispatches, isOutside } from './permissions.ts';
import { type Refusal, refuse } from './refusals.ts';
import {
  mayNotAskExclusion,
  mayNotJudge,
  pendingExclusion,
  standingExclusion,
} from './supervise/exclusion.ts';

type Condition = (appeal: Appeal, actor: Actor) => Refusal | null;

const when =
  (holds: (appeal: Appeal) => boolean, code: Parameters<typeof refuse>[0]): Condition =>
  (appeal) =>
    holds(appeal) ? null : refuse(code);

/** A closure with reasons is a supervisor's to decide, every other application the centre's (RULEBOOK §4, §6). */
const decidesIt: Condition = (appeal, actor) => {
  const asked = appeal.order?.beside.asked;
  if (!asked) return refuse('application-none');
  if (actor.kind !== 'staff') return refuse('not-allowed');
  if (asked.by === actor.account) return refuse('own-application');
  if (asked.what !== 'closure') return dispatches(actor, appeal) ? null : refuse('not-yours');
  if (!actor.roles.includes('supervisor')) return refuse('not-yours');
  return isOutside(actor.unit, appeal) ? null : refuse('own-application');
};

/** The ladder ends with the follow-up, so what it was opened for while overdue is done before it ends. */
const followedUp: Condition = ({ followUp, state, beside: { raised } }) => {
  if (!followUp) return refuse('follow-up-none');
  const overdue =
    (state === 'received' && raised.includes('dispatch:follow-up')) ||
    (state === 'dispatched' && raised.includes('finish:follow-up'));
  return overdue ? refuse('follow-up-unmet') : null;
};

const ownCoHandling: Condition = (appeal, actor) => {
  const own = appeal.order?.beside.coHandlers.find(
    ({ unit }) => actor.kind === 'staff' && unit.id === actor.unit.id,
  );
  return own && own.reportedAt === null ? null : refuse('not-joined');
};

/** Who decides of an exclusion: a third party. */
const judges =
  (which: (appeal: Appeal) => Exclusion | undefined): Condition =>
  (appeal, actor) =>
    actor.kind === 'staff' ? mayNotJudge(appeal, actor, which(appeal)) : refuse('not-allowed');

/**
 * What a command needs of the facts beside the state, whatever it asks for. Together with the table of transitions it says
 * whether a command makes sense now, so that a button shows only where pressing it can succeed.
 */
export const conditions: Partial<Readonly<Record<CommandName, Condition>>> = {
  conceal: when(({ confidential }) => !confidential, 'concealed-already'),
  contest: when(({ beside }) => beside.contested === 0, 'contested-already'),
  merge: when(({ beside }) => beside.followers === 0, 'has-followers'),
  'send-back': when(({ order }) => !order?.designated, 'designated'),
  apply: when(({ order }) => !order?.beside.asked, 'applied-already'),
  'decide-application': decidesIt,
  report: ownCoHandling,
  'report-promise': when(({ beside }) => beside.promise !== null, 'promise-none'),
  'open-follow-up': when(({ followUp }) => !followUp, 'follow-up-open'),
  'close-follow-up': followedUp,
  'ask-exclusion': mayNotAskExclusion,
  'decide-exclusion': judges(pendingExclusion),
  'revoke-exclusion': judges(standingExclusion),
};
