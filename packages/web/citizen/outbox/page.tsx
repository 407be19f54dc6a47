import '../file/file.css';
import './outbox.css';
import { Link, useGo } from '../navigation.tsx';
import { type ReactNode, useState } from 'react';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button, buttonClass } from '../../ui/plain/button.tsx';
import { Empty, Skeleton } from '../../ui/plain/notice.tsx';
import { dateTime } from '../../ui/time.ts';
import { readDraft, writeDraft } from '../file/draft.ts';
import { ReceiptCard } from '../file/receipt-card.tsx';
import { useOnline } from '../../ui/outbox/online.ts';
import { draftPhotos } from '../photos/store.ts';
import { useTitle } from '../title.ts';
import { rememberCode } from '../track/code.ts';
import { useOutbox } from '../../ui/outbox/use-outbox.ts';
import { outbox, type PostedRequest } from './store.ts';
import { words } from './words.ts';

type Unsent = Exclude<PostedRequest, { state: 'sent' }>;

/** Becomes the draft again, under the same id, unless it has been sent meanwhile. */
const backToDraft = (requestId: string): Promise<boolean> =>
  outbox.whileNothingIsSent(async () => {
    const posted = (await outbox.all()).find((one) => one.requestId === requestId);
    if (!posted || posted.state === 'sent' || (posted.state === 'waiting' && posted.tried)) return false;
    writeDraft(posted.letter.draft);
    await draftPhotos.clear();
    for (const photo of posted.letter.photos) await draftPhotos.keep(photo);
    await outbox.drop(requestId);
    return true;
  });

function Change({ posted }: { posted: Unsent }) {
  const t = useText(words);
  const go = useGo();
  const [told, setTold] = useState('');
  const change = async () => {
    if (readDraft().text.trim() !== '') return setTold(t.draftThere);
    if (await backToDraft(posted.requestId)) go({ to: '/file' });
  };
  return (
    <>
      <Button look="plain" onClick={() => void change()}>
        {t.change}
      </Button>
      <span role="status">{told}</span>
    </>
  );
}

function Drop({ requestId }: { requestId: string }) {
  const t = useText(words);
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button
        look={asked ? 'danger' : 'quiet'}
        onClick={() =>
          asked ? void outbox.whileNothingIsSent(() => outbox.drop(requestId)) : setAsked(true)
        }
      >
        {asked ? t.dropSure : t.drop}
      </Button>
      <span role="status">{asked && t.dropWhy}</span>
    </>
  );
}

function SendNow() {
  const t = useText(words);
  const online = useOnline();
  const [busy, setBusy] = useState(false);
  if (!online) return <p className="field-hint">{t.noNetwork}</p>;
  const send = () => {
    setBusy(true);
    void outbox.sendSoon().finally(() => setBusy(false));
  };
  return (
    <Button busy={busy} onClick={send}>
      {t.sendNow}
    </Button>
  );
}

function Unsent({ posted }: { posted: Unsent }): ReactNode {
  const t = useText(words);
  const lang = useLanguage();
  const { photos } = posted.letter;
  const there = photos.filter(({ id }) => id).length;
  const tried = posted.state === 'waiting' && posted.tried;
  return (
    <>
      {photos.length > 0 && <p>{t.photos(there, photos.length)}</p>}
      {posted.state === 'refused' && (
        <p className="field-error">{lang === 'zh' ? posted.problem.message : posted.problem.messageEn}</p>
      )}
      {tried && <p className="field-hint">{t.maybe}</p>}
      <div className="form-end">
        {posted.state === 'waiting' && <SendNow />}
        {!tried && <Change posted={posted} />}
        {!tried && <Drop requestId={posted.requestId} />}
      </div>
    </>
  );
}

function Sent({ posted }: { posted: Extract<PostedRequest, { state: 'sent' }> }) {
  const t = useText(words);
  const { requestId, receipt } = posted;
  const { number, queryCode } = receipt;
  return (
    <>
      <ReceiptCard filed={receipt} />
      <div className="form-end">
        <Link
          className={buttonClass()}
          to="/track/$number"
          params={{ number }}
          onClick={() => rememberCode(number, queryCode)}
        >
          {t.follow}
        </Link>
        <Button look="quiet" onClick={() => void outbox.drop(requestId)}>
          {t.noted}
        </Button>
      </div>
    </>
  );
}

export function OutboxPage() {
  const t = useText(words);
  const lang = useLanguage();
  const list = useOutbox(outbox);
  useTitle(t.title);
  return (
    <div className="page page-narrow">
      <h1>{t.title}</h1>
      <p>{t.why}</p>
      {list === null && <Skeleton lines={4} />}
      {list?.length === 0 && <Empty>{t.none}</Empty>}
      {list?.map((posted) => (
        <section key={posted.requestId} className={`card posted posted-${posted.state}`}>
          <p className="posted-state">{t[posted.state]}</p>
          <h2>{posted.title}</h2>
          <p>{t.finished(dateTime(lang, new Date(posted.at).toISOString()))}</p>
          {posted.state === 'sent' ? <Sent posted={posted} /> : <Unsent posted={posted} />}
        </section>
      ))}
      <Link to="/file" className={buttonClass('plain')}>
        {t.write}
      </Link>
    </div>
  );
}
