import type { ContactAnswer, Stars } from '@suban/domain/evaluate/requests.ts';
import { dimensionWords } from '../../i18n/dimensions.ts';
import { useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { ActionForm, type ActionProps } from './action-form.tsx';
import { Choice, Field, LongText } from './fields.tsx';
import { actionWords } from './words.ts';

/** 回访: the citizen's own words and stars, none given beforehand. */
export function EvaluateForm(props: ActionProps) {
  const text = useText(actionWords);
  const term = useText(terms);
  const dimension = useText(dimensionWords);
  type Values = { solved: 'yes' | 'no'; stars: Stars; contacted?: ContactAnswer; text?: string };
  const toBody = (values: Values) => ({
    solved: values.solved === 'yes',
    stars: values.stars,
    ...(values.contacted ? { contacted: values.contacted } : {}),
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
      <ContactedChoice {...props} />
      {Object.entries<string>(dimension).map(([name, label]) => (
        <Field key={name} name={['stars', name]} label={label} required>
          <StarField label={label} />
        </Field>
      ))}
      <LongText name="text" label={text.ratingReason} rows={2} />
    </ActionForm>
  );
}

/** 回访核实: what the citizen says to somebody apart from the unit. */
export function CheckForm(props: ActionProps) {
  const text = useText(actionWords);
  const term = useText(terms);
  type Values = {
    reached: 'yes' | 'no';
    solved?: 'yes' | 'no' | 'unclear';
    contacted?: ContactAnswer;
    text: string;
  };
  const toBody = ({ reached, solved, contacted, text: note }: Values) => ({
    reached: reached === 'yes',
    ...(reached === 'yes' && solved !== 'unclear' ? { solved: solved === 'yes' } : {}),
    ...(reached === 'yes' && contacted ? { contacted } : {}),
    text: note,
  });
  return (
    <ActionForm<'check', Values>
      command="check"
      props={props}
      toBody={toBody}
      submit={text.send(term.command.check)}
    >
      {({ reached }) => (
        <>
          <p className="staff-soft">{text.checkLead}</p>
          <Choice name="reached" label={text.reached} words={{ yes: text.yes, no: text.no }} required />
          {reached === 'yes' && (
            <>
              <Choice
                name="solved"
                label={text.solved}
                words={{ yes: text.solvedYes, no: text.solvedNo, unclear: text.solvedUnclear }}
                required
              />
              <ContactedChoice {...props} />
            </>
          )}
          <LongText name="text" label={text.contactNote} rows={3} required />
        </>
      )}
    </ActionForm>
  );
}

/** 响应率: asked where a unit was to contact the citizen. */
function ContactedChoice({ view }: ActionProps) {
  const text = useText(actionWords);
  if (!view.asksContact) return null;
  const words = { yes: text.contactedYes, no: text.contactedNo, unsure: text.contactedUnsure };
  return <Choice name="contacted" label={text.contacted} words={words} required />;
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
