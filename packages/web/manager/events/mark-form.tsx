import type { judged } from '@suban/domain/api-alerts.ts';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useRef, useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { newRequestId, post } from '../../ui/api.ts';
import { ProblemAlert } from '../../ui/staff/problem.tsx';
import { hotWords } from './words.ts';

/** 人工标记: an event the system missed. */
export function MarkForm({ event }: { readonly event: number }) {
  const t = useText(hotWords);
  const client = useQueryClient();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const requestId = useRef(newRequestId());
  const send = async ({ reason }: { reason: string }) => {
    setBusy(true);
    setError(null);
    try {
      await post<ReturnType<(typeof judged)['parse']>>(`/api/command/events/${event}/mark`, {
        requestId: requestId.current,
        reason,
      });
      void message.success(t.marked);
    } catch (refused) {
      setError(refused);
      requestId.current = newRequestId();
    }
    setBusy(false);
    await client.invalidateQueries();
  };
  if (!open)
    return (
      <Button onClick={() => setOpen(true)} aria-expanded={false}>
        {t.mark}
      </Button>
    );
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      name="mark-form"
      onFinish={(values: { reason: string }) => void send(values)}
    >
      <p className="m-soft">{t.markLead}</p>
      <Form.Item name="reason" label={t.markReason} rules={[{ required: true, message: t.markNeeded }]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
      </Form.Item>
      <ProblemAlert error={error} />
      <p className="m-tags">
        <Button type="primary" htmlType="submit" loading={busy}>
          {t.markSend}
        </Button>
        <Button onClick={() => setOpen(false)}>{t.cancel}</Button>
      </p>
    </Form>
  );
}
