import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '../navigation.tsx';
import { type SubmitEvent, useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { post } from '../../ui/api.ts';
import { Button, buttonClass } from '../../ui/plain/button.tsx';
import { Field } from '../../ui/plain/field.tsx';
import { ErrorNote, Skeleton } from '../../ui/plain/notice.tsx';
import { meQuery } from '../queries.ts';
import { useTitle } from '../title.ts';
import { AppealList } from './appeal-list.tsx';
import { words } from './words.ts';

/** Signing in takes two steps, the number and then the code sent to it. */
function SignIn() {
  const t = useText(words);
  const queries = useQueryClient();
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const send = useMutation({
    mutationFn: () => post<{ sent: true; demoCode?: string }>('/api/citizen/code', { phone }),
  });
  const enter = useMutation({
    mutationFn: () => post<{ phone: string }>('/api/citizen/sign-in', { phone, code }),
    onSuccess: (me) => queries.setQueryData(meQuery.queryKey, me),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (send.isSuccess && !enter.isPending) enter.mutate();
    else if (!send.isPending) send.mutate();
  };
  return (
    <form className="card form" onSubmit={submit}>
      <p>{t.why}</p>
      <Field label={t.phone}>
        {(tie) => (
          <input
            {...tie}
            type="tel"
            name="phone"
            autoComplete="tel"
            required
            value={phone}
            onChange={({ target }) => {
              setPhone(target.value);
              send.reset();
            }}
          />
        )}
      </Field>
      {send.error && <ErrorNote error={send.error} />}
      <div role="status">
        {send.isSuccess && (
          <p className="told">{send.data.demoCode ? t.demoCode(send.data.demoCode) : t.sent(phone)}</p>
        )}
      </div>
      {send.isSuccess && (
        <Field label={t.code}>
          {(tie) => (
            <input
              {...tie}
              inputMode="numeric"
              autoComplete="one-time-code"
              required
              value={code}
              onChange={({ target }) => setCode(target.value)}
            />
          )}
        </Field>
      )}
      {enter.error && <ErrorNote error={enter.error} />}
      <div className="form-end">
        <Button submit busy={send.isPending || enter.isPending}>
          {send.isSuccess ? t.signIn : t.sendCode}
        </Button>
        {send.isSuccess && (
          <Button look="quiet" onClick={() => send.mutate()}>
            {t.sendAgain}
          </Button>
        )}
      </div>
    </form>
  );
}

function SignedIn({ phone }: { phone: string }) {
  const t = useText(words);
  const queries = useQueryClient();
  const leave = useMutation({
    mutationFn: () => post('/api/citizen/sign-out'),
    onSuccess: () => {
      queries.setQueryData(meQuery.queryKey, null);
      queries.removeQueries({ queryKey: ['me', 'appeals'] });
    },
  });
  return (
    <>
      <div className="me-line">
        <span>{t.signedIn(phone)}</span>
        <Button look="quiet" busy={leave.isPending} onClick={() => leave.mutate()}>
          {t.signOut}
        </Button>
      </div>
      {leave.error && <ErrorNote error={leave.error} />}
      <div className="card">
        <AppealList />
      </div>
      <Link to="/file" className={buttonClass()}>
        {t.file}
      </Link>
    </>
  );
}

export function MePage() {
  const t = useText(words);
  const { data, error, isPending, refetch } = useQuery(meQuery);
  useTitle(t.title);
  return (
    <div className="page page-narrow">
      <h1>{t.title}</h1>
      {isPending && <Skeleton lines={4} />}
      {error && data === undefined && <ErrorNote error={error} retry={() => void refetch()} />}
      {data === null && <SignIn />}
      {data && <SignedIn phone={data.phone} />}
    </div>
  );
}
