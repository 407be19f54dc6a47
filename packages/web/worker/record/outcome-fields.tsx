import type { MatterName } from '@suban/domain/api.ts';
import { Form, Input, Radio } from 'antd';
import { useText } from '../../i18n/language.ts';
import { referralWords } from '../action/words.ts';
import { MatterPicker } from '../pick/pickers.tsx';
import { type Outcome, outcomes } from './outcomes.ts';
import { recordWords } from './words.ts';

/** What comes of the call, and what must be said for it. */
export function OutcomeFields({ outcome, matters }: { outcome: Outcome; matters: readonly MatterName[] }) {
  const text = useText(recordWords);
  return (
    <>
      <Form.Item name="outcome" label={text.labels.outcome}>
        <Radio.Group className="desk-radios is-row" aria-label={text.labels.outcome}>
          {outcomes.map((name, at) => (
            <Radio key={name} value={name}>
              {text.outcome[name]} <kbd aria-hidden>Alt+{at + 1}</kbd>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      {(outcome === 'answer' || outcome === 'contact') && <Said name="answer" label={text.labels.answer} />}
      {outcome === 'contact' && (
        <Form.Item name="matter" label={text.labels.matter}>
          <MatterPicker known={matters} />
        </Form.Item>
      )}
      {outcome === 'refer' && <Referral />}
    </>
  );
}

function Said({ name, label, hint }: { name: string; label: string; hint?: string }) {
  const text = useText(recordWords);
  return (
    <Form.Item
      name={name}
      label={label}
      extra={hint}
      rules={[{ required: true, whitespace: true, message: text.sayIt }]}
    >
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={4000} />
    </Form.Item>
  );
}

function Referral() {
  const text = useText(recordWords);
  const reasons = useText(referralWords);
  return (
    <>
      <Form.Item
        name="reason"
        label={text.labels.reason}
        rules={[{ required: true, message: text.chooseReason }]}
      >
        <Radio.Group
          className="desk-radios"
          aria-label={text.labels.reason}
          options={Object.entries<string>(reasons).map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
      <Said name="referral" label={text.labels.referral} />
      <Said name="route" label={text.labels.route} hint={text.routeHint} />
    </>
  );
}
