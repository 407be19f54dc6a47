import type { MatterName } from '@suban/domain/api.ts';
import type { AutomaticFigures } from '@suban/domain/api-suggestions.ts';
import { type Rate, rateOf } from '@suban/domain/indicators/rates.ts';
import type { AutomaticLine } from '@suban/domain/settings.ts';
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { Loaded } from '../kit/loaded.tsx';
import { count, percent } from '../kit/numbers.ts';
import { RangeBar } from '../kit/rate.tsx';
import { type Column, Table } from '../kit/table.tsx';
import { automaticWords } from './automatic-words.ts';
import { useDraft } from './draft.ts';
import { MatterSelect } from './matter-select.tsx';
import { automaticQuery } from './queries.ts';

/** Whole tenths, for the record is kept by them. */
const levels = [0.5, 0.6, 0.7, 0.8, 0.9] as const;
const usualLevel = 0.9;

/** Of the suggestions at least so sure, how many were right. */
function accuracyOf(figures: AutomaticFigures, { matter, confidence }: AutomaticLine): Rate {
  const bands = figures.matters.find((each) => each.matter.code === matter)?.bands ?? [];
  const counted = bands.filter(({ from }) => from >= confidence - 1e-9);
  const sum = (of: 'hits' | 'judged') => counted.reduce((total, band) => total + band[of], 0);
  return rateOf(sum('hits'), sum('judged'));
}

/** 自动分拨: which matters the system dispatches by itself, beside what its suggestions of them were worth. Off at first. */
export function AutomaticDispatch() {
  const query = useQuery(automaticQuery);
  return (
    <Loaded query={query} rows={3}>
      {(figures) => <Lines figures={figures} />}
    </Loaded>
  );
}

function Lines({ figures }: { readonly figures: AutomaticFigures }) {
  const lang = useLanguage();
  const t = useText(automaticWords);
  const { draft } = useDraft();
  const lines = draft.settings.automaticDispatch;
  const nameOf = (code: string) => {
    const named =
      draft.matters.get(code) ?? figures.matters.find(({ matter }) => matter.code === code)?.matter;
    return named ? nameIn(lang, named) : code;
  };
  const replace = (line: AutomaticLine, by: readonly AutomaticLine[]) =>
    draft.setAutomatic(lines.flatMap((each) => (each === line ? by : [each])));
  const columns: Column<AutomaticLine>[] = [
    { key: 'matter', title: t.matter, cell: ({ matter }) => nameOf(matter) },
    {
      key: 'confidence',
      title: t.atLeast,
      cell: (line) => (
        <Level
          label={t.levelOf(nameOf(line.matter))}
          value={line.confidence}
          onChange={(confidence) => replace(line, [{ ...line, confidence }])}
        />
      ),
    },
    { key: 'measured', title: t.measured, cell: (line) => <Accuracy rate={accuracyOf(figures, line)} /> },
    {
      key: 'off',
      title: t.action,
      cell: (line) => (
        <Button size="small" aria-label={t.turnOffOf(nameOf(line.matter))} onClick={() => replace(line, [])}>
          {t.turnOff}
        </Button>
      ),
    },
  ];
  return (
    <>
      {lines.length === 0 ? (
        <p className="m-empty">{t.none}</p>
      ) : (
        <Table caption={t.title} columns={columns} rows={lines} rowKey={({ matter }) => matter} asCards />
      )}
      <TurnOn figures={figures} />
    </>
  );
}

/** A matter to be turned on, with its record before the button. */
function TurnOn({ figures }: { readonly figures: AutomaticFigures }) {
  const t = useText(automaticWords);
  const { draft } = useDraft();
  const [picked, pick] = useState<MatterName>();
  const [confidence, setConfidence] = useState<number>(usualLevel);
  const lines = draft.settings.automaticDispatch;
  const there = lines.some(({ matter }) => matter === picked?.code);
  const add = () => {
    if (!picked) return;
    draft.setAutomatic([...lines, { matter: picked.code, confidence }], picked);
    pick(undefined);
  };
  return (
    <div className="set-automatic" role="group" aria-label={t.turnOnTitle}>
      <div className="m-picker">
        <label htmlFor="automatic-matter">{t.matter}</label>
        <MatterSelect id="automatic-matter" code={picked?.code} placeholder={t.find} onChange={pick} />
      </div>
      <div className="m-picker">
        <span>{t.atLeast}</span>
        <Level label={t.atLeast} value={confidence} onChange={setConfidence} />
      </div>
      {picked && (
        <div className="m-picker" role="status">
          <span>{t.measured}</span>
          <Accuracy rate={accuracyOf(figures, { matter: picked.code, confidence })} />
        </div>
      )}
      <Button disabled={!picked || there} onClick={add}>
        {there ? t.isOn : t.turnOn}
      </Button>
    </div>
  );
}

type LevelProps = {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
};

function Level({ label, value, onChange }: LevelProps) {
  const all = [...new Set([...levels, value])].toSorted((a, b) => a - b);
  return (
    <Select<number>
      aria-label={label}
      value={value}
      options={all.map((level) => ({ value: level, label: `${Math.round(level * 1000) / 10}%` }))}
      getPopupContainer={(field: HTMLElement) => field.parentElement ?? document.body}
      onChange={onChange}
    />
  );
}

function Accuracy({ rate }: { readonly rate: Rate }) {
  const lang = useLanguage();
  const t = useText(automaticWords);
  const { value, low, high, numerator, denominator } = rate;
  if (value === null || low === null || high === null) return <span className="m-soft">{t.unknown}</span>;
  return (
    <div className="m-rate-cell">
      <span>
        <strong>{percent(lang, value)}</strong>{' '}
        <small className="m-soft">
          {count(lang, numerator)} ÷ {count(lang, denominator)} ·{' '}
          {t.interval(percent(lang, low), percent(lang, high))}
        </small>
      </span>
      <RangeBar rate={rate} />
    </div>
  );
}
