import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { post } from '../api.ts';
import { ProblemAlert } from './problem.tsx';
import { useSignIn } from './session.ts';
import { staffWords } from './words.ts';

/** An account's link, read from the address: `#activate=USERNAME.CODE`. What stands after `#` is sent to no server. */
export type ActivationLink = { readonly username: string; readonly code: string };

export function activationIn(hash: string): ActivationLink | null {
  const text = /^#activate=(.+)$/.exec(hash)?.[1];
  const dot = text?.lastIndexOf('.') ?? -1;
  if (text === undefined || dot < 1) return null;
  try {
    return { username: decodeURIComponent(text.slice(0, dot)), code: text.slice(dot + 1) };
  } catch {
    return null;
  }
}

type Passwords = { readonly password: string; readonly again: string };

/** The owner of a new account chooses the password, and is signed in with it. */
export function ActivateForm({
  link,
  onActivated,
  onDone,
}: {
  readonly link: ActivationLink;
  /** The link is spent. */
  readonly onActivated: () => void;
  readonly onDone: () => void;
}) {
  const text = useText(staffWords);
  const signIn = useSignIn();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const submit = async ({ password }: Passwords) => {
    setBusy(true);
    setError(null);
    try {
      await post('/api/staff/activate', { ...link, password });
    } catch (failed) {
      setError(failed);
      setBusy(false);
      return;
    }
    onActivated();
    // Where it fails now, the sign-in form is the place to go on.
    await signIn(link.username, password).catch(onDone);
  };
  return (
    <Form<Passwords>
      layout="vertical"
      requiredMark={false}
      size="large"
      onFinish={(values) => void submit(values)}
    >
      <Alert className="staff-activate" type="info" showIcon title={text.activateFor(link.username)} />
      {/* For the browser's own keeper of passwords. */}
      <input
        className="staff-hidden"
        type="text"
        autoComplete="username"
        value={link.username}
        readOnly
        tabIndex={-1}
        aria-hidden
      />
      <Form.Item
        name="password"
        label={text.newPassword}
        extra={text.passwordRule}
        rules={[{ required: true, message: text.passwordMissing }]}
      >
        <Input.Password autoComplete="new-password" autoFocus />
      </Form.Item>
      <Form.Item
        name="again"
        label={text.newPasswordAgain}
        dependencies={['password']}
        rules={[
          { required: true, message: text.passwordMissing },
          ({ getFieldValue }) => ({
            validator: (_rule, value: string) =>
              value === getFieldValue('password')
                ? Promise.resolve()
                : Promise.reject(new Error(text.passwordsDiffer)),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <div className="staff-stack">
        <ProblemAlert error={error} />
        <Button type="primary" htmlType="submit" block loading={busy}>
          {text.activate}
        </Button>
        <Button type="link" block onClick={onDone}>
          {text.toSignIn}
        </Button>
      </div>
    </Form>
  );
}
