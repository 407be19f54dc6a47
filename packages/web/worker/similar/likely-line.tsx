import './similar.css';
import type { LikelySame } from '@suban/domain/api-similar.ts';
import { Button } from 'antd';
import { useLanguage, useText } from '../../i18n/language.ts';
import { relative } from '../../ui/time.ts';
import { similarWords } from './words.ts';

type Props = { likely: LikelySame['items'][number] | undefined; busy: boolean; onMerge: () => void };

/** 可能与…相同 · 并入: one click or the key M merges. The row's only link leads to its own case, where both can be read. */
export function LikelyLine({ likely, busy, onMerge }: Props) {
  const lang = useLanguage();
  const text = useText(similarWords);
  if (!likely) return null;
  const title = text.likelyKey(likely.into, likely.title);
  return (
    <div className="desk-likely">
      <Button size="small" loading={busy} aria-label={title} title={title} onClick={onMerge}>
        {text.merge} <kbd aria-hidden>M</kbd>
      </Button>
      <span className="desk-likely-text">
        <span className={likely.claimed ? 'desk-claimed' : 'staff-soft'}>{text.likely(likely.claimed)}</span>
        <b lang="zh-Hans">{likely.title}</b>
        <span className="staff-soft">{relative(lang, likely.filedAt)}</span>
        {likely.chance > 0 && <span className="staff-soft">{text.chance(likely.chance)}</span>}
      </span>
    </div>
  );
}
