import { unitKinds, unitLevels } from '@suban/domain/units.ts';
import { useText } from '../../i18n/language.ts';
import { settingsWords } from '../settings/words.ts';
import type { Form } from './entry-dialog.tsx';
import { fieldWords } from './field-words.ts';
import { Choice, TextBox, Tick } from './fields.tsx';
import { pageWords } from './page-words.ts';
import { listWords } from './words.ts';

/** The form of a unit. Its place is for good, so it is not asked for. */
export function UnitFields({ entry, key: code, isNew, set, setKey }: Form<'unit'>) {
  const words = useText(listWords);
  const t = useText(pageWords);
  const { unit, unitKind } = useText(fieldWords);
  const { level } = useText(settingsWords);
  return (
    <div className="lst-fields">
      {isNew && (
        <TextBox
          label={words.key}
          hint={t.codeHint}
          value={code}
          max={40}
          required
          onChange={(value) => setKey(value.trim().toUpperCase())}
        />
      )}
      <TextBox label={unit.name} value={entry.name} max={60} required onChange={(name) => set({ name })} />
      <TextBox
        label={unit.nameEn}
        value={entry.nameEn}
        max={120}
        required
        onChange={(nameEn) => set({ nameEn })}
      />
      <Choice
        label={unit.kind}
        value={entry.kind}
        options={unitKinds.map((value) => ({ value, label: unitKind[value] }))}
        onChange={(value) => set({ kind: unitKinds.find((each) => each === value) ?? entry.kind })}
      />
      <Choice
        label={unit.level}
        value={entry.level}
        options={unitLevels.map((value) => ({ value, label: level[value] }))}
        onChange={(value) => set({ level: unitLevels.find((each) => each === value) ?? entry.level })}
      />
      <TextBox
        label={unit.function}
        hint={t.functionHint}
        value={entry.function ?? ''}
        max={40}
        onChange={(value) => set({ function: value.trim() || null })}
      />
      <TextBox
        label={unit.phone}
        hint={t.phoneHint}
        value={entry.phone ?? ''}
        max={20}
        onChange={(value) => set({ phone: value.trim() || null })}
      />
      <TextBox
        label={unit.phoneHours}
        value={entry.phoneHours ?? ''}
        max={60}
        onChange={(value) => set({ phoneHours: value.trim() === '' ? null : value })}
      />
      <Tick label={unit.firstLine} value={entry.firstLine} onChange={(firstLine) => set({ firstLine })} />
      {!isNew && <Tick label={unit.active} value={entry.active} onChange={(active) => set({ active })} />}
    </div>
  );
}
