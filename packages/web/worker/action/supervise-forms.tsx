import type { FollowUpLevel } from '@suban/domain/supervise/events.ts';
import { useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { timelineWords } from '../../i18n/timeline.ts';
import { ActionForm, type ActionProps } from './action-form.tsx';
import { Choice, LongText } from './fields.tsx';
import { TextForm } from './text-form.tsx';
import { actionWords } from './words.ts';

/** 督办: ordinary, publicly listed, or a summons. */
export function OpenFollowUpForm(props: ActionProps) {
  const text = useText(actionWords);
  const term = useText(terms);
  const { level } = useText(timelineWords);
  return (
    <ActionForm<'open-follow-up', { text: string; level: FollowUpLevel }>
      command="open-follow-up"
      props={props}
      initial={{ level: 'ordinary' }}
      toBody={(values) => values}
      submit={text.send(term.command['open-follow-up'])}
    >
      <Choice name="level" label={text.followUpLevel} words={level} required />
      <LongText name="text" label={text.followUp} rows={3} required />
    </ActionForm>
  );
}

export function CloseFollowUpForm(props: ActionProps) {
  const text = useText(actionWords);
  return <TextForm command="close-follow-up" props={props} label={text.followUpResult} />;
}

/** 通报 by hand, to the whole city. */
export function IssueCircularForm(props: ActionProps) {
  const text = useText(actionWords);
  return (
    <TextForm command="issue-circular" props={props} label={text.circular} hint={text.circularHint} danger />
  );
}
