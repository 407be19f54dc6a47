import '../form.css';
import type { RecordRequest } from '@suban/domain/collect/requests.ts';
import { App, Button, Form, Input, Radio } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { ApiError, newRequestId, post } from '../../ui/api.ts';
import { ProblemAlert } from '../../ui/staff/problem.tsx';
import { CasePicker } from '../pick/case-picker.tsx';
import { MatterPicker } from '../pick/pickers.tsx';
import { recordWords } from '../record/words.ts';
import { contactsWords } from './words.ts';

type Values = { channel: RecordRequest['channel']; text: string; matter?: string; number?: string };

/** One thing answered at once, with the case it was about if it was about one. */
export function ContactForm({ onKept }: { onKept: () => void }) {
  const text = useText(contactsWords);
  const { channel, labels } = useText(recordWords);
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const requestId = useRef(newRequestId());
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const keep = async ({ matter, number, ...values }: Values) => {
    setBusy(true);
    setError(null);
    try {
      const { today } = await post<{ today: number }>('/api/desk/service-contacts', {
        requestId: requestId.current,
        ...values,
        ...(matter ? { matter } : {}),
        ...(number ? { number } : {}),
      });
      requestId.current = newRequestId();
      form.resetFields();
      void message.success(text.kept(today));
      onKept();
    } catch (refused) {
      if (refused instanceof ApiError && refused.status >= 400 && refused.status < 500)
        requestId.current = newRequestId();
      setError(refused);
    }
    setBusy(false);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
  };
  return (
    <Form<Values>
      form={form}
      name="contact-form"
      layout="vertical"
      requiredMark={false}
      initialValues={{ channel: 'hotline' }}
      onFinish={(values) => !busy && void keep(values)}
      onKeyDown={keys}
    >
      <Form.Item
        name="text"
        label={text.text}
        rules={[{ required: true, whitespace: true, message: text.textMissing }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={4000} />
      </Form.Item>
      <div className="desk-pair">
        <Form.Item name="matter" label={labels.matter}>
          <MatterPicker />
        </Form.Item>
        <Form.Item name="number" label={text.about}>
          <CasePicker except="" placeholder={text.about} />
        </Form.Item>
      </div>
      <Form.Item name="channel" label={labels.channel}>
        <Radio.Group
          className="desk-radios is-row"
          aria-label={labels.channel}
          options={Object.entries<string>(channel).map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
      <div className="staff-stack">
        <ProblemAlert error={error} />
        <div className="desk-submit">
          <Button type="primary" htmlType="submit" loading={busy}>
            {text.keep} <kbd aria-hidden>Ctrl+Enter</kbd>
          </Button>
        </div>
      </div>
    </Form>
  );
}
