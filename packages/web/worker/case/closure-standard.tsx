import type { CaseView } from '@suban/domain/api.ts';
import { missingEvidence } from '@suban/domain/handle/rules.ts';
import type { Evidence } from '@suban/domain/matter-rule.ts';
import { useText } from '../../i18n/language.ts';
import { caseWords } from './words.ts';

/** What of an answer the closure standard looks at. */
export type Drafted = Parameters<typeof missingEvidence>[1];

/** 结案标准 that a draft does not meet yet, by the domain's own rule. @param contacted whether the citizen was reached */
export function lacking(
  { evidence }: Pick<CaseView, 'evidence'>,
  contacted: boolean,
  drafted: Drafted,
): Evidence[] {
  return missingEvidence({ order: { contactedAt: contacted ? 0 : null } }, drafted, { matter: { evidence } });
}

/** Was the citizen reached since the order was made? */
export const isContacted = ({ clocks }: Pick<CaseView, 'clocks'>): boolean =>
  clocks.some(({ name, done }) => name === 'contact' && done !== null);

type Props = Pick<CaseView, 'evidence'> & { contacted: boolean; drafted: Drafted };

/** What the matter needs before the case can be closed, ticked off as the draft comes to have it. */
export function ClosureStandard({ evidence, contacted, drafted }: Props) {
  const text = useText(caseWords);
  if (evidence.length === 0) return null;
  const missing = lacking({ evidence }, contacted, drafted);
  return (
    <div className="desk-standard" role="group" aria-label={text.standard}>
      <strong>{text.standard}</strong>
      <ul>
        {evidence.map((each) => {
          const lacks = missing.includes(each);
          return (
            <li key={each} className={lacks ? '' : 'is-met'}>
              <span aria-hidden>{lacks ? '○' : '✓'}</span> {text.evidence[each]}
              <span className="staff-hidden">{lacks ? text.lacking : text.met}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
