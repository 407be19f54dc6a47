import type { City } from '@suban/domain/api.ts';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { get } from '../api.ts';
import { ActivateForm, activationIn } from './activate.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { ProblemAlert } from './problem.tsx';
import { useSignIn } from './session.ts';
import { staffWords } from './words.ts';

type Credentials = { username: string; password: string };

/** The form alone: the page's, and the dialogue's when a session has ended. */
export function SignInForm({ onDone }: { onDone?: () => void }) {
  const text = useText(staffWords);
  const signIn = useSignIn();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (values: Credentials) => {
    setBusy(true);
    setError(null);
    await signIn(values.username, values.password).then(onDone, setError);
    setBusy(false);
  };
  return (
    <Form<Credentials>
      layout="vertical"
      requiredMark={false}
      onFinish={(values) => void submit(values)}
      size="large"
    >
      <Form.Item
        name="username"
        label={text.username}
        rules={[{ required: true, message: text.usernameMissing }]}
      >
        <Input autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus />
      </Form.Item>
      <Form.Item
        name="password"
        label={text.password}
        rules={[{ required: true, message: text.passwordMissing }]}
      >
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <div className="staff-stack">
        <ProblemAlert error={error} />
        <Button type="primary" htmlType="submit" block loading={busy}>
          {text.signIn}
        </Button>
      </div>
    </Form>
  );
}

/** The sign-in page of both staff ends. */
export function SignIn() {
  const lang = useLanguage();
  const text = useText(staffWords);
  const term = useText(terms);
  const city = useQuery({ queryKey: ['city'], queryFn: () => get<City>('/api/city'), staleTime: Infinity });
  const [link, setLink] = useState(() => activationIn(location.hash));
  const forget = () => history.replaceState(null, '', location.pathname);
  const done = () => {
    forget();
    setLink(null);
  };
  return (
    <main className="staff-sign-in">
      <section className="staff-sign-in-card" aria-labelledby="sign-in-title">
        <div className="staff-sign-in-top">
          <p className="staff-brand">
            <img src="/icon.svg" alt="" width="36" height="36" />
            {city.data && `${nameIn(lang, city.data)} · `}
            {term.product}
          </p>
          <LanguageSwitch />
        </div>
        <h1 id="sign-in-title">{link ? text.activateTitle : text.signInTitle}</h1>
        {link ? (
          <ActivateForm link={link} onActivated={forget} onDone={done} />
        ) : (
          <>
            <p className="staff-soft">{text.signInLead}</p>
            <SignInForm />
          </>
        )}
        {!link && city.data?.demo && <Alert type="info" showIcon title={text.demoHint} />}
      </section>
    </main>
  );
}
