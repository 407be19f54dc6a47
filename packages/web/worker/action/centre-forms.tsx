import type { CaseView, UnitSuggestion } from '@suban/domain/api.ts';
import { Button, Form } from 'antd';
import { useEffect } from 'react';
import type { Kind, Urgency } from '@suban/domain/appeal.ts';
import type { ReferralReason } from '@suban/domain/dispatch/requests.ts';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { ProblemAlert } from '../../ui/staff/problem.tsx';
import { ItemWords } from '../case/item-words.tsx';
import { MatterPicker, UnitPicker } from '../pick/pickers.tsx';
import { SuggestionText, UnsureLine } from '../queue/suggestion-line.tsx';
import { ActionForm, type ActionProps, useAction } from './action-form.tsx';
import { Choice, Field, LongText } from './fields.tsx';
import { Precedents } from './precedents.tsx';
import { TextForm } from './text-form.tsx';
import { actionWords, referralWords } from './words.ts';

const mattersOf = (view: CaseView) => [
  ...(view.matter ? [view.matter] : []),
  ...view.suggestions.map(({ matter }) => matter),
];

export function ClassifyForm(props: ActionProps) {
  const { view } = props;
  const text = useText(actionWords);
  const term = useText(terms);
  type Values = { matter: string; kind: Kind; urgency: Urgency };
  const initial = {
    kind: view.kind,
    urgency: view.urgency,
    ...(view.matter ? { matter: view.matter.code } : {}),
  };
  return (
    <ActionForm<'classify', Values>
      command="classify"
      props={props}
      initial={initial}
      toBody={(values) => values}
      submit={text.send(term.command.classify)}
    >
      <Field name="matter" label={text.matter} required>
        <MatterPicker known={mattersOf(view)} />
      </Field>
      <Choice name="kind" label={text.kind} words={term.kind} required />
      <Choice name="urgency" label={text.urgency} words={term.urgency} required />
    </ActionForm>
  );
}

export function AnswerAtOnceForm(props: ActionProps) {
  const text = useText(actionWords);
  return <TextForm command="answer-at-once" props={props} label={text.text} rows={4} />;
}

export function ReferForm(props: ActionProps) {
  const text = useText(actionWords);
  const term = useText(terms);
  const reasons = useText(referralWords);
  return (
    <ActionForm<'refer', { reason: ReferralReason; text: string; route: string }>
      command="refer"
      props={props}
      toBody={(values) => values}
      submit={text.send(term.command.refer)}
    >
      {({ reason, route }) => (
        <>
          <Choice name="reason" label={text.referral} words={reasons} required />
          <LongText name="text" label={text.referralText} hint={text.referralHint} required />
          <LongText name="route" label={text.referralRoute} hint={text.referralRouteHint} required />
          <RouteFilled routes={props.view.referralRoutes} reason={reason} route={route} />
        </>
      )}
    </ActionForm>
  );
}

type Routes = CaseView['referralRoutes'];

/** Fills in the city's words for the reason chosen, unless somebody has written words of their own. */
function RouteFilled({
  routes,
  reason,
  route,
}: {
  routes: Routes;
  reason: ReferralReason | undefined;
  route: string | undefined;
}) {
  const form = Form.useFormInstance();
  const template = reason && routes?.[reason];
  const own = Boolean(route?.trim()) && !Object.values(routes ?? {}).includes(route ?? '');
  useEffect(() => {
    if (template && !own && form.getFieldValue('route') !== template) form.setFieldValue('route', template);
  }, [form, template, own]);
  return null;
}

/** The suggestions as one-click choices, and any other unit by hand. */
export function DispatchForm(props: ActionProps) {
  const { view } = props;
  const text = useText(actionWords);
  const term = useText(terms);
  type Values = { unit: number; matter?: string; note?: string };
  const named = view.order?.suggestedUnit;
  const initial: Partial<Values> = view.matter ? { matter: view.matter.code } : {};
  const toBody = ({ unit, matter, note }: Values) => ({
    unit,
    ...(matter ? { matter } : {}),
    ...(note ? { note } : {}),
  });
  return (
    <>
      <Precedents view={view} />
      <Suggestions {...props} />
      <h3 className="desk-by-hand">{text.byHand}</h3>
      <ActionForm<'dispatch', Values>
        command="dispatch"
        props={props}
        initial={initial}
        toBody={toBody}
        submit={text.send(term.command.dispatch)}
      >
        <Field name="unit" label={text.unit} required>
          <UnitPicker known={[...(named ? [named] : []), ...view.suggestions.map(({ unit }) => unit)]} />
        </Field>
        <Field name="matter" label={text.matter}>
          <MatterPicker known={mattersOf(view)} />
        </Field>
        <LongText name="note" label={text.note} rows={2} />
      </ActionForm>
    </>
  );
}

