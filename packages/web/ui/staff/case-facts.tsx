import type { CaseRow } from '@suban/domain/api.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { timelineWords } from '../../i18n/timeline.ts';
import { date, dateTime } from '../time.ts';
import { useStaff } from './session.ts';
import { staffWords } from './words.ts';

/** What a case waits for beside its clock: a report, a decision, a review date, a call-back. */
export function CaseFacts({ row }: { row: CaseRow }) {
  const facts = useFacts(row);
  if (facts.length === 0) return null;
  return (
    <p className="staff-case-facts">
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </p>
  );
}

function useFacts({ asked, reviewAt, owed, callBack }: CaseRow): string[] {
  const lang = useLanguage();
  const text = useText(staffWords);
  const { application } = useText(timelineWords);
  const { staff } = useStaff();
  const own = owed.find(({ unit }) => unit.id === staff?.unit.id);
  const others = owed.length - (own ? 1 : 0);
  return [
    ...(own ? [text.owed(dateTime(lang, own.due))] : []),
    ...(others > 0 ? [text.owedByOthers(others)] : []),
    ...(asked
      ? [
          text.asked(application[asked.what], asked.days, asked.reviewAt && date(lang, asked.reviewAt)),
          text.askedSince(dateTime(lang, asked.since)),
        ]
      : []),
    ...(reviewAt ? [text.reviewed(date(lang, reviewAt))] : []),
    ...(callBack ? [text.callBack[callBack]] : []),
  ];
}
