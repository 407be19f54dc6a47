import './track.css';
import type { Track } from '@suban/domain/api.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useGo, useParam, useSearched } from '../navigation.tsx';
import { useEffect, useState } from 'react';
import { useLanguage, useText } from '../../i18n/language.ts';
import { timelineSentence } from '../../i18n/timeline.ts';
import { ApiError, get } from '../../ui/api.ts';
import { useLive } from '../../ui/live.ts';
import { ErrorNote, Skeleton } from '../../ui/plain/notice.tsx';
import { useTitle } from '../title.ts';
import { Actions } from './actions.tsx';
import { rememberCode, rememberedCode, withCode } from './code.ts';
import { LookUpForm } from './look-up-form.tsx';
import { lookUpWords } from './look-up-words.ts';
import { Now } from './now.tsx';
import { Timeline } from './timeline.tsx';
import { Yours } from './yours.tsx';
import { words } from './words.ts';

/** How often to ask while the live stream does not stand, in ms. */
const pollEvery = 20_000;

/** The code from the link (search or hash), which leaves the address bar at once, or the one this tab knows. */
function useCode(number: string): [string | null, (code: string) => void] {
  const searched = useSearched('code');
  const go = useGo();
  const given = searched ?? new URLSearchParams(location.hash.slice(1)).get('code');
  const [code, setCode] = useState(given ?? rememberedCode(number));
  useEffect(() => {
    if (!given) return;
    rememberCode(number, given);
    setCode(given);
    go({ to: '/track/$number', params: { number }, search: {}, replace: true });
  }, [given, number, go]);
  return [code, setCode];
}

/** Says what is new, politely, when the page learns of it while open. */
function News({ track }: { track: Track }) {
  const t = useText(words);
  const lang = useLanguage();
  const [first] = useState(track.version);
  const last = track.timeline.at(-1);
  const sentence = last && track.version > first ? timelineSentence(lang, last, 'citizen') : null;
  return (
    <p className="only-heard" role="status">
      {sentence && t.changed(sentence)}
    </p>
  );
}

/** A wrong code and an unknown number look alike: what the server said, and the form again. */
function Refused({
  number,
  error,
  onCode,
}: {
  number: string;
  error: Error | null;
  onCode: (code: string) => void;
}) {
  const t = useText(lookUpWords);
  useTitle(t.lookUp);
  return (
    <div className="page-narrow">
      <h1>{t.lookUp}</h1>
      {error && <ErrorNote error={error} />}
      <div className="card">
        <LookUpForm known={number} onCode={onCode} />
      </div>
    </div>
  );
}

type Opened = { number: string; code: string; onCode: (code: string) => void };

function Followed({ number, code, onCode }: Opened) {
  const t = useText(lookUpWords);
  const queries = useQueryClient();
  const queryKey = ['track', number, code];
  const changed = () => void queries.invalidateQueries({ queryKey });
  const stands = useLive(withCode(number, code, '/live'), { changed }, changed);
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: () => get<Track>(withCode(number, code)),
    // Whoever comes back to the page, from rating for one, sees it as it is now.
    staleTime: 0,
    refetchInterval: stands ? false : pollEvery,
  });
  useTitle(data?.title ?? t.lookUp);
  const refused = error instanceof ApiError && error.status === 404;
  if (refused) return <Refused number={number} error={error} onCode={onCode} />;
  if (!data) {
    return (
      <>
        <h1>{t.lookUp}</h1>
        {error ? <ErrorNote error={error} retry={() => void refetch()} /> : <Skeleton lines={8} />}
      </>
    );
  }
  return (
    <>
      <News track={data} />
      <p className="track-number">{data.number}</p>
      <h1>{data.title}</h1>
      <div className="track">
        <div className="track-side">
          <Now track={data} />
          <Actions track={data} onDone={changed} code={code} />
          <Yours track={data} />
        </div>
        <Timeline track={data} code={code} />
      </div>
    </>
  );
}

function OneAppeal({ number }: { number: string }) {
  const [code, setCode] = useCode(number);
  if (!code) return <Refused number={number} error={null} onCode={setCode} />;
  return <Followed key={code} number={number} code={code} onCode={setCode} />;
}

export function TrackPage() {
  const number = useParam('number');
  return (
    <div className="page">
      <OneAppeal key={number} number={number} />
    </div>
  );
}
