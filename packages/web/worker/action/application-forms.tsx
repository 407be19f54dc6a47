import type { CaseView } from '@suban/domain/api.ts';
import type { Application } from '@suban/domain/handle/requests.ts';
import { Input, InputNumber } from 'antd';
import { type Language, useLanguage, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { date, dateTime, inCityZone } from '../../ui/time.ts';
import { ItemWords } from '../case/item-words.tsx';
import { ActionForm, type ActionProps } from './action-form.tsx';
import { applicationWords } from './application-words.ts';
import { Choice, Field, LongText } from './fields.tsx';
import { TextForm } from './text-form.tsx';
import { actionWords } from './words.ts';

type Asked = NonNullable<NonNullable<CaseView['order']>['asked']>;

/** What an application asks for, in few words. */
export function askedFor(lang: Language, asked: Asked): string {
  const words = applicationWords[lang];
  if (asked.what === 'extension') return words.extension(asked.days ?? 0);
  if (asked.what === 'ledger') return words.ledger(asked.reviewAt ? date(lang, asked.reviewAt) : '');
  return words[asked.what];
}

type ApplyValues = { what: Application['what']; days?: number; reviewAt?: string; text: string };

/** 申请: the fields of the kind that is chosen. */
export function ApplyForm(props: ActionProps) {
  const text = useText(actionWords);
  const words = useText(applicationWords);
  const term = useText(terms);
  const toBody = ({ what, days, reviewAt, text: reason }: ApplyValues) => {
    if (what === 'extension') return { what, days: days ?? 0, text: reason };
    if (what === 'ledger') return { what, reviewAt: inCityZone(reviewAt ?? ''), text: reason };
    return { what, text: reason };
  };
  return (
    <ActionForm<'apply', ApplyValues>
      command="apply"
      props={props}
      toBody={toBody}
      submit={text.send(term.command.apply)}
    >
      {({ what }) => (
        <>
          <Choice name="what" label={words.whatLabel} words={words.what} required />
          {what === 'extension' && (
            <Field name="days" label={words.days} required>
              <InputNumber min={1} max={60} precision={0} inputMode="numeric" />
            </Field>
          )}
          {what === 'ledger' && (
            <Field name="reviewAt" label={words.reviewAt} required>
              <Input type="date" />
            </Field>
          )}
          <LongText name="text" label={words.reason} hint={words.reasonHint} rows={3} required />
        </>
      )}
    </ActionForm>
  );
}

/** What is asked, beside the decision on it. */
function AskedFor({ view }: { view: CaseView }) {
  const lang = useLanguage();
  const words = useText(applicationWords);
  const { order } = view;
  const applied = view.timeline.findLast((item) => item.what === 'applied');
  if (!order?.asked) return null;
  return (
    <div className="desk-quote">
      <h3>{words.asked}</h3>
      <p>
        <strong>{askedFor(lang, order.asked)}</strong>
      </p>
      {order.asked.what === 'extension' && <p>{words.from(dateTime(lang, order.originalFinishDue))}</p>}
      {applied && <ItemWords view={view} item={applied} />}
    </div>
  );
}

export function DecideApplicationForm(props: ActionProps) {
  const words = useText(applicationWords);
  type Values = { decision: 'grant' | 'refuse'; text: string };
  const toBody = (values: Values) => ({ grant: values.decision === 'grant', text: values.text });
  return (
    <>
      <AskedFor view={props.view} />
      <ActionForm<'decide-application', Values>
        command="decide-application"
        props={props}
        toBody={toBody}
        submit={words.send}
      >
        <Choice
          name="decision"
          label={words.decision}
          words={{ grant: words.granted, refuse: words.refused }}
          required
        />
        <LongText name="text" label={words.decisionReason} hint={words.decisionHint} rows={3} required />
      </ActionForm>
    </>
  );
}

export function ResumeForm(props: ActionProps) {
  const words = useText(applicationWords);
  return <TextForm command="resume" props={props} label={words.resume} />;
}
