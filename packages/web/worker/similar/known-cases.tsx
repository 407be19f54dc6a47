import './similar.css';
import type { DeskSimilar } from '@suban/domain/api-similar.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { post } from '../../ui/api.ts';
import { relative } from '../../ui/time.ts';
import { useSettled } from '../pick/remote-select.tsx';
import { similarWords } from './words.ts';

/** Fewer characters say nothing yet. */
const enough = 10;

/** What is there already of what a caller tells, while it is written down. */
export function useKnown(said: string, address: string): DeskSimilar['items'] {
  const settled = useSettled(JSON.stringify([said.trim(), address.trim()]), 500);
  const [words = '', place = ''] = JSON.parse(settled) as string[];
  const { data } = useQuery({
    queryKey: ['desk', 'known', settled],
    queryFn: () =>
      post<DeskSimilar>('/api/desk/similar', {
        text: words,
        ...(place ? { place: { address: place.slice(0, 200) } } : {}),
      }),
    enabled: [...words].length >= enough,
    placeholderData: keepPreviousData,
  });
  return [...words].length >= enough ? (data?.items ?? []) : [];
}

type Props = {
  items: DeskSimilar['items'];
  /** The number of the case that the caller says is the same. */
  chosen: string | null;
  onChoose: (number: string | null) => void;
};

/** Each to be read out, and followed where the caller says that it is the same. */
export function KnownCases({ items, chosen, onChoose }: Props) {
  const lang = useLanguage();
  const text = useText(similarWords);
  const term = useText(terms);
  return (
    <div className="desk-known">
      <p className="staff-soft">{text.knownLead}</p>
      <ul>
        {items.map((item) => (
          <li key={item.number} data-chosen={item.number === chosen || undefined}>
            <b>{item.title}</b>
            <span className="staff-soft">
              {[
                item.number,
                item.orderState ? term.orderState[item.orderState] : term.state[item.state],
                nameIn(lang, item.area ?? item.holder),
                relative(lang, item.filedAt),
                item.followers > 0 && text.followers(item.followers),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <span className="staff-soft">{text.chance(item.chance)}</span>
            <Button
              size="small"
              aria-pressed={item.number === chosen}
              onClick={() => onChoose(item.number === chosen ? null : item.number)}
            >
              {item.number === chosen ? text.unfollow : text.follow}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
