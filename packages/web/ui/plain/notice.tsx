import type { ReactNode } from 'react';
import { dictionary, useLanguage, useText } from '../../i18n/language.ts';
import { Button } from './button.tsx';
import { problemText } from './problem.ts';

const words = dictionary(
  { again: '再试一次', loading: '正在加载…' },
  { again: 'Try again', loading: 'Loading…' },
);

/** An error in place, with a way to go on. */
export function ErrorNote({ error, retry }: { error: unknown; retry?: () => void }) {
  const t = useText(words);
  const lang = useLanguage();
  return (
    <div className="notice notice-error" role="alert">
      <p>{problemText(lang, error)}</p>
      {retry && (
        <Button look="plain" onClick={retry}>
          {t.again}
        </Button>
      )}
    </div>
  );
}

export function Empty({ children }: { children: ReactNode }) {
  return <div className="notice notice-empty">{children}</div>;
}

/** Grey bars in the place of what is on its way. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const t = useText(words);
  return (
    <div className="skeleton" role="status">
      <span className="only-heard">{t.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="skeleton-bar" />
      ))}
    </div>
  );
}
