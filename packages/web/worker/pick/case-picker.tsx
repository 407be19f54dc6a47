import type { CaseRow } from '@suban/domain/api.ts';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { relative } from '../../ui/time.ts';
import { RemoteSelect } from './remote-select.tsx';

type Props = {
  id?: string;
  value?: string;
  onChange?: (number: string | undefined) => void;
  /** The case that looks for another. */
  except: string;
  placeholder: string;
};

/** A case one may see, found by its number or words of it. */
export function CasePicker({ except, placeholder, ...field }: Props) {
  const lang = useLanguage();
  const term = useText(terms);
  const note = ({ number, state, holder, area, filedAt }: CaseRow) =>
    [number, term.state[state], nameIn(lang, area ?? holder), relative(lang, filedAt)].join(' · ');
  return (
    <RemoteSelect<CaseRow, string>
      {...field}
      path="/api/desk/search"
      asks
      toChoice={(row) => ({ value: row.number, label: row.title, note: note(row) })}
      keep={(row) => row.number !== except}
      placeholder={placeholder}
    />
  );
}
