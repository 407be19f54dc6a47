import type { EntryOf, ReferenceList } from '@suban/domain/reference/entries.ts';
import { useText } from '../../i18n/language.ts';
import { useFieldWords } from './field-words.ts';
import { listWords } from './words.ts';

type Props<L extends ReferenceList> = {
  readonly list: L;
  readonly entry: EntryOf[L];
  readonly more: readonly (readonly [string, string])[];
};

/** All of an entry that is set, in words. */
export function Facts<L extends ReferenceList>({ list, entry, more }: Props<L>) {
  const t = useText(listWords);
  const { label, text } = useFieldWords(list);
  const own = Object.entries(entry).flatMap(([field, value]): [string, string][] => {
    const said = text(field, value);
    return said === t.none && field !== 'phone' ? [] : [[label(field), said]];
  });
  return (
    <dl className="lst-facts">
      {[...more.slice(0, 1), ...own, ...more.slice(1)].map(([name, said]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  );
}
