import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useText } from '../../i18n/language.ts';
import { ProblemAlert } from '../../ui/staff/problem.tsx';
import { useDeskCall } from '../call/use-desk-call.ts';
import type { Recorded } from './use-recording.ts';
import { recordWords } from './words.ts';

type Props = {
  recorded: Recorded | null;
  /** The case the words were added to. */
  added: string | null;
  call: string | undefined;
  onNext: () => void;
};

/** What the operator reads out; Enter takes the next call. */
export function Filed({ recorded, added, call, onNext }: Props) {
  const text = useText(recordWords);
  const navigate = useNavigate();
  const waiting = useDeskCall();
  const filed = recorded?.filed ?? null;
  const number = filed?.number ?? added;
  const undone = recorded?.undone ?? null;
  const made = recorded && (undone === null ? recorded.outcome : 'file');
  const next = () => {
    // The one that rings now, if another does; an empty form else.
    const other = waiting && waiting.id !== call ? { call: waiting.id } : {};
    void navigate({ to: '/record', search: other });
    onNext();
  };
  return (
    <section className="desk-filed" aria-labelledby="filed-title">
      <h1 id="filed-title">{made ? text.recorded[made] : text.addedTo}</h1>
      {undone !== null && (
        <>
          <p>{text.undone}</p>
          <ProblemAlert error={undone} />
        </>
      )}
      {number !== null && (
        <dl id="filed-read">
          <div>
            <dt>{text.number}</dt>
            <dd>{number}</dd>
          </div>
          {filed && (
            <div>
              <dt>{text.queryCode}</dt>
              <dd>{filed.queryCode}</dd>
            </div>
          )}
        </dl>
      )}
      {filed && <p className="staff-soft">{text.keep}</p>}
      <div className="desk-submit">
        <Button
          type="primary"
          size="large"
          autoFocus
          aria-describedby={number === null ? 'filed-title' : 'filed-title filed-read'}
          onClick={next}
        >
          {text.next}
        </Button>
        {number !== null && (
          <Link to="/cases/$number" params={{ number }}>
            {text.open}
          </Link>
        )}
      </div>
    </section>
  );
}
