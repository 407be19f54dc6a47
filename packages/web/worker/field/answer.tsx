import type { FieldOrder } from '@suban/domain/api-field.ts';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { timelineWords } from '../../i18n/timeline.ts';
import { useOnline } from '../../ui/outbox/online.ts';
import { AnswerChecked } from '../action/answer-check.tsx';
import { type AnswerWords, answerWords, isOf, later, refusing, worded } from '../action/answer-values.ts';
import { Choice, Field, LongText, ShortText } from '../action/fields.tsx';
import { actionWords } from '../action/words.ts';
import { ClosureStandard, lacking } from '../case/closure-standard.tsx';
import { caseWords } from '../case/words.ts';
import type { Do } from './use-deeds.ts';
import type { FieldDraft } from './use-draft.ts';
import { fieldWords } from './words.ts';

type Props = { order: FieldOrder; draft: FieldDraft; contacted: boolean; act: Do };

/** 答复: kept as it is typed; handed in with the photos once the closure standard is met. */
export function AnswerFields({ order, draft, contacted, act }: Props) {
  const field = useText(fieldWords);
  const text = useText(actionWords);
  const { evidence: named } = useText(caseWords);
  const { outcome } = useText(timelineWords);
  const online = useOnline();
  const [values, setValues] = useState<Partial<AnswerWords>>(() => ({
    ...(order.address ? { site: order.address } : {}),
    ...draft.words,
  }));
  const of = (role: string) => draft.photos.filter((photo) => photo.role === role).map(({ key }) => key);
  const drafted = {
    outcome: values.outcome ?? ('solved' as const),
    before: of('before'),
    after: of('after'),
    ...(values.site ? { site: values.site } : {}),
    ...(values.legalBasis ? { legalBasis: values.legalBasis } : {}),
  };
  const missing = lacking(order, contacted, drafted);
  const needsBasis = isOf(refusing, values.outcome) || order.evidence.includes('legal-basis');
  const submit = async (all: AnswerWords) => {
    if (missing.length === 0 && (await act('answer', answerWords(all), draft.photos))) await draft.clear();
  };
  return (
    <section className="field-part" aria-labelledby="answer-title">
      <h2 id="answer-title">{field.answer}</h2>
      <Form<AnswerWords>
        name="field-answer"
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        initialValues={values}
        onValuesChange={(_, all) => {
          setValues(all);
          void draft.write(all);
        }}
        onFinish={(all) => void submit(all)}
      >
        <Choice name="outcome" label={text.outcome} words={outcome} required />
        <LongText name="text" label={text.text} rows={4} required />
        {online && <AnswerChecked number={order.number} drafted={worded(values)} />}
        {needsBasis && <LongText name="legalBasis" label={text.legalBasis} rows={2} required />}
        {isOf(later, values.outcome) && (
          <Field name="promisedAt" label={text.promisedAt}>
            <Input type="datetime-local" />
          </Field>
        )}
        <ShortText name="site" label={text.site} required={order.evidence.includes('site')} />
        <ClosureStandard evidence={order.evidence} contacted={contacted} drafted={drafted} />
        <p role="status" className="field-lacking">
          {missing.length > 0 && field.lacking + missing.map((each) => named[each]).join('、')}
        </p>
        <Button type="primary" htmlType="submit" block size="large" disabled={missing.length > 0}>
          {field.submit}
        </Button>
        <p className="staff-soft">{field.kept}</p>
      </Form>
    </section>
  );
}
