import type { MatterName, UnitName, UnitRow } from '@suban/domain/api.ts';
import { nameIn, trailIn, useLanguage, useText } from '../../i18n/language.ts';
import type { Language } from '../../i18n/language.ts';
import { type Choice, RemoteSelect } from './remote-select.tsx';
import { pickWords } from './words.ts';

type Field<V> = { id?: string; value?: V; onChange?: (value: V | undefined) => void };

const unitChoice =
  (lang: Language) =>
  (unit: UnitName & Partial<UnitRow>): Choice<number> => ({
    value: unit.id,
    label: nameIn(lang, unit),
    note: trailIn(lang, { trail: '', trailEn: '', ...unit }),
  });
const matterChoice =
  (lang: Language) =>
  (matter: MatterName): Choice<string> => ({
    value: matter.code,
    label: nameIn(lang, matter),
    note: trailIn(lang, matter),
  });

/** @param below a unit's id: only what stands below it @param known units to offer before anything is typed */
export function UnitPicker({
  below,
  known = [],
  ...field
}: Field<number> & { below?: number | undefined; known?: readonly UnitName[] }) {
  const lang = useLanguage();
  const text = useText(pickWords);
  const path = below === undefined ? '/api/desk/units' : `/api/desk/units?below=${below}`;
  return (
    <RemoteSelect<UnitRow, number>
      {...field}
      path={path}
      toChoice={unitChoice(lang)}
      known={known.map(unitChoice(lang))}
      placeholder={text.unit}
    />
  );
}

/** @param known matters to offer before anything is typed */
export function MatterPicker({ known = [], ...field }: Field<string> & { known?: readonly MatterName[] }) {
  const lang = useLanguage();
  const text = useText(pickWords);
  return (
    <RemoteSelect<MatterName, string>
      {...field}
      path="/api/desk/matters"
      toChoice={matterChoice(lang)}
      known={known.map(matterChoice(lang))}
      placeholder={text.matter}
    />
  );
}
