import { useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { ActionForm, type ActionProps } from './action-form.tsx';
import { LongText } from './fields.tsx';
import { actionWords } from './words.ts';

/** The commands that ask for words alone. */
type TextCommand =
  | 'answer-at-once'
  | 'split'
  | 'resume'
  | 'recuse'
  | 'close-follow-up'
  | 'issue-circular'
  | 'revoke-exclusion';

type Props = {
  command: TextCommand;
  props: ActionProps;
  label: string;
  hint?: string;
  rows?: number;
  danger?: boolean;
};

export function TextForm({ command, props, label, hint, rows = 3, danger = false }: Props) {
  const text = useText(actionWords);
  const term = useText(terms);
  return (
    <ActionForm<TextCommand, { text: string }>
      command={command}
      props={props}
      toBody={(values) => values}
      submit={
        command === 'answer-at-once' ? text.send(term.command[command]) : text.confirm(term.command[command])
      }
      danger={danger}
    >
      <LongText name="text" label={label} rows={rows} required {...(hint === undefined ? {} : { hint })} />
    </ActionForm>
  );
}
