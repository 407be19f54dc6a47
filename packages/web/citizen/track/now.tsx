import type { Track } from '@suban/domain/api.ts';
import type { AppealState } from '@suban/domain/appeal.ts';
import { Link } from '../navigation.tsx';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { buttonClass } from '../../ui/plain/button.tsx';
import { Icon } from '../../ui/plain/icon.tsx';
import { useNow } from '../../ui/plain/use-now.ts';
import { dateTime, duration, monthDay, relative } from '../../ui/time.ts';
import { dial } from '../format.ts';
import { Decided } from './decided.tsx';
import { StateTag } from './state-tag.tsx';
import { words } from './words.ts';

/** Nothing more happens, unless the citizen rates. */
const over: readonly AppealState[] = [
  'closed',
  'withdrawn',
  'answered-at-once',
  'referred',
  'awaiting-rating',
];

/** What happens next; null when nothing more does. */
function useNext(track: Track): string | null {
  const t = useText(words);
  const { state, orderState } = waitsFor(track);
  if (state === 'received') return t.nextReceived;
  if (track.rateToken) return t.nextRate;
  if (state !== 'dispatched' || !orderState) return null;
  return (track.state === 'merged' ? t.nextTogether : t.nextByOrder)[orderState] ?? null;
}

/** Whoever follows another waits for what that waits for. */
const waitsFor = (track: Track): Pick<Track, 'state' | 'orderState'> =>
  track.state === 'merged' && track.together ? track.together : track;

function Due({ track }: { track: Track }) {
  const t = useText(words);
  const lang = useLanguage();
  const now = useNow();
  const { state, orderState } = waitsFor(track);
  const running = state === 'received' || (state === 'dispatched' && orderState !== 'on-ledger');
  const due = running ? track.due : null;
  const late = due !== null && Date.parse(due) < now;
  const left = due === null ? '' : duration(lang, Math.abs(Date.parse(due) - now));
  return (
    <>
      {due && (
        <p className={late ? 'now-due late' : 'now-due'}>
          {state === 'received' ? t.dueDispatch : t.dueAnswer}
          {dateTime(lang, due)} <span>({late ? t.lateBy(left) : t.left(left)})</span>
          {track.provisional && <span className="now-provisional">{t.provisional}</span>}
        </p>
      )}
      {due && track.provisional && <p className="now-since">{t.provisionalWhy}</p>}
      {track.promisedAt && (
        <p className="now-due">
          {t.promised}
          {dateTime(lang, track.promisedAt)}
        </p>
      )}
    </>
  );
}

/** 预计: beside what the rules allow, what is likely, and how that is known. */
function Likely({ prediction }: { prediction: NonNullable<Track['prediction']> }) {
  const t = useText(words);
  const lang = useLanguage();
  const { at, from, to, cases, like } = prediction;
  const [first, last] = [monthDay(lang, from), monthDay(lang, to)];
  return (
    <>
      <p className="now-due now-likely">
        {t.likely(monthDay(lang, at))}
        {first !== last && <span>{t.between(first, last)}</span>}
      </p>
      <details className="now-how">
        <summary>{t.likelyHow}</summary>
        <p>{t.likelyWhy(cases, like)}</p>
      </details>
    </>
  );
}

/** At a glance: the state in one word, who has it, what comes next and by when. */
export function Now({ track }: { track: Track }) {
  const t = useText(words);
  const term = useText(terms);
  const lang = useLanguage();
  const now = useNow();
  const next = useNext(track);
  const holder = nameIn(lang, track.holder);
  const separator = lang === 'zh' ? '、' : ', ';
  return (
    <section className="card now">
      <StateTag state={track.state} />
      {track.state === 'merged' && <p>{t.merged}</p>}
      <h2>{over.includes(track.state) ? t.whoDid : t.who}</h2>
      <p className="now-holder">{holder}</p>
      <p className="now-since">
        {t.since(dateTime(lang, track.heldSince), relative(lang, track.heldSince, now))}
      </p>
      {track.holder.phone && (
        <a
          className={buttonClass('plain')}
          href={dial(track.holder.phone)}
          aria-label={`${t.call(holder)} ${track.holder.phone}`}
        >
          <Icon name="phone" />
          {track.holder.phone}
        </a>
      )}
      {next && (
        <>
          <h2>{t.next}</h2>
          <p>{next}</p>
          <Due track={track} />
          {track.prediction && <Likely prediction={track.prediction} />}
        </>
      )}
      {track.rateToken && (
        <Link className={buttonClass()} to="/rate/$token" params={{ token: track.rateToken }}>
          {t.rate}
        </Link>
      )}
      <Decided track={track} />
      {track.followers > 0 && <p className="now-note">{t.together(track.followers)}</p>}
      {track.bouncedMs > 0 && <p className="now-note">{t.bounced(duration(lang, track.bouncedMs))}</p>}
      {track.missing.length > 0 && track.abilities.includes('supplement') && (
        <p className="now-note">
          {t.missing(track.missing.map((one) => term.essential[one]).join(separator))}
        </p>
      )}
    </section>
  );
}
