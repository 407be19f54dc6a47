import '../form.css';
import type { AlertView, judged } from '@suban/domain/api-alerts.ts';
import type { Measure } from '@suban/domain/govern/requests.ts';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { ApiError, newRequestId, post } from '../../ui/api.ts';
import { eventWords } from '../../ui/staff/events/words.ts';
import { ProblemAlert } from '../../ui/staff/problem.tsx';
import { Choice, LongText } from '../action/fields.tsx';
import { actionWords } from '../action/words.ts';
import { alertWords } from './words.ts';

type Values = { verdict: 'confirmed' | 'dismissed'; measure?: Measure; reason: string };
type Judged = ReturnType<(typeof judged)['parse']>;

/** 研判: confirmed with what follows, or dismissed; always with a reason. Ctrl+Enter sends. */
export function JudgeForm({ alert }: { readonly alert: AlertView }) {
  const text = useText(alertWords);
  const t = useText(eventWords);
  const { ctrlEnter } = useText(actionWords);
  const client = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const verdict = Form.useWatch('verdict', form);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  // Kept until the server has answered: sent again, it does nothing twice.
  const unanswered = useRef<{ what: string; requestId: string } | null>(null);

  const send = async ({ verdict: said, measure = 'none', reason }: Values) => {
    setBusy(true);
    setError(null);
    const body = said === 'confirmed' ? { verdict: said, measure, reason } : { verdict: said, reason };
    const what = JSON.stringify(body);
    if (unanswered.current?.what !== what) unanswered.current = { what, requestId: newRequestId() };
    const { requestId } = unanswered.current;
    try {
      const { state } = await post<Judged>(`/api/desk/alerts/${alert.id}/judge`, { ...body, requestId });
      unanswered.current = null;
      void message.success(text.done[state]);
    } catch (refused) {
      if (refused instanceof ApiError && refused.status >= 400 && refused.status < 500)
        unanswered.current = null;
      setError(refused);
    }
    setBusy(false);
    await client.invalidateQueries({ queryKey: ['desk'] });
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
  };
  const follows = Object.fromEntries(alert.measures.map((each) => [each, t.measure[each]]));
  return (
    <Form<Values>
      form={form}
      name="judge-form"
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ focus: true }}
      onFinish={(values) => !busy && void send(values)}
      onKeyDown={keys}
    >
      <Choice
        name="verdict"
        label={text.verdict}
        words={{ confirmed: text.confirmed, dismissed: text.dismissed }}
        required
      />
      {verdict === 'confirmed' && <Choice name="measure" label={text.measure} words={follows} required />}
      <LongText name="reason" label={text.reason} rows={3} hint={text.reasonHint} required />
      <div className="staff-stack">
        <ProblemAlert error={error} />
        <div className="desk-submit">
          <Button type="primary" htmlType="submit" loading={busy}>
            {text.submit}
          </Button>
          <span className="staff-soft desk-hint">{ctrlEnter}</span>
        </div>
      </div>
    </Form>
  );
}
