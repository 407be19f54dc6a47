import './answer-check.css';
import type { AnswerCheck } from '@suban/domain/api-answers.ts';
import type { AnswerRequest } from '@suban/domain/handle/requests.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useLanguage, useText } from '../../i18n/language.ts';
import { post } from '../../ui/api.ts';
import { useSettled } from '../pick/remote-select.tsx';
import { checkWords } from './check-words.ts';

type Drafted = Partial<Pick<AnswerRequest, 'text' | 'outcome' | 'legalBasis' | 'promisedAt'>>;

/** Fewer characters say nothing yet. */
const enough = 8;
/** A pause this long in typing, in ms, is worth a question to the server. */
const pause = 700;

/** What a drafted answer lacks, while it is written or reviewed. It is a help: it stops nobody. */
export function AnswerChecked({ number, drafted }: { number: string; drafted: Drafted }) {
  const lang = useLanguage();
  const text = useText(checkWords);
  const settled = useSettled(JSON.stringify(drafted), pause);
  const body = JSON.parse(settled) as Drafted;
  const written = [...(body.text ?? '').trim()].length >= enough;
  const { data, isError } = useQuery({
    queryKey: ['check-answer', number, settled],
    queryFn: () => post<AnswerCheck>(`/api/desk/cases/${encodeURIComponent(number)}/check-answer`, body),
    enabled: written,
    placeholderData: keepPreviousData,
  });
  return (
    <section className="desk-check" aria-label={text.title} aria-live="polite">
      <strong>{text.title}</strong>
      {!written && <p>{text.notYet}</p>}
      {written && isError && <p>{text.failed}</p>}
      {written && !isError && data?.findings.length === 0 && <p className="is-met">✓ {text.nothing}</p>}
      {written && !isError && data && data.findings.length > 0 && (
        <ul>
          {data.findings.map((finding) => (
            <li key={`${finding.code} ${finding.quote?.text}`}>
              {lang === 'zh' ? finding.message : finding.messageEn}
              {finding.quote && <q lang="zh-Hans">{finding.quote.text}</q>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
