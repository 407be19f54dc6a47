import type { HotEventRow } from '@suban/domain/api-alerts.ts';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { relative } from '../../ui/time.ts';
import { PlaceLink } from '../kit/navigation.tsx';
import { wallWords } from './words.ts';

/** As many as the panel has room for. */
const shown = 6;

/** The hottest events. */
export function HotList({ items }: { readonly items: readonly HotEventRow[] }) {
  const lang = useLanguage();
  const t = useText(wallWords);
  if (items.length === 0) return <p className="m-empty">{t.noHot}</p>;
  return (
    <ol className="m-wall-follow-ups">
      {items.slice(0, shown).map(({ id, name, area, appeals, last, alert }) => (
        <li key={id}>
          <PlaceLink place={{ to: '/events/$id', params: { id: String(id) } }}>{name}</PlaceLink>
          <p>
            {area && <span className="m-wall-unit">{nameIn(lang, area)}</span>}
            <span>{t.appeals(appeals)}</span>
            {alert?.state === 'open' && <span className="is-red">{t.toJudge}</span>}
            <span>{relative(lang, last)}</span>
          </p>
        </li>
      ))}
    </ol>
  );
}
