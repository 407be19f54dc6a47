import type { MatterName } from '@suban/domain/api.ts';
import { type Kind, kinds, type Urgency, urgencies } from '@suban/domain/appeal.ts';
import { type LimitRow } from '@suban/domain/settings.ts';
import { limitKey } from '@suban/domain/settings-fields.ts';
import { type UnitLevel, unitLevels } from '@suban/domain/units.ts';
import { Alert, Form, InputNumber, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { useDraft } from './draft.ts';
import { MatterSelect } from './matter-select.tsx';
import { settingsWords } from './words.ts';

type Props = { readonly line: LimitRow | null; readonly onClose: () => void };
const most = { working: 250, elapsed: 525_600 } as const;

/** A line of the table, new or to be changed. @param line null: a new one */
export function LineDialog({ line, onClose }: Props) {
  const t = useText(settingsWords);
  const term = useText(terms);
  const { draft } = useDraft();
  const [now, setNow] = useState<LimitRow>(line ?? { clock: 'working', amount: 5 });
  const [matter, setMatter] = useState<MatterName>();
  const others = draft.settings.limits.filter((each) => each !== line);
  const twice = others.some((each) => limitKey(each) === limitKey(now));
  /** What is left open is not there at all. */
  const set = (part: { [K in keyof LimitRow]?: LimitRow[K] | undefined }) =>
    setNow(
      (old) =>
        Object.fromEntries(
          Object.entries({ ...old, ...part }).filter(([, value]) => value !== undefined),
        ) as LimitRow,
    );
  const keep = () => {
    const lines = line ? draft.settings.limits.map((each) => (each === line ? now : each)) : [...others, now];
    draft.setLimits(lines, matter);
    onClose();
  };
  return (
    <Modal
      open
      title={line ? t.editLine : t.newLine}
      okText={t.keepLine}
      cancelText={t.cancel}
      okButtonProps={{ disabled: twice }}
      onOk={keep}
      onCancel={onClose}
      destroyOnHidden
    >
      <Form layout="vertical" component="div">
        <Form.Item label={t.column.matter} htmlFor="line-matter">
          <MatterSelect
            id="line-matter"
            code={now.matter}
            onChange={(picked) => {
              setMatter(picked);
              set({ matter: picked?.code });
            }}
          />
        </Form.Item>
        <div className="set-line-form">
          <Choice<Urgency>
            id="line-urgency"
            label={t.column.urgency}
            codes={urgencies}
            words={term.urgency}
            value={now.urgency}
            onChange={(urgency) => set({ urgency })}
          />
          <Choice<Kind>
            id="line-kind"
            label={t.column.kind}
            codes={kinds}
            words={term.kind}
            value={now.kind}
            onChange={(kind) => set({ kind })}
          />
          <Choice<UnitLevel>
            id="line-level"
            label={t.column.level}
            codes={unitLevels}
            words={t.level}
            value={now.level}
            onChange={(level) => set({ level })}
          />
        </div>
        <Form.Item label={t.reckoned}>
          <Segmented
            aria-label={t.reckoned}
            value={now.clock}
            options={(['working', 'elapsed'] as const).map((value) => ({ value, label: t.clock[value] }))}
            onChange={(clock) => set({ clock, amount: clock === 'working' ? 5 : 24 * 60 })}
          />
        </Form.Item>
        <Form.Item label={t.amount} htmlFor="line-amount">
          <InputNumber<number>
            id="line-amount"
            className="set-amount"
            value={now.amount}
            min={1}
            max={most[now.clock]}
            precision={0}
            suffix={now.clock === 'working' ? t.unit.days : t.unit.minutes}
            onChange={(amount) => amount !== null && set({ amount })}
          />
        </Form.Item>
      </Form>
      {twice && <Alert type="error" showIcon role="alert" title={t.sameLine} />}
    </Modal>
  );
}

type ChoiceProps<Code extends string> = {
  readonly id: string;
  readonly label: string;
  readonly codes: readonly Code[];
  readonly words: Readonly<Record<Code, string>>;
  readonly value: Code | undefined;
  readonly onChange: (value: Code | undefined) => void;
};

/** One of a handful of codes, or any. */
function Choice<Code extends string>({ id, label, codes, words, value, onChange }: ChoiceProps<Code>) {
  const t = useText(settingsWords);
  return (
    <div className="m-picker">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value ?? ''}
        onChange={(event) => onChange(codes.find((code) => code === event.target.value))}
      >
        <option value="">{t.any}</option>
        {codes.map((code) => (
          <option key={code} value={code}>
            {words[code]}
          </option>
        ))}
      </select>
    </div>
  );
}
