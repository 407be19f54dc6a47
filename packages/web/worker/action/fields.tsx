import '../form.css';
import { Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/language.ts';
import { type Photo, PhotoField } from '../pick/photo-field.tsx';
import { pickWords } from '../pick/words.ts';
import { actionWords } from './words.ts';

type Common = { name: string | string[]; label: string; required?: boolean; hint?: string };

/** A labelled field of a form; the label says where an answer is not needed. */
export function Field({ name, label, required = false, hint, children }: Common & { children: ReactNode }) {
  const text = useText(actionWords);
  return (
    <Form.Item
      name={name}
      label={required ? label : `${label}${text.optional}`}
      {...(hint === undefined ? {} : { extra: hint })}
      rules={[{ required, message: text.required }]}
    >
      {children}
    </Form.Item>
  );
}

/** Lengths are the domain's (`fields.ts`): what is longer the server would refuse. */
export function LongText({ rows = 4, ...field }: Common & { rows?: number }) {
  return (
    <Field {...field}>
      <Input.TextArea autoSize={{ minRows: rows, maxRows: 16 }} maxLength={4000} />
    </Field>
  );
}

export function ShortText(field: Common) {
  return (
    <Field {...field}>
      <Input maxLength={200} />
    </Field>
  );
}

/** A small closed set, all choices in sight. The words' keys are the codes. */
export function Choice<K extends string>({
  words,
  ...field
}: Common & { words: Readonly<Record<K, string>> }) {
  return (
    <Field {...field}>
      <Radio.Group
        className="desk-radios"
        aria-label={field.label}
        options={Object.entries<string>(words).map(([value, label]) => ({ value, label }))}
      />
    </Field>
  );
}

type PhotosProps = { name: string; label: string; required?: boolean };

/** The photos of a form: it can be submitted once all have arrived. */
export function Photos({ name, label, required = false }: PhotosProps) {
  const text = useText(pickWords);
  const { optional, required: needed } = useText(actionWords);
  const arrived = (_: unknown, photos: Photo[] = []) => {
    if (required && photos.length === 0) return Promise.reject(new Error(needed));
    if (photos.some((photo) => photo.error)) return Promise.reject(new Error(text.mend));
    return photos.some((photo) => photo.id === null)
      ? Promise.reject(new Error(text.wait))
      : Promise.resolve();
  };
  return (
    <Form.Item
      name={name}
      label={required ? label : `${label}${optional}`}
      validateTrigger={['onChange', 'onSubmit']}
      rules={[{ validator: arrived, validateTrigger: 'onSubmit' }]}
    >
      <PhotoField label={label} />
    </Form.Item>
  );
}
