import './rate.css';
import type { Rating } from '@suban/domain/api.ts';
import type { AppealState } from '@suban/domain/appeal.ts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParam } from '../navigation.tsx';
import { useEffect, useRef, useState } from 'react';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { ApiError, get } from '../../ui/api.ts';
import { buttonClass } from '../../ui/plain/button.tsx';
import { ErrorNote, Skeleton } from '../../ui/plain/notice.tsx';
import { dateTime } from '../../ui/time.ts';
import { useTitle } from '../title.ts';
import { RateForm } from './form.tsx';
import { words } from './words.ts';

/** Said instead of the form: used already, unknown, or thanks. */
function Said({ title, more, number }: { title: string; more: string; number: string | null }) {
  const t = useText(words);
  const said = useRef<HTMLDivElement>(null);
  useTitle(title);
  // It takes the place of a form one had scrolled through: the reader is brought to it.
  useEffect(() => {
    said.current?.focus();
    scrollTo({ top: 0 });
  }, []);
  return (
    <div className="card rate-said" ref={said} tabIndex={-1}>
      <h1>{title}</h1>
      <p>{more}</p>
      <div className="form-end">
        {number ? (
          <Link className={buttonClass()} to="/track/$number" params={{ number }}>
            {t.follow}
          </Link>
        ) : (
          <Link className={buttonClass()} to="/track">
            {t.follow}
          </Link>
        )}
        <Link className={buttonClass('quiet')} to="/">
          {t.home}
        </Link>
      </div>
    </div>
  );
}

function Refused({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useText(words);
  const status = error instanceof ApiError ? error.status : 0;
  if (status === 410) return <Said title={t.used} more={t.usedMore} number={null} />;
  if (status >= 400 && status < 500) return <Said title={t.unknown} more={t.unknownMore} number={null} />;
  return <ErrorNote error={error} retry={retry} />;
}

function Answer({ rating }: { rating: Rating }) {
  const t = useText(words);
  const lang = useLanguage();
  return (
    <section className="card">
      <h2>{t.yours}</h2>
      <p>
        {rating.title}
        <small className="rate-number">{rating.number}</small>
      </p>
      <h2>{t.answer}</h2>
      <blockquote className="said">{rating.answer}</blockquote>
      {rating.unit && (
        <p className="field-hint">
          {t.answeredBy(nameIn(lang, rating.unit), dateTime(lang, rating.answeredAt))}
        </p>
      )}
    </section>
  );
}

function Rate({ token }: { token: string }) {
  const t = useText(words);
  const [after, setAfter] = useState<AppealState | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['rate', token],
    queryFn: () => get<Rating>(`/api/rate/${encodeURIComponent(token)}`),
    // Once opened the page keeps the answer it shows; the server decides whether the rating still counts.
    staleTime: Number.POSITIVE_INFINITY,
  });
  useTitle(t.title);
  if (!data && error) return <Refused error={error} retry={() => void refetch()} />;
  if (!data) {
    return (
      <>
        <h1>{t.title}</h1>
        <Skeleton lines={8} />
      </>
    );
  }
  if (after)
    return <Said title={t.thanks} more={after === 'closed' ? t.content : t.back} number={data.number} />;
  return (
    <>
      <h1>{t.title}</h1>
      <Answer rating={data} />
      <RateForm token={token} asksContact={data.asksContact} onDone={setAfter} />
    </>
  );
}

export function RatePage() {
  const token = useParam('token');
  return (
    <div className="page page-narrow">
      <Rate key={token} token={token} />
    </div>
  );
}
