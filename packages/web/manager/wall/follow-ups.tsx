import type { Circulars } from '@suban/domain/api-records.ts';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { relative } from '../../ui/time.ts';
import { PlaceLink } from '../kit/navigation.tsx';
import { recordWords } from '../records/words.ts';
import { wallWords } from './words.ts';

/** The latest follow-ups, as many as the panel has room for. */
export function FollowUps({ items }: { readonly items: readonly Circulars['items'][number][] }) {
  const lang = useLanguage();
  const t = useText(wallWords);
  const { cause: causes, circular: circularWord, noUnit } = useText(recordWords);
  // The server's order is that of the cases.
  const latest = items.toSorted((a, b) => b.openedAt.localeCompare(a.openedAt)).slice(0, 8);
  if (items.length === 0) return <p className="m-empty">{t.noFollowUps}</p>;
  return (
    <ol className="m-wall-follow-ups">
      {latest.map(({ number, title, unit, openedAt, cause, circular }) => (
        <li key={`${number} ${openedAt}`}>
          <PlaceLink place={{ to: '/cases/$number', params: { number } }}>{title}</PlaceLink>
          <p>
            <span className="m-wall-unit">{unit ? nameIn(lang, unit) : noUnit}</span>
            <span className={circular ? 'is-red' : undefined}>
              {circular ? circularWord : (causes[cause] ?? cause)}
            </span>
            <span>{relative(lang, openedAt)}</span>
          </p>
        </li>
      ))}
    </ol>
  );
}
