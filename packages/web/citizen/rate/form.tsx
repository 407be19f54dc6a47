import type { AppealState } from '@suban/domain/appeal.ts';
import type { Dimension, EvaluateRequest, Stars as StarsGiven } from '@suban/domain/evaluate/requests.ts';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { dimensionWords } from '../../i18n/dimensions.ts';
import { useText } from '../../i18n/language.ts';
import { newRequestId, post } from '../../ui/api.ts';
import { Button } from '../../ui/plain/button.tsx';
import { Field } from '../../ui/plain/field.tsx';
import { ErrorNote } from '../../ui/plain/notice.tsx';
import { Stars } from '../../ui/plain/stars.tsx';
import { words } from './words.ts';

// The order on the page. The list in the domain stands beside its zod schemas, which must not come into this end.
const dimensions = ['speed', 'effect', 'service', 'feedback'] as const satisfies readonly Dimension[];

function isComplete(stars: Partial<StarsGiven>): stars is StarsGiven {
  return dimensions.every((dimension) => stars[dimension] !== undefined);
}

function Solved({
  value,
  onChange,
  error,
}: {
  value: boolean | null;
  onChange: (solved: boolean) => void;
  error: string | undefined;
}) {
  const t = useText(words);
  return (
    <fieldset className="solved" aria-describedby={error ? 'solved-error' : undefined}>
      <legend>{t.solved}</legend>
      {[true, false].map((solved) => (
        <label key={String(solved)} className="chip chip-big">
          <input type="radio" name="solved" checked={value === solved} onChange={() => onChange(solved)} />
          <span>{solved ? t.yes : t.no}</span>
        </label>
      ))}
      {error && (
        <p className="field-error" id="solved-error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}

/** Nothing is chosen beforehand: every answer is the citizen's own. */
export function RateForm({ token, onDone }: { token: string; onDone: (state: AppealState) => void }) {
  const t = useText(words);
  const names = useText(dimensionWords);
  const [requestId] = useState(newRequestId);
  const [solved, setSolved] = useState<boolean | null>(null);
  const [stars, setStars] = useState<Partial<StarsGiven>>({});
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const send = useMutation({
    mutationFn: (request: EvaluateRequest) =>
      post<{ state: AppealState }>(`/api/rate/${encodeURIComponent(token)}`, request),
    onSuccess: ({ state }) => onDone(state),
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (solved === null || !isComplete(stars)) {
      event.currentTarget.querySelector<HTMLElement>('fieldset:not(:has(:checked)) input')?.focus();
    } else if (!send.isPending) {
      send.mutate({ requestId, solved, stars, ...(text.trim() ? { text } : {}) });
    }
  };
  const doubtful = solved === false || dimensions.some((dimension) => (stars[dimension] ?? 5) <= 2);
  return (
    <form className="card form rate" noValidate onSubmit={submit}>
      <Solved value={solved} onChange={setSolved} error={tried && solved === null ? t.missing : undefined} />
      <h2>{t.stars}</h2>
      {dimensions.map((dimension) => (
        <Stars
          key={dimension}
          label={names[dimension]}
          meanings={t.meanings}
          value={stars[dimension] ?? null}
          onChange={(given) => setStars((before) => ({ ...before, [dimension]: given }))}
          error={tried && stars[dimension] === undefined ? t.missing : undefined}
        />
      ))}
      <Field
        label={doubtful ? t.reasonUnhappy : t.reason}
        aside={t.optional}
        hint={doubtful ? t.reasonWhy : undefined}
      >
        {(tie) => (
          <textarea
            {...tie}
            rows={3}
            maxLength={4000}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      {send.error && <ErrorNote error={send.error} />}
      <Button submit busy={send.isPending}>
        {t.send}
      </Button>
    </form>
  );
}
