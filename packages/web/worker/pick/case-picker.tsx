import type { CaseRow } from '@suban/domain/api.ts';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { relative } from '../../ui/time.ts';
import { RemoteSelect } from './remote-select.tsx';

type CaseLike = Pick<CaseRow, 'number' | 'title' | 'state' | 'holder' | 'area' | 'filedAt'>;

type Props = {
  id?: string;
  value?: string;
  onChange?: (number: string | undefined) => void;
  /** The case that looks for another. */
  except: string;
  placeholder: string;
  /** Offered before anything is typed. */
  known?: readonly CaseLike[];
};

/** A case one may see, found by its number or words of it. */
export function CasePicker({ except, placeholder, known = [], ...field }: Props) {
  const lang = useLanguage();
  const term = useText(terms);
  const note = ({ number, state, holder, area, filedAt }: CaseLike) =>
    [number, term.state[state], nameIn(lang, area ?? holder), relative(lang, filedAt)].join(' · ');
  const toChoice = (row: CaseLike) => ({ value: row.number, label: row.title, note: note(row) });
  return (
    <RemoteSelect<CaseRow, string>
      {...field}
      path="/api/desk/search"
      asks
      toChoice={toChoice}
      known={known.map(toChoice)}
      keep={(row) => row.number !== except}
      placeholder={placeholder}
    />
  );
}
