import './call.css';
import type { CaseRow } from '@suban/domain/api.ts';
import type { DeskCall } from '@suban/domain/api-calls.ts';
import { Link } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState } from 'react';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { ProblemAlert } from '../../ui/staff/problem.tsx';
import { useCommand } from '../../ui/staff/use-command.ts';
import { timeOfDay } from '../../ui/time.ts';
import { RevealDialog } from '../case/person.tsx';
import { caseWords } from '../case/words.ts';
import { callWords } from './words.ts';

type Props = {
  caller: DeskCall;
  over: boolean;
  /** What is written in the form; empty: there is nothing to add. */
  written: string;
  onAdded: (number: string) => void;
};

/** Who is on the line and what they asked before: told of, urged or added to without leaving the form. */
export function CallerPanel({ caller, over, written, onAdded }: Props) {
  const lang = useLanguage();
  const text = useText(callWords);
  const at = caller.answeredAt ?? caller.offeredAt;
  return (
    <section className="desk-caller" aria-labelledby="caller-title">
      <h2 id="caller-title">
        {text.caller} <span className="staff-soft">{over ? text.over : text.state[caller.state]}</span>
      </h2>
      <dl>
        <dt>{at === null ? text.caller : timeOfDay(lang, at)}</dt>
        <dd>
          <Known caller={caller} />
        </dd>
        {caller.line !== '' && (
          <>
            <dt>{text.line}</dt>
            <dd>{caller.line}</dd>
          </>
        )}
      </dl>
      <h3>{caller.earlier.length === 0 ? text.firstTime : text.again(caller.open, caller.earlier.length)}</h3>
      <ul aria-label={text.earlier}>
        {caller.earlier.map((row) => (
          <Earlier key={row.number} row={row} written={written} onAdded={onAdded} />
        ))}
      </ul>
      {caller.area && <p className="staff-soft">{nameIn(lang, caller.area)}</p>}
    </section>
  );
}

const revealed = ['name', 'phone'] as const;
type Field = (typeof revealed)[number];

/** Name and number, masked; shown for a purpose, which is written down, by the case they were given with. */
function Known({ caller }: { caller: DeskCall }) {
  const text = useText(callWords);
  const { name: nameWord, phone: phoneWord, reveal, revealOf } = useText(caseWords);
  const [asked, setAsked] = useState<Field | null>(null);
  const [shown, setShown] = useState<Partial<Record<Field, string>>>({});
  const masked: Record<Field, string | null> = { name: caller.name, phone: caller.phone };
  return (
    <>
      <b>{shown.phone ?? caller.phone ?? text.hidden}</b> {shown.name ?? caller.name}
      {caller.knownBy !== null && (
        <>
          {revealed.map(
            (field) =>
              masked[field] !== null &&
              shown[field] === undefined && (
                <Button
                  key={field}
                  size="small"
                  type="link"
                  aria-label={revealOf(field === 'name' ? nameWord : phoneWord)}
                  onClick={() => setAsked(field)}
                >
                  {reveal}
                </Button>
              ),
          )}
          <RevealDialog
            number={caller.knownBy}
            field={asked}
            onClose={() => setAsked(null)}
            onRevealed={(field, value) => {
              setShown((all) => ({ ...all, [field]: value }));
              setAsked(null);
            }}
          />
        </>
      )}
    </>
  );
}

function Earlier({ row, written, onAdded }: { row: CaseRow } & Pick<Props, 'written' | 'onAdded'>) {
  const lang = useLanguage();
  const text = useText(callWords);
  const term = useText(terms);
  const { message } = App.useApp();
  const urge = useCommand('urge');
  const supplement = useCommand('supplement');
  const [error, setError] = useState<unknown>(null);
  const does = async (work: () => Promise<unknown>, then: () => void) => {
    setError(null);
    try {
      await work();
      then();
    } catch (refused) {
      setError(refused);
    }
  };
  const open = row.state === 'received' || row.state === 'dispatched';
  const urgeIt = () =>
    does(
      () => urge(row.number, { text: text.urgeNote }),
      () => void message.success(text.urged(row.number)),
    );
  const addIt = () =>
    does(
      () => supplement(row.number, { text: written, photos: [] }),
      () => onAdded(row.number),
    );
  return (
    <li>
      <Link to="/cases/$number" params={{ number: row.number }}>
        {row.title}
      </Link>{' '}
      <span className="staff-soft">
        {term.state[row.state]} · {nameIn(lang, row.holder)} · {row.number}
      </span>
      {open && (
        <div>
          <Button size="small" onClick={() => void urgeIt()} aria-label={`${text.urge} ${row.number}`}>
            {text.urge}
          </Button>
          <Button
            size="small"
            disabled={written.trim() === ''}
            title={written.trim() === '' ? text.writeFirst : ''}
            onClick={() => void addIt()}
            aria-label={`${text.supplement} ${row.number}`}
          >
            {text.supplement}
          </Button>
        </div>
      )}
      <ProblemAlert error={error} />
    </li>
  );
}
