import type { Appeal } from './appeal.ts';
import { situation } from './appeal.ts';
import * as collect from './collect/rules.ts';
import type { Command } from './commands.ts';
import { type CommandName, commandNames } from './commands.ts';
import type { Actor } from './actors.ts';
import { conditions } from './conditions.ts';
import type { Context } from './context.ts';
import { dispatchAutomatically } from './dispatch/automatic.ts';
import * as merging from './dispatch/merging.ts';
import * as repeats from './dispatch/repeats.ts';
import * as dispatch from './dispatch/rules.ts';
import * as evaluate from './evaluate/rules.ts';
import type { AppealEvent } from './events.ts';
import * as applications from './handle/applications.ts';
import * as helping from './handle/helping.ts';
import * as handle from './handle/rules.ts';
import { leadOf, mayNot } from './permissions.ts';
import { type Refusal, refuse } from './refusals.ts';
import * as exclusion from './supervise/exclusion.ts';
import * as supervise from './supervise/rules.ts';
import { tick } from './supervise/tick.ts';
import { transitions } from './transitions.ts';

/**
 * The decision on one command: what happens, or why not. Pure; may, then state, then facts, then the stage's own rules.
 * No events at all: nothing was due.
 */
export function decide(appeal: Appeal, command: Command, context: Context): AppealEvent[] | Refusal {
  const refused = mayNot(command.type, context.actor, appeal);
  if (refused) return refused;
  if (!transitions[situation(appeal)][command.type]) return refuse('wrong-state');
  const unmet = conditions[command.type]?.(appeal, context.actor);
  if (unmet) return unmet;
  return appeal.state === 'dispatched'
    ? decideInHand(appeal, command, context)
    : decideElse(appeal, command, context);
}

/** The commands that need an order in hand; the table above lets them through in no other state. */
function decideInHand(
  appeal: Appeal & { state: 'dispatched' },
  command: Command,
  context: Context,
): AppealEvent[] | Refusal {
  switch (command.type) {
    case 'acknowledge':
      return handle.acknowledge(appeal);
    case 'send-back':
      return handle.sendBack(appeal, command.request, context);
    case 'contact':
      return handle.contact(appeal, command.request);
    case 'sub-assign':
      return handle.subAssign(appeal, command.request, context);
    case 'answer':
      return handle.answer(appeal, command.request, context);
    case 'review':
      return handle.review(appeal, command.request, context);
    case 'decide-send-back':
      return dispatch.decideSendBack(appeal, command.request, context);
    case 'designate':
      return dispatch.designate(appeal, command.request, context);
    case 'recompute':
      return dispatch.recompute(appeal, context);
    case 'apply':
      return applications.apply(appeal, command.request, context);
    case 'decide-application':
      return applications.decideApplication(appeal, command.request, context);
    case 'resume':
      return applications.resume(appeal, command.request, context);
    case 'invite':
      return helping.invite(appeal, command.request, context);
    case 'report':
      return helping.report(appeal, command.request, context);
    default:
      return decideElse(appeal, command, context);
  }
}

function decideElse(appeal: Appeal, command: Command, context: Context): AppealEvent[] | Refusal {
  switch (command.type) {
    case 'supplement':
      return collect.supplement(command.request);
    case 'withdraw':
      return collect.withdraw(command.request);
    case 'urge':
      return collect.urge(appeal, command.request, context);
    case 'conceal':
      return collect.conceal();
    case 'contest':
      return collect.contest(appeal, command.request, context);
    case 'classify':
      return dispatch.classify(appeal, command.request, context);
    case 'answer-at-once':
      return dispatch.answerAtOnce(command.request);
    case 'refer':
      return dispatch.refer(command.request);
    case 'dispatch':
      return dispatch.dispatch(appeal, command.request, context);
    case 'dispatch-automatically':
      return dispatchAutomatically(appeal, command.request, context);
    case 'merge':
      return merging.merge(appeal, command.request, context);
    case 'split':
      return merging.split(appeal, command.request, context);
    case 'share-answer':
      return merging.shareAnswer(command.request, context);
    case 'count-follower':
      return merging.countFollower(command.request);
    case 'merge-claimed':
      return merging.mergeClaimed(appeal, command.request, context);
    case 'note-repeat':
      return repeats.noteRepeat(appeal, context);
    case 'note-recurred':
      return repeats.noteRecurred(appeal, context);
    case 'recuse':
      return helping.recuse(command.request, context);
    case 'report-promise':
      return helping.reportPromise(command.request);
    default:
      return decideAbove(appeal, command, context);
  }
}

/** What supervision, the citizen's judgement and the system do. */
function decideAbove(appeal: Appeal, command: Command, context: Context): AppealEvent[] | Refusal {
  switch (command.type) {
    case 'open-follow-up':
      return supervise.openFollowUp(appeal, command.request);
    case 'close-follow-up':
      return supervise.closeFollowUp(command.request);
    case 'issue-circular':
      return supervise.issueCircular(appeal, command.request);
    case 'ask-exclusion':
      return exclusion.askExclusion(appeal, command.request, context);
    case 'decide-exclusion':
      return exclusion.decideExclusion(appeal, command.request);
    case 'revoke-exclusion':
      return exclusion.revokeExclusion(appeal, command.request);
    case 'tick':
      return tick(appeal, context);
    case 'check':
      return evaluate.check(appeal, command.request);
    case 'evaluate':
      return evaluate.evaluate(appeal, command.request, context, {
        rework: () => {
          const unit = leadOf(appeal);
          // What the centre answered itself, with its master, it decides on anew; so it does when the unit is no more.
          return unit && unit.kind !== 'dispatch-centre' && !context.leadClosed
            ? dispatch.order(appeal, unit, 'rework', context)
            : null;
        },
        escalation: () => supervise.escalateDissatisfaction(appeal, leadOf(appeal)?.id ?? null),
      });
    default:
      return refuse('wrong-state');
  }
}

/** What the actor could do with the appeal now. Drives every button, so that no screen repeats a rule. */
export function abilities(appeal: Appeal, actor: Actor): CommandName[] {
  const moves = transitions[situation(appeal)];
  return commandNames.filter(
    (command) =>
      moves[command] !== undefined &&
      mayNot(command, actor, appeal) === null &&
      !conditions[command]?.(appeal, actor),
  );
}
