import './suggestion.css';
import type { UnitSuggestion } from '@suban/domain/api.ts';
import { Button } from 'antd';
import { nameIn, trailIn, useLanguage, useText } from '../../i18n/language.ts';
import { deskWords } from '../words.ts';

/** Whom the words point to, how surely, and which words they are. */
export function SuggestionText({ suggestion }: { suggestion: UnitSuggestion }) {
  const lang = useLanguage();
  const text = useText(deskWords);
  const { unit, matter, went, precedents } = suggestion;
  return (
    <span className="desk-suggestion-text">
      <b>{nameIn(lang, unit)}</b>
      <span>{nameIn(lang, matter)}</span>
      <span className="desk-confidence" style={{ '--share': matter.confidence } as React.CSSProperties}>
        {text.confidence(matter.confidence)}
      </span>
      {matter.words.length > 0 && (
        <span className="staff-soft">
          {text.words}{' '}
          {matter.words.map((word) => (
            <mark key={word} lang="zh-Hans">
              {word}
            </mark>
          ))}
        </span>
      )}
      {went > 0 && <span className="staff-soft">{text.went(went)}</span>}
      {precedents > 0 && <span className="staff-soft">{text.precedents(precedents)}</span>}
      <span className="staff-soft">{trailIn(lang, matter)}</span>
    </span>
  );
}

/** Where no suggestion is sure enough, a bad guess would cost a send-back. */
export function UnsureLine() {
  const text = useText(deskWords);
  return <p className="desk-unsure">{text.unsure}</p>;
}

type Props = { suggestion: UnitSuggestion; onAccept: () => void };

/** The first suggestion of a row: one click or the key A dispatches. */
export function SuggestionLine({ suggestion, onAccept }: Props) {
  const lang = useLanguage();
  const text = useText(deskWords);
  const title = text.acceptTitle(nameIn(lang, suggestion.unit), nameIn(lang, suggestion.matter));
  return (
    <div className="desk-suggestion">
      <Button size="small" type="primary" ghost aria-label={title} title={title} onClick={onAccept}>
        {text.accept} <kbd aria-hidden>A</kbd>
      </Button>
      <SuggestionText suggestion={suggestion} />
    </div>
  );
}
