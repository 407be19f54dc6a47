import type { UnitRow } from '@suban/domain/api.ts';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { Icon } from '../../ui/plain/icon.tsx';
import { dial } from '../format.ts';
import { words } from './words.ts';

/** A unit with its hours, and its number to touch. */
export function Entry({ unit }: { unit: UnitRow }) {
  const t = useText(words);
  const lang = useLanguage();
  const name = nameIn(lang, unit);
  return (
    <li className="entry">
      <span>
        {name}
        {unit.phoneHours && <small>{t.hours(unit.phoneHours)}</small>}
      </span>
      {unit.phone && (
        <a href={dial(unit.phone)} aria-label={`${t.call(name)} ${unit.phone}`}>
          <Icon name="phone" />
          {unit.phone}
        </a>
      )}
    </li>
  );
}
