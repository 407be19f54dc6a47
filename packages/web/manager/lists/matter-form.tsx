import type { MatterList } from '@suban/domain/api-reference.ts';
import { kinds } from '@suban/domain/appeal.ts';
import type { MatterEntry } from '@suban/domain/reference/entries.ts';
import { evidences } from '@suban/domain/matter-rule.ts';
import { type UnitLevel, unitLevels } from '@suban/domain/units.ts';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { settingsWords } from '../settings/words.ts';
import type { Form } from './entry-dialog.tsx';
import { fieldWords } from './field-words.ts';
import { Choice, NumberBox, TextBox, Tick, Ticks } from './fields.tsx';
import { pageWords } from './page-words.ts';
import { listWords } from './words.ts';

type Props = Form<'matter'> & { readonly functions: MatterList['functions'] };
type Duty = MatterEntry['responsible'];
/** Only the third level names a duty; the two above are headings. */
const answered = 3;
const mostDays = 250;

/** The form of a heading or a matter. */
export function MatterFields({ entry, key: code, isNew, set, setKey, functions }: Props) {
  const words = useText(listWords);
  const t = useText(pageWords);
  const { matter, evidence } = useText(fieldWords);
  return (
    <div className="lst-fields">
      {isNew && (
        <TextBox
          label={words.key}
          hint={t.matterCodeHint}
          value={code}
          max={32}
          required
          onChange={(value) => setKey(value.trim())}
        />
      )}
      <TextBox label={matter.name} value={entry.name} max={60} required onChange={(name) => set({ name })} />
      <TextBox
        label={matter.nameEn}
        value={entry.nameEn}
        max={160}
        required
        onChange={(nameEn) => set({ nameEn })}
      />
      {entry.level === answered && (
        <>
          <Keywords value={entry.keywords} onChange={(keywords) => set({ keywords })} />
          <DutyFields
            labels={[t.work, t.at]}
            value={entry.responsible}
            functions={functions}
            onChange={(responsible) => set({ responsible })}
          />
          <DutyFields
            labels={[t.backWork, t.backAt]}
            value={entry.backstop}
            functions={functions}
            onChange={(backstop) => set({ backstop })}
          />
          <Limits entry={entry} set={set} />
          <Ticks
            label={matter.evidence}
            codes={evidences}
            words={evidence}
            value={entry.evidence}
            onChange={(list) => set({ evidence: list })}
          />
          <Tick
            label={matter.mayPushDown}
            value={entry.mayPushDown}
            onChange={(mayPushDown) => set({ mayPushDown })}
          />
        </>
      )}
      {!isNew && <Tick label={matter.active} value={entry.active} onChange={(active) => set({ active })} />}
    </div>
  );
}

function Keywords({
  value,
  onChange,
}: {
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
}) {
  const t = useText(pageWords);
  const { matter } = useText(fieldWords);
  return (
    <TextBox
      label={matter.keywords}
      hint={t.keywordsHint}
      value={value.join('、')}
      max={2000}
      wide
      // A comma just typed stands until the next word begins.
      onChange={(text) =>
        onChange(
          text.split(/[、,，;；]/).filter((word, i, all) => word.trim() !== '' || i === all.length - 1),
        )
      }
    />
  );
}

type DutyProps = {
  readonly labels: readonly [string, string];
  readonly value: Duty;
  readonly functions: MatterList['functions'];
  readonly onChange: (value: Duty) => void;
};

/** A function of the city and the level that has it. */
function DutyFields({ labels: [work, at], value, functions, onChange }: DutyProps) {
  const lang = useLanguage();
  const t = useText(pageWords);
  const { government } = useText(fieldWords);
  const { level: words } = useText(settingsWords);
  const offered = functions.find(({ name }) => name === value?.function)?.levels ?? [];
  const levels = unitLevels.filter((level) => offered.includes(level) || level === value?.level);
  const known = functions.some(({ name }) => name === value?.function);
  const names = [...functions.map(({ name }) => name), ...(value && !known ? [value.function] : [])];
  const labelOf = (name: string) => {
    const unit = functions.find((each) => each.name === name)?.unit;
    return name === 'government' ? government : unit ? `${name} · ${nameIn(lang, unit)}` : name;
  };
  const choose = (name: string) => {
    const first = functions.find((each) => each.name === name)?.levels[0] as UnitLevel | undefined;
    onChange(name === '' || first === undefined ? null : { function: name, level: first });
  };
  return (
    <>
      <Choice
        label={work}
        value={value?.function ?? ''}
        options={[
          { value: '', label: t.nobodyDuty },
          ...names.map((name) => ({ value: name, label: labelOf(name) })),
        ]}
        onChange={choose}
      />
      <Choice
        label={at}
        value={value?.level ?? ''}
        disabled={value === null}
        options={
          value === null
            ? [{ value: '', label: t.nobodyDuty }]
            : levels.map((level) => ({ value: level, label: words[level] }))
        }
        onChange={(next) => {
          const level = unitLevels.find((each) => each === next);
          if (value && level) onChange({ ...value, level });
        }}
      />
    </>
  );
}

function Limits({ entry, set }: Pick<Form<'matter'>, 'entry' | 'set'>) {
  const t = useText(pageWords);
  const { kind: words } = useText(terms);
  return (
    <fieldset className="set-set">
      <legend>{t.limits}</legend>
      {kinds.map((kind) => (
        <NumberBox
          key={kind}
          label={words[kind]}
          value={entry.finishDays[kind] ?? null}
          max={mostDays}
          onChange={(n) => {
            const { [kind]: _old, ...others } = entry.finishDays;
            set({ finishDays: n === null ? others : { ...others, [kind]: n } });
          }}
        />
      ))}
      <NumberBox
        label={t.urgent}
        value={entry.urgentHours}
        max={240}
        onChange={(urgentHours) => set({ urgentHours })}
      />
    </fieldset>
  );
}
