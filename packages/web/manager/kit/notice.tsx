import type { ReactNode } from 'react';
import { useText } from '../../i18n/language.ts';
import { ApiError } from '../../ui/api.ts';
import { managerWords } from '../words.ts';
import { type Plain, PlaceLink } from './navigation.tsx';

type Props = { readonly title: string; readonly why: string; readonly children: ReactNode };

/** In place of a page: what is the matter and where to go. */
export function Notice({ title, why, children }: Props) {
  return (
    <section className="m-card m-notice">
      <h1>{title}</h1>
      <p className="m-soft">{why}</p>
      {children}
    </section>
  );
}

/** The server will not show this to this person, however often it is asked: an analyst reads figures, not appeals. */
export const isRefused = (error: Error | null): boolean => error instanceof ApiError && error.status === 403;

/** In place of a page this person may not see. @param first where they may go instead */
export function NotYours({ first = '/' }: { readonly first?: Plain }) {
  const t = useText(managerWords);
  return (
    <Notice title={t.notYours} why={t.notYoursWhy}>
      <PlaceLink place={{ to: first }}>{t.back}</PlaceLink>
    </Notice>
  );
}
