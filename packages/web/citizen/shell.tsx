import { Link, usePathname } from './navigation.tsx';
import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy, useEffect, useRef } from 'react';
import { nameIn, setLanguage, useLanguage, useText } from '../i18n/language.ts';
import { product } from '../i18n/product.ts';
import { Icon, type IconName } from '../ui/plain/icon.tsx';
import { setLarge, useLarge } from './large.ts';
import { Opened } from './router.tsx';
import { useOnline } from '../ui/outbox/online.ts';
import { cityQuery, useHotline } from './queries.ts';
import { words } from './words.ts';

// Few have anything waiting: it comes after the page.
const OutboxStrip = lazy(async () => ({ default: (await import('./outbox/strip.tsx')).OutboxStrip }));

const pages = [
  { to: '/', icon: 'home', word: 'home' },
  { to: '/file', icon: 'pen', word: 'file' },
  { to: '/track', icon: 'search', word: 'track' },
  { to: '/me', icon: 'person', word: 'me' },
] as const satisfies readonly { to: string; icon: IconName; word: string }[];

/** After a move to another page the keyboard and the screen reader start at its top, as after a page load. */
function useFocusOnMove() {
  const main = useRef<HTMLElement>(null);
  const pathname = usePathname();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}

function Header() {
  const t = useText(words);
  const name = useText(product);
  const lang = useLanguage();
  const city = useQuery(cityQuery).data;
  const large = useLarge();
  const hotline = useHotline();
  return (
    <header>
      {city?.demo && <p className="demo">{t.demo}</p>}
      <div className="top">
        <Link to="/" className="brand">
          <img src="/icon.svg" alt="" width="36" height="36" />
          <span>
            <strong>{name}</strong>
            <small>{city ? nameIn(lang, city) : ' '}</small>
          </span>
        </Link>
        <nav aria-label={t.nav} className="tabs">
          {pages.map(({ to, icon, word }) => (
            <Link key={to} to={to}>
              <Icon name={icon} />
              {t[word]}
            </Link>
          ))}
          {large && (
            <a href={`tel:${hotline}`} className="tab-call" aria-label={`${t.call} ${hotline}`}>
              <Icon name="phone" />
              {t.call}
            </a>
          )}
        </nav>
        <button type="button" className="language" onClick={() => setLarge(!large)}>
          {large ? t.standard : t.large}
        </button>
        <button
          type="button"
          className="language"
          lang={t.otherLanguageTag}
          onClick={() => setLanguage(lang === 'zh' ? 'en' : 'zh')}
        >
          {t.otherLanguage}
        </button>
      </div>
    </header>
  );
}

function Footer() {
  const t = useText(words);
  const hotline = useHotline();
  const large = useLarge();
  const call = <a href={`tel:${hotline}`}>{t.hotline(hotline)}</a>;
  if (large) return <footer className="foot">{call}</footer>;
  return (
    <footer className="foot">
      {call}
      <Link to="/directory">{t.directory}</Link>
      <Link to="/square">{t.square}</Link>
      <Link to="/channels">{t.channels}</Link>
      <Link to="/rules">{t.rules}</Link>
    </footer>
  );
}

export function Shell() {
  const t = useText(words);
  const main = useFocusOnMove();
  const online = useOnline();
  return (
    <>
      <a className="skip" href="#main">
        {t.skip}
      </a>
      <Header />
      <div role="status" className="offline">
        {!online && t.offline}
      </div>
      <Suspense fallback={null}>
        <OutboxStrip />
      </Suspense>
      <main id="main" ref={main} tabIndex={-1}>
        <Opened />
      </main>
      <Footer />
    </>
  );
}
