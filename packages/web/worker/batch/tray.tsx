import './batch.css';
import { Link } from '@tanstack/react-router';
import { App, Button, Progress } from 'antd';
import { useEffect } from 'react';
import { useLanguage, useText } from '../../i18n/language.ts';
import { useNow } from '../../ui/staff/light.tsx';
import { problemText } from '../../ui/staff/problem.tsx';
import type { Deed } from './outbox.ts';
import { useOutbox } from './use-outbox.tsx';
import { batchWords } from './words.ts';

/** How long a success stays to be seen, ms. */
const stays = 4_000;

/** What is on its way: a few seconds to take it back, then how far it is, and each that was refused with its reason. */
export function Tray() {
  const text = useText(batchWords);
  const { outbox, deeds } = useOutbox();
  const undo = useUndo();
  const of = (state: Deed['state']) => deeds.filter((deed) => deed.state === state);
  const [waiting, failed, done] = [of('waiting'), of('failed'), of('done')];
  const over = deeds.length > 0 && done.length + failed.length === deeds.length;
  const allDone = over && failed.length === 0;
  useEffect(() => {
    if (!allDone) return;
    const timer = setTimeout(outbox.clear, stays);
    return () => clearTimeout(timer);
  }, [allDone, outbox]);
  if (deeds.length === 0) return null;
  return (
    <section className="desk-tray" aria-label={text.tray}>
      <div className="desk-tray-head">
        {waiting.length > 0 ? (
          <>
            <Countdown deeds={waiting} />
            <Button size="small" onClick={undo}>
              {text.undo} <kbd aria-hidden>Z</kbd>
            </Button>
          </>
        ) : (
          <span>{text.progress(done.length, deeds.length)}</span>
        )}
      </div>
      <Progress
        percent={Math.round(((done.length + failed.length) / deeds.length) * 100)}
        showInfo={false}
        size="small"
        aria-label={text.progress(done.length, deeds.length)}
      />
      <span className="staff-hidden" role="status">
        {over && text.progress(done.length, deeds.length)}
      </span>
      <Failures deeds={failed} />
    </section>
  );
}

function Countdown({ deeds }: { deeds: readonly Deed[] }) {
  const text = useText(batchWords);
  const now = useNow();
  const last = Math.max(...deeds.map(({ sendAt }) => sendAt));
  return <span>{text.waiting(deeds.length, Math.max(1, Math.ceil((last - now) / 1000)))}</span>;
}

/** Those the server refused, each with its reason; the others went on. */
function Failures({ deeds }: { deeds: readonly Deed[] }) {
  const lang = useLanguage();
  const text = useText(batchWords);
  const { outbox } = useOutbox();
  if (deeds.length === 0) return null;
  return (
    <div role="alert" className="desk-tray-failed">
      <b>{text.failed(deeds.length)}</b>
      <ul>
        {deeds.map(({ id, number, title, error }) => (
          <li key={id}>
            <Link to="/cases/$number" params={{ number }} lang="zh-Hans">
              {title}
            </Link>
            <span>{problemText(lang, error)}</span>
          </li>
        ))}
      </ul>
      <span className="desk-tray-buttons">
        <Button size="small" onClick={outbox.retry}>
          {text.retry}
        </Button>
        <Button size="small" onClick={outbox.clear}>
          {text.clear}
        </Button>
      </span>
    </div>
  );
}

/** Takes the last back and says that nothing was sent. */
export function useUndo(): () => void {
  const text = useText(batchWords);
  const { message } = App.useApp();
  const { outbox, deeds } = useOutbox();
  return () => {
    if (!deeds.some(({ state }) => state === 'waiting')) return;
    outbox.undo();
    void message.info(text.undone);
  };
}

/** In its row: what is about to be done to this case. */
export function DeedLine({ number }: { number: string }) {
  const lang = useLanguage();
  const text = useText(batchWords);
  const { deeds } = useOutbox();
  const deed = deeds.find((each) => each.number === number);
  if (!deed) return null;
  const unit = deed.unit ? (lang === 'zh' ? deed.unit.name : deed.unit.nameEn || deed.unit.name) : '';
  const said = {
    waiting: text.will[deed.command](unit),
    sending: text.sending,
    done: text.sent,
    failed: text.notSent,
  }[deed.state];
  return <span className={`desk-deed is-${deed.state}`}>{said}</span>;
}
