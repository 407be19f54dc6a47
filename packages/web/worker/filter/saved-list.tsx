import './filter.css';
import type { SavedFilter } from '@suban/domain/api-desk.ts';
import { Link } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useText } from '../../i18n/language.ts';
import { useStaff } from '../../ui/staff/session.ts';
import { deskWords } from '../words.ts';
import { readFilters } from './filters.ts';
import { useRemove, useSaved } from './saved.ts';
import { filterWords } from './words.ts';

/** The filters a person has kept, each one click away. */
export function SavedFilters() {
  const text = useText(filterWords);
  const { staff } = useStaff();
  const saved = useSaved((staff?.queues.length ?? 0) > 0);
  const items = saved.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <nav className="desk-saved" aria-label={text.mine}>
      <h2>{text.mine}</h2>
      <ul>
        {items.map((item) => (
          <SavedLine key={item.id} item={item} />
        ))}
      </ul>
    </nav>
  );
}

function SavedLine({ item }: { item: SavedFilter }) {
  const text = useText(filterWords);
  const { queue } = useText(deskWords);
  const { message } = App.useApp();
  const remove = useRemove();
  const { q, ...rest } = item.filter;
  const filters = readFilters(rest);
  const inside = (
    <span>
      {item.name}
      <small className="staff-soft"> {item.place === 'search' ? text.searchPlace : queue[item.place]}</small>
    </span>
  );
  return (
    <li>
      {item.place === 'search' ? (
        <Link to="/search" search={{ ...filters, q: q ?? '' }} className="desk-queue">
          {inside}
        </Link>
      ) : (
        <Link to="/queues/$queue" params={{ queue: item.place }} search={filters} className="desk-queue">
          {inside}
        </Link>
      )}
      <Button
        type="text"
        size="small"
        aria-label={text.remove(item.name)}
        loading={remove.isPending}
        onClick={() => remove.mutate(item.id, { onSuccess: () => void message.success(text.removed) })}
      >
        ×
      </Button>
    </li>
  );
}
