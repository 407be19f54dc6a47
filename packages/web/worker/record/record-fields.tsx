import type { Kind, Urgency } from '@suban/domain/appeal.ts';
import type { RecordRequest } from '@suban/domain/collect/requests.ts';
import { Photos } from '../action/fields.tsx';
import { Button, Checkbox, Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { type Photo, photoIds } from '../pick/photo-field.tsx';
import { UnitPicker } from '../pick/pickers.tsx';
import { recordWords } from './words.ts';

export type RecordValues = {
  channel: RecordRequest['channel'];
  text: string;
  title?: string;
  kind?: Kind;
  urgency: Urgency;
  address?: string;
  name?: string;
  phone: string;
  accused?: number;
  confidential?: boolean;
  photos?: Photo[];
};

/** What the server is sent; what was left empty it finds out from the text. */
export const recordBody = (values: RecordValues): Omit<RecordRequest, 'requestId'> => ({
  channel: values.channel,
  text: values.text,
  urgency: values.urgency,
  contact: { phone: values.phone, ...(values.name ? { name: values.name } : {}) },
  photos: photoIds(values.photos),
  confidential: values.confidential ?? false,
  ...(values.title ? { title: values.title } : {}),
  ...(values.kind ? { kind: values.kind } : {}),
  ...(values.address ? { place: { address: values.address } } : {}),
  ...(values.accused ? { accused: values.accused } : {}),
});

const options = <K extends string>(words: Readonly<Record<K, string>>) =>
  Object.entries<string>(words).map(([value, label]) => ({ value, label }));
/** As `domain/fields.ts` takes them. */
const phonePattern = /^\+?[0-9][0-9 -]{4,18}[0-9]$/;

/** In the order of a call: what it is about, where, who. */
export function RecordFields({ busy, problem }: { busy: boolean; problem: ReactNode }) {
  const text = useText(recordWords);
  const term = useText(terms);
  const { labels } = text;
  return (
    <>
      <Form.Item
        name="text"
        label={labels.text}
        rules={[{ required: true, whitespace: true, message: text.textMissing }]}
      >
        <Input.TextArea autoFocus autoSize={{ minRows: 6, maxRows: 16 }} maxLength={4000} />
      </Form.Item>
      <div className="desk-pair">
        <Form.Item
          name="phone"
          label={labels.phone}
          rules={[
            { required: true, message: text.phoneMissing },
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
      <div className="staff-stack">
        {problem}
        <div className="desk-submit">
          <Button type="primary" size="large" htmlType="submit" loading={busy}>
            {text.file} <kbd aria-hidden>Ctrl+Enter</kbd>
          </Button>
        </div>
      </div>
    </>
  );
}
