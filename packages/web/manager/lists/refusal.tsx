import type { ReferenceList } from '@suban/domain/reference/entries.ts';
import type { FaultCode } from '@suban/domain/reference/faults.ts';
import { Alert } from 'antd';
import { useText } from '../../i18n/language.ts';
import { ApiError } from '../../ui/api.ts';
import { ProblemAlert } from '../../ui/staff/problem.tsx';
import { useFieldWords } from './field-words.ts';
import { listWords } from './words.ts';

const isFault = (words: Record<FaultCode, string>, code: string): code is FaultCode => code in words;
const titles = { 'change-refused': 'faultsTitle', 'undo-conflict': 'conflictTitle' } as const;
const known = (code: string): code is keyof typeof titles => code in titles;

/** Why a change is refused, field by field in the reader's words; another error as the server put it. */
export function Refusal({ list, error }: { readonly list: ReferenceList; readonly error: Error | null }) {
  const t = useText(listWords);
  const { label } = useFieldWords(list);
  if (!(error instanceof ApiError) || !known(error.code)) return <ProblemAlert error={error} />;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={t[titles[error.code]]}
      description={
        <ul className="lst-faults">
          {(error.problem.fields ?? []).map(({ path, message }) => {
            const at = path.lastIndexOf('/');
            const [code = '', count] = message.split(' ');
            return (
              <li key={`${path} ${message}`}>
                <code>{path.slice(0, at)}</code> {label(path.slice(at + 1))}
                {isFault(t.fault, code) && `：${t.fault[code]}`}
                {count !== undefined && `（${count}）`}
              </li>
            );
          })}
        </ul>
      }
    />
  );
}
