import { Link } from './navigation.tsx';
import { useText } from '../i18n/language.ts';
import { Button, buttonClass } from '../ui/plain/button.tsx';
import { useOnline } from '../ui/outbox/online.ts';
import { useTitle } from './title.ts';
import { words } from './words.ts';

export function NotFound() {
  const t = useText(words);
  useTitle(t.lost);
  return (
    <div className="page page-narrow lost">
      <h1>{t.lost}</h1>
      <p>{t.lostMore}</p>
      <Link to="/" className={buttonClass()}>
        {t.toHome}
      </Link>
    </div>
  );
}

/** A fault of ours in a page, or a page that could not be loaded: say so and offer to go on. */
export function Broken({ reset }: { reset: () => void }) {
  const t = useText(words);
  const online = useOnline();
  useTitle(online ? t.broken : t.notKept);
  return (
    <div className="page page-narrow lost" role="alert">
      <h1>{online ? t.broken : t.notKept}</h1>
      <p>{online ? t.brokenMore : t.notKeptMore}</p>
      <Button onClick={reset}>{t.again}</Button>
    </div>
  );
}
