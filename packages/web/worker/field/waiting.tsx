import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useLanguage, useText } from '../../i18n/language.ts';
import { useOnline } from '../../ui/outbox/online.ts';
import { dateTime } from '../../ui/time.ts';
import { fieldOutbox, type PostedDeed } from './outbox.ts';
import { draftKey, keptDrafts, keptPhotos } from './store.ts';
import { useUrl } from './use-url.ts';
import { fieldWords } from './words.ts';

type Refused = Extract<PostedDeed, { state: 'refused' }>;

/** What waits on this phone, what was not accepted and why, what has been delivered. Nothing, as a rule. */
export function WaitingDeeds({ deeds }: { deeds: readonly PostedDeed[] }) {
  const text = useText(fieldWords);
  const online = useOnline();
  if (deeds.length === 0) return null;
  const sent = deeds.filter(({ state }) => state === 'sent');
  const clear = async () => {
    for (const { requestId } of sent) await fieldOutbox.drop(requestId);
  };
  return (
    <section className="field-waiting" aria-labelledby="waiting-title">
      <h2 id="waiting-title">{text.waitingTitle}</h2>
      <ul>
        {deeds.map((deed) => (
          <DeedLine key={deed.requestId} deed={deed} />
        ))}
      </ul>
      {deeds.some(({ state }) => state === 'waiting') &&
        (online ? (
          <Button onClick={() => void fieldOutbox.sendSoon()}>{text.sendNow}</Button>
        ) : (
          <p className="staff-soft">{text.noNetwork}</p>
        ))}
      {sent.length > 0 && <Button onClick={() => void clear()}>{text.clearSent}</Button>}
    </section>
  );
}

function DeedLine({ deed }: { deed: PostedDeed }) {
  const text = useText(fieldWords);
  const lang = useLanguage();
  const there = deed.state === 'sent' ? 0 : deed.letter.photos.filter(({ id }) => id).length;
  return (
    <li className={`is-${deed.state}`}>
      <p>
        <b>{text.state[deed.state]}</b>
        {deed.state !== 'sent' && ` · ${text.what[deed.letter.command]}`} · {deed.title}
      </p>
      <p className="staff-soft">
        {text.finished(dateTime(lang, new Date(deed.at).toISOString()))}
        {deed.state !== 'sent' &&
          deed.letter.photos.length > 0 &&
          ` · ${text.uploaded(there, deed.letter.photos.length)}`}
      </p>
      {deed.state === 'waiting' && deed.tried && <p className="staff-soft">{text.tried}</p>}
      {deed.state === 'refused' && <RefusedDeed deed={deed} />}
    </li>
  );
}

/** Why it was not accepted, and every way on: nothing of it is lost unless its owner deletes it. */
function RefusedDeed({ deed }: { deed: Refused }) {
  const text = useText(fieldWords);
  const lang = useLanguage();
  const { letter, problem, requestId } = deed;
  const again = async () => {
    const { title, at } = deed;
    await fieldOutbox.keep({ requestId, title, at, letter, state: 'waiting', tried: false });
    await fieldOutbox.sendSoon();
  };
  const toDraft = async () => {
    const { number, account, photos, body } = letter;
    for (const photo of photos) await keptPhotos.keep({ ...photo, number, account });
    const key = draftKey(account, number);
    await keptDrafts.keep({ key, number, account, words: body });
    await fieldOutbox.drop(requestId);
  };
  const said = typeof letter.body['text'] === 'string' ? letter.body['text'] : null;
  return (
    <div className="field-refused">
      <p role="alert">{lang === 'zh' ? problem.message : problem.messageEn}</p>
      {said !== null && <blockquote>{said}</blockquote>}
      {letter.photos.length > 0 && (
        <ul className="field-saved">
          {letter.photos.map((photo, index) => (
            <SavedPhoto key={photo.key} blob={photo.blob} n={index + 1} />
          ))}
        </ul>
      )}
      <div className="field-buttons">
        <Button onClick={() => void again()}>{text.again}</Button>
        {letter.command === 'answer' && <Button onClick={() => void toDraft()}>{text.toDraft}</Button>}
        <Drop requestId={requestId} />
        <Link to="/field/$number" params={{ number: letter.number }}>
          {text.openOrder}
        </Link>
      </div>
    </div>
  );
}

function SavedPhoto({ blob, n }: { blob: Blob; n: number }) {
  const text = useText(fieldWords);
  const url = useUrl(blob);
  return (
    <li>
      <img src={url} alt="" />
      <a href={url} download={`${n}.jpg`}>
        {text.savePhoto(n)}
      </a>
    </li>
  );
}

function Drop({ requestId }: { requestId: string }) {
  const text = useText(fieldWords);
  const [asked, setAsked] = useState(false);
  return (
    <Button danger={asked} onClick={() => (asked ? void fieldOutbox.drop(requestId) : setAsked(true))}>
      {asked ? text.dropSure : text.drop}
    </Button>
  );
}
