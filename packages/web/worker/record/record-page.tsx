import './record.css';
import type { filedAnswer } from '@suban/domain/api.ts';
import { Form } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { ApiError, newRequestId, post } from '../../ui/api.ts';
import { ProblemAlert } from '../../ui/staff/problem.tsx';
import { useStaff } from '../../ui/staff/session.ts';
import { Filed } from './filed.tsx';
import { type RecordValues, recordBody, RecordFields } from './record-fields.tsx';
import { SuggestionPanel, useSuggestion } from './suggestion-panel.tsx';
import { recordWords } from './words.ts';

type FiledAnswer = ReturnType<(typeof filedAnswer)['parse']>;

/** `/desk/record`: one call after the other, hands on the keyboard. */
export function RecordPage() {
  const text = useText(recordWords);
  const { staff } = useStaff();
  const [filed, setFiled] = useState<FiledAnswer | null>(null);
  const [call, setCall] = useState(1);
  if (!staff?.mayRecord) return <p>{text.notAllowed}</p>;
  const next = () => {
    setFiled(null);
    setCall(call + 1);
  };
  if (filed) return <Filed {...filed} onNext={next} />;
  const channel = staff.roles.includes('operator') ? 'hotline' : 'grid-worker';
  return <RecordForm key={call} channel={channel} onFiled={setFiled} />;
}

/** Files; the id stays until the server has answered, so that a second try after a broken line files nothing twice. */
function useFiling(onFiled: (answer: FiledAnswer) => void) {
  const requestId = useRef(newRequestId());
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const file = async (values: RecordValues) => {
    setBusy(true);
    setError(null);
    try {
      onFiled(
        await post<FiledAnswer>('/api/desk/appeals', { ...recordBody(values), requestId: requestId.current }),
      );
    } catch (refused) {
      if (refused instanceof ApiError && refused.status >= 400 && refused.status < 500)
        requestId.current = newRequestId();
      setError(refused);
      setBusy(false);
    }
  };
  return { file, busy, error };
}

function RecordForm({
  channel,
  onFiled,
}: {
  channel: RecordValues['channel'];
  onFiled: (answer: FiledAnswer) => void;
}) {
  const text = useText(recordWords);
  const [form] = Form.useForm<RecordValues>();
  const words = Form.useWatch('text', form) ?? '';
  const { file, busy, error } = useFiling(onFiled);
  const suggestion = useSuggestion(words, form);
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
  };
  return (
    <div className="desk-record">
      <section aria-labelledby="record-title" className="desk-record-form">
        <h1 id="record-title">{text.title}</h1>
        <p className="staff-soft">{text.lead}</p>
        <Form<RecordValues>
          form={form}
          name="record-form"
          layout="vertical"
          requiredMark={false}
          scrollToFirstError={{ focus: true }}
          initialValues={{ channel, urgency: 'ordinary' }}
          onFinish={(values) => !busy && void file(values)}
          onKeyDown={keys}
        >
          <RecordFields busy={busy} problem={<ProblemAlert error={error} />} />
        </Form>
      </section>
      <SuggestionPanel {...suggestion} />
    </div>
  );
}
