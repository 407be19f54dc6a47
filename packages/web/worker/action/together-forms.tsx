import { useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { CasePicker } from '../pick/case-picker.tsx';
import { type Photo, photoIds } from '../pick/photo-field.tsx';
import { useSimilar } from '../similar/queries.ts';
import { UnitPicker } from '../pick/pickers.tsx';
import { ActionForm, type ActionProps } from './action-form.tsx';
import { Choice, Field, LongText, Photos } from './fields.tsx';
import { TextForm } from './text-form.tsx';
import { togetherWords } from './together-words.ts';
import { actionWords } from './words.ts';

/** 并单: the other case, out of those that are alike, or by its number or its words. */
export function MergeForm(props: ActionProps) {
  const text = useText(actionWords);
  const words = useText(togetherWords);
  const term = useText(terms);
  const similar = useSimilar(props.view.number).data?.items.filter(({ mayMerge }) => mayMerge);
  const toBody = ({ into, text: reason }: { into: string; text?: string }) => ({
    into,
    ...(reason ? { text: reason } : {}),
  });
  return (
    <ActionForm<'merge', { into: string; text?: string }>
      command="merge"
      props={props}
      toBody={toBody}
      submit={text.confirm(term.command.merge)}
    >
      <Field name="into" label={words.into} hint={words.intoHint} required>
        <CasePicker except={props.view.number} placeholder={words.casePlaceholder} known={similar ?? []} />
      </Field>
      <LongText name="text" label={words.mergeReason} rows={2} />
    </ActionForm>
  );
}

export function SplitForm(props: ActionProps) {
  const words = useText(togetherWords);
  return <TextForm command="split" props={props} label={words.split} hint={words.splitHint} />;
}

export function InviteForm(props: ActionProps) {
  const words = useText(togetherWords);
  return (
    <ActionForm<'invite', { unit: number; text: string }>
      command="invite"
      props={props}
      toBody={(values) => values}
      submit={words.sendInvite}
    >
      <Field name="unit" label={words.unit} hint={words.askHint} required>
        <UnitPicker known={props.view.suggestions.map(({ unit }) => unit)} />
      </Field>
      <LongText name="text" label={words.ask} rows={3} required />
    </ActionForm>
  );
}

/** 协办反馈, to the lead. */
export function ReportForm(props: ActionProps) {
  const text = useText(actionWords);
  const words = useText(togetherWords);
  const term = useText(terms);
  type Values = { text: string; photos?: Photo[] };
  const toBody = (values: Values) => ({ text: values.text, photos: photoIds(values.photos) });
  const asked = props.view.timeline.findLast((item) => item.what === 'joined');
  return (
    <>
      {asked?.texts['reason'] && (
        <div className="desk-quote">
          <h3>{words.ask}</h3>
          <p>{asked.texts['reason']}</p>
        </div>
      )}
      <ActionForm<'report', Values>
        command="report"
        props={props}
        toBody={toBody}
        submit={text.send(term.command.report)}
      >
        <LongText name="text" label={words.report} rows={4} required />
        <Photos name="photos" label={words.photos} />
      </ActionForm>
    </>
  );
}

/** 承诺兑现: done by now, or not. */
export function ReportPromiseForm(props: ActionProps) {
  const words = useText(togetherWords);
  type Values = { kept: 'yes' | 'no'; text: string; photos?: Photo[] };
  const toBody = (values: Values) => ({
    kept: values.kept === 'yes',
    text: values.text,
    photos: photoIds(values.photos),
  });
  return (
    <ActionForm<'report-promise', Values>
      command="report-promise"
      props={props}
      toBody={toBody}
      submit={words.sendPromise}
    >
      <Choice name="kept" label={words.kept} words={{ yes: words.keptYes, no: words.keptNo }} required />
      <LongText name="text" label={words.promiseReport} rows={3} required />
      <Photos name="photos" label={words.photos} />
    </ActionForm>
  );
}
