import type { TimelineItem } from '@suban/domain/api.ts';
import type { AnswerOutcome, ContactRequest } from '@suban/domain/handle/requests.ts';
import { Button, Input } from 'antd';
import { useLanguage, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { timelineSentence, timelineWords } from '../../i18n/timeline.ts';
import { ProblemAlert } from '../../ui/staff/problem.tsx';
import { useStaff } from '../../ui/staff/session.ts';
import { ClosureStandard, type Drafted, isContacted, lacking } from '../case/closure-standard.tsx';
import { ItemWords } from '../case/item-words.tsx';
import { type Photo, photoIds } from '../pick/photo-field.tsx';
import { UnitPicker } from '../pick/pickers.tsx';
import { ActionForm, type ActionProps, useAction } from './action-form.tsx';
import { AnswerChecked } from './answer-check.tsx';
import { type AnswerWords, answerWords, isOf, later, refusing, worded } from './answer-values.ts';
import { Choice, Field, LongText, Photos, ShortText } from './fields.tsx';
import { actionWords } from './words.ts';

/** 签收 asks for nothing: one click. */
export function Acknowledge(props: ActionProps) {
  const term = useText(terms);
  const { run, busy, error } = useAction('acknowledge', props);
  return (
    <div className="staff-stack">
      <Button
        type="primary"
        size="large"
        block
        loading={busy}
        disabled={props.stale}
        onClick={() => void run({})}
      >
        {term.command.acknowledge}
      </Button>
      <ProblemAlert error={error} />
    </div>
  );
}

export function SendBackForm(props: ActionProps) {
  const text = useText(actionWords);
  const term = useText(terms);
  type Values = { legalBasis: string; suggestedUnit: number; text: string };
  return (
    <ActionForm<'send-back', Values>
      command="send-back"
      props={props}
      toBody={(values) => values}
      submit={text.send(term.command['send-back'])}
      danger
    >
      <LongText name="legalBasis" label={text.legalBasis} rows={2} required />
      <Field name="suggestedUnit" label={text.suggestedUnit} required>
        <UnitPicker />
      </Field>
      <LongText name="text" label={text.reason} required />
    </ActionForm>
  );
}

export function ContactForm(props: ActionProps) {
  const text = useText(actionWords);
  const term = useText(terms);
  const { method } = useText(timelineWords);
  type Values = { method: ContactRequest['method']; reached: 'yes' | 'no'; text: string };
  const toBody = (values: Values) => ({
    method: values.method,
    reached: values.reached === 'yes',
    text: values.text,
  });
  return (
    <ActionForm<'contact', Values>
      command="contact"
      props={props}
      initial={{ method: 'phone' }}
      toBody={toBody}
      submit={text.send(term.command.contact)}
    >
      <Choice name="method" label={text.method} words={method} required />
      <Choice name="reached" label={text.reached} words={{ yes: text.yes, no: text.no }} required />
      <LongText name="text" label={text.contactNote} rows={3} required />
    </ActionForm>
  );
}

export function SubAssignForm(props: ActionProps) {
  const text = useText(actionWords);
  const term = useText(terms);
  const { staff } = useStaff();
  const { order } = props.view;
  // What was passed on can be taken back by whoever passed it on.
  const own =
    staff && order && order.holder.id !== staff.unit.id
      ? [{ ...staff.unit, trail: text.takeBack, trailEn: text.takeBack }]
      : [];
  const toBody = ({ unit, text: note }: { unit: number; text?: string }) => ({
    unit,
    ...(note ? { text: note } : {}),
  });
  return (
    <ActionForm<'sub-assign', { unit: number; text?: string }>
      command="sub-assign"
      props={props}
      toBody={toBody}
      submit={text.send(term.command['sub-assign'])}
    >
      <Field name="unit" label={text.toUnit} required>
        <UnitPicker below={staff?.unit.id} known={own} />
      </Field>
      <LongText name="text" label={text.note} rows={2} />
    </ActionForm>
  );
}

type AnswerValues = AnswerWords & { before?: Photo[]; after?: Photo[] };

const answerBody = (values: AnswerValues) => ({
  ...answerWords(values),
  before: photoIds(values.before),
  after: photoIds(values.after),
});

/** As the closure standard looks at it; what is not answered yet counts as the fullest outcome. */
const draftOf = (values: Partial<AnswerValues>): Drafted => ({
  outcome: values.outcome ?? 'solved',
  before: photoIds(values.before),
  after: photoIds(values.after),
  ...(values.site ? { site: values.site } : {}),
  ...(values.legalBasis ? { legalBasis: values.legalBasis } : {}),
});

export function AnswerForm(props: ActionProps) {
  const { view } = props;
  const text = useText(actionWords);
  const term = useText(terms);
  const { outcome } = useText(timelineWords);
  const initial = view.address ? { site: view.address } : {};
  return (
    <ActionForm<'answer', AnswerValues>
      command="answer"
      props={props}
      initial={initial}
      toBody={answerBody}
      submit={text.send(term.command.answer)}
    >
      {(values) => {
        const drafted = draftOf(values);
        const owed = lacking(view, true, { outcome: drafted.outcome, before: [], after: [] });
        return (
          <>
            <Choice name="outcome" label={text.outcome} words={outcome} required />
            <LongText name="text" label={text.text} rows={5} required />
            <AnswerChecked number={view.number} drafted={worded(values)} />
            {(isOf(refusing, values.outcome) || owed.includes('legal-basis')) && (
              <LongText name="legalBasis" label={text.legalBasis} rows={2} required />
            )}
            {isOf(later, values.outcome) && (
              <Field name="promisedAt" label={text.promisedAt}>
                <Input type="datetime-local" />
              </Field>
            )}
            <Photos name="before" label={text.before} required={owed.includes('photo-before')} />
            <Photos name="after" label={text.after_} required={owed.includes('photo-after')} />
            <ShortText name="site" label={text.site} required={owed.includes('site')} />
            <ClosureStandard evidence={view.evidence} contacted={isContacted(view)} drafted={drafted} />
          </>
        );
      }}
    </ActionForm>
  );
}

/** The drafted answer of a timeline, as the closure standard looks at it. */
function draftedIn({ data, photos, texts }: TimelineItem): Drafted {
  const of = (role: string) => photos.filter((photo) => photo.role === role).map(({ id }) => id);
  const { site, legalBasis } = texts;
  return {
    outcome: data['outcome'] as AnswerOutcome,
    before: of('before'),
    after: of('after'),
    ...(site ? { site } : {}),
    ...(legalBasis ? { legalBasis } : {}),
  };
}

/** The same as the check of its words looks at it. */
function wordedIn({ data, texts }: TimelineItem) {
  const { promisedAt } = data;
  const { answer, legalBasis } = texts;
  return {
    ...(answer ? { text: answer } : {}),
    outcome: data['outcome'] as AnswerOutcome,
    ...(legalBasis ? { legalBasis } : {}),
    ...(typeof promisedAt === 'string' ? { promisedAt } : {}),
  };
}

/** 审核: the draft in full, approve at one click, return with findings. */
export function ReviewForm(props: ActionProps) {
  const { view } = props;
  const text = useText(actionWords);
  const lang = useLanguage();
  const approve = useAction('review', props);
  const draft = view.timeline.findLast((item) => item.what === 'answered');
  return (
    <>
      {draft && (
        <div className="desk-quote">
          <h3>{text.draft}</h3>
          <p>{timelineSentence(lang, draft, 'staff')}</p>
          <ItemWords view={view} item={draft} />
          <ClosureStandard
            evidence={view.evidence}
            contacted={isContacted(view)}
            drafted={draftedIn(draft)}
          />
          <AnswerChecked number={view.number} drafted={wordedIn(draft)} />
        </div>
      )}
      <div className="staff-stack">
        <Button
          type="primary"
          size="large"
          block
          loading={approve.busy}
          disabled={props.stale}
          onClick={() => void approve.run({ approve: true })}
        >
          {text.approve}
        </Button>
        <ProblemAlert error={approve.error} />
      </div>
      <ActionForm<'review', { text: string }>
        command="review"
        props={props}
        toBody={(values) => ({ approve: false, text: values.text })}
        submit={text.giveBack}
        danger
      >
        <LongText name="text" label={text.findings} rows={2} required />
      </ActionForm>
    </>
  );
}
