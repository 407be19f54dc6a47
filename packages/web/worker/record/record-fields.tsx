import type { Suggestion } from '@suban/domain/api-suggestions.ts';
import type { DeskCall } from '@suban/domain/api-calls.ts';
import type { EmergencyService } from '@suban/domain/collect/emergency.ts';
import { Button, Checkbox, Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { Photos } from '../action/fields.tsx';
import { UnitPicker } from '../pick/pickers.tsx';
import { EmergencyAlert } from './emergency-alert.tsx';
import { EssentialsBar } from './essentials-bar.tsx';
import { OutcomeFields } from './outcome-fields.tsx';
import type { RecordValues } from './outcomes.ts';
import { recordWords } from './words.ts';

const options = <K extends string>(words: Readonly<Record<K, string>>) =>
  Object.entries<string>(words).map(([value, label]) => ({ value, label }));
/** As `domain/fields.ts` takes them. */
const phonePattern = /^\+?[0-9][0-9 -]{4,18}[0-9]$/;

type Props = {
  busy: boolean;
  /** Who may answer and refer at once. */
  operator: boolean;
  values: Partial<RecordValues> | undefined;
  caller: DeskCall | null;
  suggestion: Suggestion | undefined;
  onHandOver: (service: EmergencyService, word: string) => void;
  problem: ReactNode;
};

/** In the order of a call: what it is about, what comes of it, who and where. */
export function RecordFields({ busy, operator, values, caller, suggestion, onHandOver, problem }: Props) {
  const text = useText(recordWords);
  const outcome = values?.outcome ?? 'file';
  return (
    <>
      <Form.Item
        name="text"
        label={text.labels.text}
        rules={[{ required: true, whitespace: true, message: text.textMissing }]}
      >
        <Input.TextArea autoFocus autoSize={{ minRows: 5, maxRows: 16 }} maxLength={4000} />
      </Form.Item>
      <EmergencyAlert written={operator ? (values?.text ?? '') : ''} onHandOver={onHandOver} />
      <EssentialsBar values={values} suggestion={suggestion} />
      {operator && <OutcomeFields outcome={outcome} matters={suggestion?.matters ?? []} />}
      {outcome !== 'contact' && <CaseFields caller={caller} />}
      <div className="staff-stack">
        {problem}
        <div className="desk-submit">
          <Button type="primary" size="large" htmlType="submit" loading={busy}>
            {text.send[outcome]} <kbd aria-hidden>Ctrl+Enter</kbd>
          </Button>
        </div>
      </div>
    </>
  );
}

/** What a case needs; where the call brought its number, it need not be typed. */
function CaseFields({ caller }: { caller: DeskCall | null }) {
  const text = useText(recordWords);
  const term = useText(terms);
  const { labels } = text;
  const known = caller?.phone ?? null;
  return (
    <>
      <div className="desk-pair">
        <Form.Item
          name="phone"
          label={labels.phone}
          extra={known === null ? undefined : text.callersNumber(known)}
          rules={[
            { required: known === null, message: text.phoneMissing },
            { pattern: phonePattern, message: text.phoneWrong },
          ]}
        >
          <Input inputMode="tel" maxLength={20} autoComplete="off" />
        </Form.Item>
        <Form.Item name="name" label={labels.name}>
          <Input maxLength={50} autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item name="address" label={labels.address}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="title" label={labels.title} extra={text.suggestedTitle}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="kind" label={labels.kind}>
        <Radio.Group className="desk-radios is-row" aria-label={labels.kind} options={options(term.kind)} />
      </Form.Item>
      <div className="desk-pair">
        <Form.Item name="urgency" label={labels.urgency}>
          <Radio.Group
            className="desk-radios is-row"
            aria-label={labels.urgency}
            options={options(term.urgency)}
          />
        </Form.Item>
        <Form.Item name="channel" label={labels.channel}>
          <Radio.Group
            className="desk-radios is-row"
            aria-label={labels.channel}
            options={options(text.channel)}
          />
        </Form.Item>
      </div>
      <Form.Item name="accused" label={labels.accused} extra={text.accusedHint}>
        <UnitPicker />
      </Form.Item>
      <Form.Item name="confidential" valuePropName="checked" extra={text.confidentialHint}>
        <Checkbox>{labels.confidential}</Checkbox>
      </Form.Item>
      <Photos name="photos" label={labels.photos} />
    </>
  );
}
