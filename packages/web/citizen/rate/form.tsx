import type { AppealState } from '@suban/domain/appeal.ts';
import type {
  ContactAnswer,
  Dimension,
  EvaluateRequest,
  Stars as StarsGiven,
} from '@suban/domain/evaluate/requests.ts';
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

type Choice<V> = { readonly value: V; readonly label: string };

/** A question with its answers side by side, none given beforehand. */
function Question<V extends string | boolean>({
  name,
  legend,
  choices,
  value,
  onChange,
  error,
}: {
  name: string;
  legend: string;
  choices: readonly Choice<V>[];
  value: V | null;
  onChange: (value: V) => void;
  error: string | undefined;
}) {
  return (
    <fieldset className="solved" aria-describedby={error ? `${name}-error` : undefined}>
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <label key={String(choice.value)} className="chip chip-big">
          <input
            type="radio"
            name={name}
            checked={value === choice.value}
            onChange={() => onChange(choice.value)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
      {error && (
        <p className="field-error" id={`${name}-error`} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}

/** Nothing is chosen beforehand: every answer is the citizen's own. */
type Props = {
  readonly token: string;
  /** Whether a unit was to contact the citizen. */
  readonly asksContact: boolean;
  readonly onDone: (state: AppealState) => void;
};

export function RateForm({ token, asksContact, onDone }: Props) {
  const t = useText(words);
  const names = useText(dimensionWords);
  const [requestId] = useState(newRequestId);
  const [solved, setSolved] = useState<boolean | null>(null);
  const [contacted, setContacted] = useState<ContactAnswer | null>(null);
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
    if (solved === null || (asksContact && contacted === null) || !isComplete(stars)) {
      event.currentTarget.querySelector<HTMLElement>('fieldset:not(:has(:checked)) input')?.focus();
    } else if (!send.isPending) {
      const said = contacted === null ? {} : { contacted };
      send.mutate({ requestId, solved, stars, ...said, ...(text.trim() ? { text } : {}) });
    }
  };
  const doubtful = solved === false || dimensions.some((dimension) => (stars[dimension] ?? 5) <= 2);
  return (
    <form className="card form rate" noValidate onSubmit={submit}>
      <Question
        name="solved"
        legend={t.solved}
        choices={[
          { value: true, label: t.yes },
          { value: false, label: t.no },
        ]}
        value={solved}
        onChange={setSolved}
        error={tried && solved === null ? t.missing : undefined}
      />
      {asksContact && (
        <Question<ContactAnswer>
          name="contacted"
          legend={t.contacted}
          choices={[
            { value: 'yes', label: t.contactedYes },
            { value: 'no', label: t.contactedNo },
            { value: 'unsure', label: t.contactedUnsure },
          ]}
          value={contacted}
          onChange={setContacted}
          error={tried && contacted === null ? t.missing : undefined}
        />
      )}
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
