import './call.css';
import type { DeskCall } from '@suban/domain/api-calls.ts';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect } from 'react';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { useDeskCall } from './use-desk-call.ts';
import { callWords } from './words.ts';

/**
 * 来电弹屏: says who calls without touching what is being typed. F2 opens the form for it, from wherever one is; Enter
 * does where nothing has the keyboard.
 */
export function CallBanner() {
  const call = useDeskCall();
  const text = useText(callWords);
  const { pathname, searchStr } = useLocation();
  const navigate = useNavigate();
  const shown = call && !(pathname.endsWith('/record') && searchStr.includes(call.id)) ? call : null;
  const id = shown?.id;
  useEffect(() => {
    if (id === undefined) return;
    const press = (event: KeyboardEvent) => {
      const idle = document.activeElement === document.body || document.activeElement === null;
      if (event.key !== 'F2' && !(event.key === 'Enter' && idle)) return;
      event.preventDefault();
      void navigate({ to: '/record', search: { call: id } });
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [id, navigate]);
  return (
    <div role="status" aria-label={text.region}>
      {shown && <Banner call={shown} />}
    </div>
  );
}

function Banner({ call }: { call: DeskCall }) {
  const lang = useLanguage();
  const text = useText(callWords);
  const [first] = call.earlier;
  return (
    <section className="desk-call" aria-label={text.state[call.state]}>
      <span className="desk-call-state">{text.state[call.state]}</span>
      <b className="desk-call-phone">{call.phone ?? text.hidden}</b>
      {call.name && <span>{call.name}</span>}
      {call.area && <span className="staff-soft">{nameIn(lang, call.area)}</span>}
      <span>{call.earlier.length === 0 ? text.firstTime : text.again(call.open, call.earlier.length)}</span>
      {first && (
        <Link to="/cases/$number" params={{ number: first.number }}>
          {first.title}
        </Link>
      )}
      <Link to="/record" search={{ call: call.id }} className="desk-call-take">
        <Button type="primary" tabIndex={-1}>
          {text.take} <kbd aria-hidden>F2</kbd>
        </Button>
      </Link>
    </section>
  );
}
