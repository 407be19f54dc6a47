import type { Stars } from '@suban/domain/evaluate/requests.ts';
import { useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { timelineWords } from '../../i18n/timeline.ts';
import { type Photo, photoIds } from '../pick/photo-field.tsx';
import { ActionForm, type ActionProps } from './action-form.tsx';
import { Choice, Field, LongText } from './fields.tsx';
import { Photos } from './unit-forms.tsx';
import { actionWords } from './words.ts';

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

const optionalText = ({ text }: { text?: string }) => (text ? { text } : {});

export function UrgeForm(props: ActionProps) {
  const text = useText(actionWords);
  const term = useText(terms);
  return (
    <ActionForm<'urge', { text?: string }>
      command="urge"
      props={props}
      toBody={optionalText}
      submit={text.send(term.command.urge)}
    >
      <LongText name="text" label={text.urge} rows={2} />
    </ActionForm>
  );
}

export function WithdrawForm(props: ActionProps) {
  const text = useText(actionWords);
  const term = useText(terms);
  return (
    <ActionForm<'withdraw', { text?: string }>
      command="withdraw"
      props={props}
      toBody={optionalText}
      submit={text.send(term.command.withdraw)}
      danger
    >
      <LongText name="text" label={text.withdraw} rows={2} />
    </ActionForm>
  );
}

export function OpenFollowUpForm(props: ActionProps) {
  const text = useText(actionWords);
  const term = useText(terms);
  return (
    <ActionForm<'open-follow-up', { text: string }>
      command="open-follow-up"
      props={props}
      toBody={(values) => values}
      submit={text.send(term.command['open-follow-up'])}
    >
      <LongText name="text" label={text.followUp} rows={3} required />
    </ActionForm>
  );
}

/** 回访: the citizen's own words and stars, none given beforehand. */
export function EvaluateForm(props: ActionProps) {
  const text = useText(actionWords);
  const term = useText(terms);
  const { dimension } = useText(timelineWords);
  type Values = { solved: 'yes' | 'no'; stars: Stars; text?: string };
  const toBody = (values: Values) => ({
    solved: values.solved === 'yes',
    stars: values.stars,
    ...(values.text ? { text: values.text } : {}),
  });
  return (
    <ActionForm<'evaluate', Values>
      command="evaluate"
      props={props}
      toBody={toBody}
      submit={text.send(term.command.evaluate)}
    >
      <p className="staff-soft">{text.interview}</p>
      <Choice name="solved" label={text.solved} words={{ yes: text.solvedYes, no: text.solvedNo }} required />
      {Object.entries<string>(dimension).map(([name, label]) => (
        <Field key={name} name={['stars', name]} label={label} required>
          <StarField label={label} />
        </Field>
      ))}
      <LongText name="text" label={text.ratingReason} rows={2} />
    </ActionForm>
  );
}

type StarFieldProps = { label: string; id?: string; value?: number; onChange?: (value: number) => void };

/** Five radios that look like stars: arrows move, a screen reader says how many. */
function StarField({ label, id, value = 0, onChange }: StarFieldProps) {
  const text = useText(actionWords);
  return (
    <div role="radiogroup" aria-label={label} id={id} className="desk-stars">
      {[1, 2, 3, 4, 5].map((n) => (
        <label key={n} className={n <= value ? 'is-on' : ''} title={text.stars(n)}>
          <input
            type="radio"
            name={id}
            aria-label={text.stars(n)}
            checked={n === value}
            onChange={() => onChange?.(n)}
          />
          <span aria-hidden>{n <= value ? '★' : '☆'}</span>
        </label>
      ))}
    </div>
  );
}