function Suggestions(props: ActionProps) {
  const { view } = props;
  const lang = useLanguage();
  const text = useText(actionWords);
  const { run, busy, error } = useAction('dispatch', props);
  const suggested = view.order?.suggestedUnit;
  const named = view.suggestions.some(({ unit }) => unit.id === suggested?.id) ? null : suggested;
  const accept = ({ unit, matter }: UnitSuggestion) => void run({ unit: unit.id, matter: matter.code });
  if (view.suggestions.length === 0 && !named) return null;
  return (
    <>
      <h3>{text.suggestions}</h3>
      {view.unsure && <UnsureLine />}
      <ul className="desk-suggestions">
        {named && view.matter && (
          <li>
            <span className="desk-suggestion-text">
              <b>{nameIn(lang, named)}</b>
              <span>{nameIn(lang, view.matter)}</span>
              <span className="staff-soft">{text.sentBackTo}</span>
            </span>
            <Button disabled={busy || props.stale} onClick={() => void run({ unit: named.id })}>
              {text.dispatchTo(nameIn(lang, named))}
            </Button>
          </li>
        )}
        {view.suggestions.map((suggestion) => (
          <li key={`${suggestion.unit.id} ${suggestion.matter.code}`}>
            <SuggestionText suggestion={suggestion} />
            <Button disabled={busy || props.stale} onClick={() => accept(suggestion)}>
              {text.dispatchTo(nameIn(lang, suggestion.unit))}
            </Button>
          </li>
        ))}
      </ul>
      <ProblemAlert error={error} />
    </>
  );
}

/** Why the unit asked to send it back, read beside the decision. */
function SendBackAsked({ view }: { view: CaseView }) {
  const lang = useLanguage();
  const text = useText(actionWords);
  const asked = view.timeline.findLast((item) => item.what === 'send-back-asked');
  if (!asked) return null;
  return (
    <div className="desk-quote">
      <h3>{text.asked}</h3>
      <ItemWords view={view} item={asked} />
      {view.order?.suggestedUnit && (
        <p>
          <b>{text.suggestedUnit}</b> {nameIn(lang, view.order.suggestedUnit)}
        </p>
      )}
    </div>
  );
}

export function DecideSendBackForm(props: ActionProps) {
  const text = useText(actionWords);
  const term = useText(terms);
  type Values = { decision: 'uphold' | 'refuse'; text: string };
  const toBody = (values: Values) => ({ uphold: values.decision === 'uphold', text: values.text });
  return (
    <>
      <SendBackAsked view={props.view} />
      <Precedents view={props.view} />
      <ActionForm<'decide-send-back', Values>
        command="decide-send-back"
        props={props}
        toBody={toBody}
        submit={text.send(term.command['decide-send-back'])}
      >
        <Choice
          name="decision"
          label={text.uphold}
          words={{ uphold: text.upheld, refuse: text.refused }}
          required
        />
        <LongText name="text" label={text.reason} required />
      </ActionForm>
    </>
  );
}

export function DesignateForm(props: ActionProps) {
  const { view } = props;
  const text = useText(actionWords);
  const term = useText(terms);
  const known = [
    ...(view.order?.suggestedUnit ? [view.order.suggestedUnit] : []),
    ...(view.order ? [view.order.lead] : []),
    ...view.suggestions.map(({ unit }) => unit),
  ];
  return (
    <>
      <SendBackAsked view={view} />
      <Precedents view={view} />
      <ActionForm<'designate', { unit: number; text: string }>
        command="designate"
        props={props}
        toBody={(values) => values}
        submit={text.send(term.command.designate)}
      >
        <Field name="unit" label={text.unit} required>
          <UnitPicker known={known} />
        </Field>
        <LongText name="text" label={text.reason} required />
      </ActionForm>
    </>
  );
}
