import { useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { type Photo, photoIds } from '../pick/photo-field.tsx';
import { ActionForm, type ActionProps } from './action-form.tsx';
import { LongText, Photos } from './fields.tsx';
import { TextForm } from './text-form.tsx';
import { actionWords } from './words.ts';

// What anybody party to a case may do, whatever their unit's part in it.

export function SupplementForm(props: ActionProps) {
  const text = useText(actionWords);
  const term = useText(terms);
  type Values = { text: string; photos?: Photo[] };
  const toBody = (values: Values) => ({ text: values.text, photos: photoIds(values.photos) });
  return (
    <ActionForm<'supplement', Values>
      command="supplement"
      props={props}
      toBody={toBody}
      submit={text.send(term.command.supplement)}
    >
      <LongText name="text" label={text.supplement} rows={3} required />
      <Photos name="photos" label={text.photos} />
    </ActionForm>
  );
}

export function UrgeForm(props: ActionProps) {
  const text = useText(actionWords);
  const term = useText(terms);
  return (
    <ActionForm<'urge', { text?: string }>
      command="urge"
      props={props}
      toBody={(values) => (values.text ? { text: values.text } : {})}
      submit={text.send(term.command.urge)}
    >
      <LongText name="text" label={text.urge} rows={2} />
    </ActionForm>
  );
}

/** 回避: for good. */
export function RecuseForm(props: ActionProps) {
  const text = useText(actionWords);
  return <TextForm command="recuse" props={props} label={text.recuse} hint={text.recuseHint} danger />;
}
