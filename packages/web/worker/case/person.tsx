import '../form.css';
import type { CaseView } from '@suban/domain/api.ts';
import type { reveal } from '@suban/domain/api-records.ts';
import { Button, Form, Input, Modal } from 'antd';
import { useRef, useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { newRequestId, post } from '../../ui/api.ts';
import { ProblemAlert } from '../../ui/staff/problem.tsx';
import { caseWords } from './words.ts';

type FieldName = 'name' | 'phone';
type Revealed = ReturnType<(typeof reveal)['parse']>;

/** Who asks, masked. What is revealed stays on this page only, and is gone with it. */
export function Person({ view }: { view: CaseView }) {
  const text = useText(caseWords);
  const [asked, setAsked] = useState<FieldName | null>(null);
  const [shown, setShown] = useState<Partial<Record<FieldName, string>>>({});
  const row = (field: FieldName) => {
    const value = shown[field] ?? view.person[field];
    return (
      <div>
        <dt>{text[field]}</dt>
        <dd>
          {field === 'phone' && shown.phone ? (
            <a href={`tel:${shown.phone}`}>{shown.phone}</a>
          ) : (
            <span>{value ?? text.notGiven}</span>
          )}
          {view.mayReveal && value !== null && shown[field] === undefined && (
            <Button
              size="small"
              type="link"
              aria-label={text.revealOf(text[field])}
              onClick={() => setAsked(field)}
            >
              {text.reveal}
            </Button>
          )}
        </dd>
      </div>
    );
  };
  return (
    <section aria-labelledby="person-title">
      <h2 id="person-title">{text.person}</h2>
      <dl className="desk-dl" aria-live="polite">
        {row('name')}
        {row('phone')}
      </dl>
      <RevealDialog
        number={view.number}
        field={asked}
        onClose={() => setAsked(null)}
        onRevealed={(field, value) => {
          setShown((all) => ({ ...all, [field]: value }));
          setAsked(null);
        }}
      />
    </section>
  );
}

type DialogProps = {
  number: string;
  field: FieldName | null;
  onClose: () => void;
  onRevealed: (field: FieldName, value: string) => void;
};

/** Asks what the name or number is wanted for, and shows it once that is written down. */
export function RevealDialog({ number, field, onClose, onRevealed }: DialogProps) {
  const text = useText(caseWords);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const requestId = useRef(newRequestId());
  const submit = async ({ purpose }: { purpose: string }) => {
    if (!field) return;
    setBusy(true);
    setError(null);
    try {
      const { value } = await post<Revealed>(`/api/desk/cases/${encodeURIComponent(number)}/reveal`, {
        requestId: requestId.current,
        field,
        purpose,
      });
      requestId.current = newRequestId();
      onRevealed(field, value);
    } catch (refused) {
      setError(refused);
    }
    setBusy(false);
  };
  return (
    <Modal
      open={field !== null}
      title={field ? text.revealOf(text[field]) : text.revealTitle}
      onCancel={onClose}
      footer={null}
      destroyOnHidden
      afterClose={() => setError(null)}
    >
      <p>{text.revealLead}</p>
      <Form<{ purpose: string }>
        layout="vertical"
        name="reveal-form"
        requiredMark={false}
        onFinish={(values) => void submit(values)}
      >
        <Form.Item
          name="purpose"
          label={text.purpose}
          rules={[{ required: true, whitespace: true, message: text.required }]}
        >
          <Input maxLength={200} autoFocus />
        </Form.Item>
        <div className="staff-stack">
          <ProblemAlert error={error} />
          <div className="desk-submit">
            <Button type="primary" htmlType="submit" loading={busy}>
              {text.revealOk}
            </Button>
            <Button onClick={onClose}>{text.cancel}</Button>
          </div>
        </div>
      </Form>
    </Modal>
  );
}
