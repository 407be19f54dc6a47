import type { ExclusionReason } from '@suban/domain/supervise/requests.ts';
import { exclusionReasonWords } from '@suban/domain/words.ts';
import { useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { ItemWords } from '../case/item-words.tsx';
import { type Photo, photoIds } from '../pick/photo-field.tsx';
import { ActionForm, type ActionProps } from './action-form.tsx';
import { exclusionWords } from './exclusion-words.ts';
import { Choice, LongText, Photos } from './fields.tsx';
import { TextForm } from './text-form.tsx';
import { actionWords } from './words.ts';

/** 申请剔除: with a reason that may be published, and evidence for who decides. */
export function AskExclusionForm(props: ActionProps) {
  const text = useText(actionWords);
  const words = useText(exclusionWords);
  const reasons = useText(exclusionReasonWords);
  const term = useText(terms);
  type Values = { reason: ExclusionReason; text: string; photos?: Photo[] };
  const toBody = ({ reason, text: why, photos }: Values) => ({ reason, text: why, photos: photoIds(photos) });
  return (
    <ActionForm<'ask-exclusion', Values>
      command="ask-exclusion"
      props={props}
      toBody={toBody}
      submit={text.send(term.command['ask-exclusion'])}
    >
      <Choice name="reason" label={words.reason} words={reasons} hint={words.reasonHint} required />
      <LongText name="text" label={words.text} hint={words.textHint} rows={3} required />
      <Photos name="photos" label={words.evidence} />
    </ActionForm>
  );
}

/** A third party's decision, beside what is asked. */
export function DecideExclusionForm(props: ActionProps) {
  const words = useText(exclusionWords);
  const reasons = useText(exclusionReasonWords);
  const asked = props.view.timeline.findLast((item) => item.what === 'exclusion-asked');
  const reason = asked?.data['reason'] as ExclusionReason | undefined;
  type Values = { decision: 'grant' | 'refuse'; text: string };
  const toBody = (values: Values) => ({ grant: values.decision === 'grant', text: values.text });
  return (
    <>
      {asked && (
        <div className="desk-quote">
          <h3>{words.asked}</h3>
          {reason && (
            <p>
              <strong>{reasons[reason]}</strong>
            </p>
          )}
          <ItemWords view={props.view} item={asked} />
        </div>
      )}
      <ActionForm<'decide-exclusion', Values>
        command="decide-exclusion"
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
        <LongText name="text" label={words.why} rows={3} required />
      </ActionForm>
    </>
  );
}

export function RevokeExclusionForm(props: ActionProps) {
  const words = useText(exclusionWords);
  return <TextForm command="revoke-exclusion" props={props} label={words.revoke} hint={words.revokeHint} />;
}
