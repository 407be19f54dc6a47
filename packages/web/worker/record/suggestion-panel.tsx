import type { FoundField, Suggestion } from '@suban/domain/api-suggestions.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { FormInstance } from 'antd';
import { useEffect } from 'react';
import { nameIn, trailIn, useLanguage, useText } from '../../i18n/language.ts';
import { post } from '../../ui/api.ts';
import { useSettled } from '../pick/remote-select.tsx';
import { deskWords } from '../words.ts';
import type { DeskCall } from '@suban/domain/api-calls.ts';
import type { RecordValues } from './outcomes.ts';
import { recordWords } from './words.ts';

/** Fewer characters say nothing yet. */
const enough = 6;

/** Asks what the text is about as it grows, and fills title, kind, place and phone until the operator has set them. */
export function useSuggestion(
  text: string,
  form: FormInstance<RecordValues>,
  { draft, caller }: { draft: Partial<RecordValues>; caller: DeskCall | null },
) {
  const settled = useSettled(text.trim(), 500);
  const query = useQuery({
    queryKey: ['suggest', settled],
    queryFn: () => post<Suggestion>('/api/suggest', { text: settled }),
    enabled: [...settled].length >= enough,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
  const { data } = query;
  const calledFrom = Boolean(caller?.phone);
  useEffect(() => {
    if (!data) return;
    // What was set by hand stays, also before the page was left and came back.
    const own = (name: 'title' | 'kind' | 'address' | 'phone') =>
      form.isFieldTouched(name) || draft[name] !== undefined;
    if (!own('title')) form.setFieldValue('title', data.title);
    if (!own('kind')) form.setFieldValue('kind', data.kind);
    if (!own('address')) form.setFieldValue('address', data.address ?? '');
    const phone = data.fields.find(({ kind }) => kind === 'phone');
    if (!own('phone') && phone && !calledFrom) form.setFieldValue('phone', phone.text);
  }, [data, form, draft, calledFrom]);
  return { suggestion: [...settled].length >= enough ? data : undefined, failed: query.isError };
}

/** The likely matters with the words they were read from. */
export function SuggestionPanel({
  suggestion,
  failed,
}: {
  suggestion: Suggestion | undefined;
  failed: boolean;
}) {
  const lang = useLanguage();
  const text = useText(recordWords);
  const { confidence, words } = useText(deskWords);
  return (
    <aside className="desk-suggest" aria-labelledby="suggest-title" aria-live="polite">
      <h2 id="suggest-title">{text.suggestion}</h2>
      {!suggestion && <p className="staff-soft">{failed ? text.suggestionFailed : text.suggestionEmpty}</p>}
      {suggestion?.area && (
        <p>
          <span className="staff-soft">{text.suggestedArea}</span> <b>{nameIn(lang, suggestion.area)}</b>
        </p>
      )}
      {suggestion && <FieldsRead fields={suggestion.fields} />}
      {suggestion && <Whose units={suggestion.units} />}
      {suggestion && suggestion.matters.length > 0 && (
        <>
          <h3>{text.suggestedMatters}</h3>
          <ol>
            {suggestion.matters.map((matter) => (
              <li key={matter.code}>
                <b>{nameIn(lang, matter)}</b>{' '}
                <span
                  className="desk-confidence"
                  style={{ '--share': matter.confidence } as React.CSSProperties}
                >
                  {confidence(matter.confidence)}
                </span>
                <span className="staff-soft desk-trail">{trailIn(lang, matter)}</span>
                {matter.words.length > 0 && (
                  <span className="staff-soft">
                    {words}{' '}
                    {matter.words.map((word) => (
                      <mark key={word} lang="zh-Hans">
                        {word}
                      </mark>
                    ))}
                  </span>
                )}
              </li>
            ))}
          </ol>
        </>
      )}
    </aside>
  );
}

/** Whose it seems to be, with what speaks for it; where nothing is sure enough, that. */
function Whose({ units }: Pick<Suggestion, 'units'>) {
  const lang = useLanguage();
  const text = useText(recordWords);
  const { went } = useText(deskWords);
  const [first] = units;
  if (!first) return <p className="staff-soft">{text.unsure}</p>;
  return (
    <p>
      <span className="staff-soft">{text.suggestedUnit}</span> <b>{nameIn(lang, first.unit)}</b>{' '}
      {first.went > 0 && <span className="staff-soft">{went(first.went)}</span>}
    </p>
  );
}

const shown = ['time', 'party', 'amount'] as const;

/** 时间、被诉方、金额 read from the words, so that nobody asks for them again. */
function FieldsRead({ fields }: { fields: readonly FoundField[] }) {
  const { read } = useText(recordWords);
  return shown.map((kind) => {
    const found = new Set(fields.flatMap((field) => (field.kind === kind ? [field.text] : [])));
    if (found.size === 0) return null;
    return (
      <p key={kind}>
        <span className="staff-soft">{read[kind]}</span>{' '}
        {[...found].map((words) => (
          <mark key={words} lang="zh-Hans">
            {words}
          </mark>
        ))}
      </p>
    );
  });
}
