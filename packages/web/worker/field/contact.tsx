import type { FieldOrder } from '@suban/domain/api-field.ts';
import type { ContactRequest } from '@suban/domain/handle/requests.ts';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { timelineWords } from '../../i18n/timeline.ts';
import { useOnline } from '../../ui/outbox/online.ts';
import { Choice, LongText } from '../action/fields.tsx';
import { actionWords } from '../action/words.ts';
import { RevealDialog } from '../case/person.tsx';
import type { Do } from './use-deeds.ts';
import { fieldWords } from './words.ts';

/** Calls the citizen: the number is asked for with a purpose, shown here alone and never kept on the phone. */
export function Call({ order }: { order: FieldOrder }) {
  const text = useText(fieldWords);
  const online = useOnline();
  const [asked, setAsked] = useState(false);
  const [phone, setPhone] = useState<string | null>(null);
  if (!order.mayCall) return null;
  if (phone !== null)
    return (
      <a className="field-button" href={`tel:${phone}`}>
        {text.dial(phone)}
      </a>
    );
  return (
    <>
      <button type="button" className="field-button" disabled={!online} onClick={() => setAsked(true)}>
        {online ? text.call : text.callOffline}
      </button>
      <RevealDialog
        number={order.number}
        field={asked ? 'phone' : null}
        onClose={() => setAsked(false)}
        onRevealed={(_, value) => {
          setPhone(value);
          setAsked(false);
        }}
      />
    </>
  );
}

type Values = { method: ContactRequest['method']; reached: 'yes' | 'no'; text: string };

/** 联系: whether the citizen was reached, and what was said. */
export function ContactFields({ act }: { act: Do }) {
  const field = useText(fieldWords);
  const text = useText(actionWords);
  const { method } = useText(timelineWords);
  const [form] = Form.useForm<Values>();
  const save = async (values: Values) => {
    if (await act('contact', { ...values, reached: values.reached === 'yes' })) form.resetFields();
  };
  return (
    <details className="field-part">
      <summary>{field.contact}</summary>
      <Form<Values>
        form={form}
        name="field-contact"
        layout="vertical"
        requiredMark={false}
        initialValues={{ method: 'phone' }}
        onFinish={(values) => void save(values)}
      >
        <Choice name="method" label={text.method} words={method} required />
        <Choice name="reached" label={text.reached} words={{ yes: text.yes, no: text.no }} required />
        <LongText name="text" label={text.contactNote} rows={2} required />
        <Button htmlType="submit" block size="large">
          {field.saveContact}
        </Button>
      </Form>
    </details>
  );
}
