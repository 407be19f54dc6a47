import './queue.css';
import type { Queue } from '@suban/domain/api.ts';
import { Link, useNavigate } from '@tanstack/react-router';
import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { useStaff } from '../../ui/staff/session.ts';
import { alertWords } from '../alerts/words.ts';
import { SavedFilters } from '../filter/saved-list.tsx';
import { useAlertCount, useCounts } from '../queries.ts';
import { deskWords } from '../words.ts';

/** The queues with their counts, the search, and beside them the list. @param searched the words the list is for */
export function Board({ searched = '', children }: { searched?: string; children: ReactNode }) {
  const text = useText(deskWords);
  const { staff } = useStaff();
  return (
    <div className="desk-board">
      <div className="desk-side">
        <SearchBox key={searched} searched={searched} />
        <nav aria-label={text.queues}>
          <ul>
            {staff?.queues.map((queue) => (
              <li key={queue}>
                <QueueLink queue={queue} />
              </li>
            ))}
            {staff?.mayJudge && (
              <li>
                <AlertsLink />
              </li>
            )}
          </ul>
        </nav>
        <SavedFilters />
      </div>
      {children}
    </div>
  );
}

/** 预警研判, beside the queues of cases. */
function AlertsLink() {
  const text = useText(alertWords);
  const count = useAlertCount().data;
  return (
    <Link to="/alerts" className="desk-queue">
      <span>{text.title}</span>
      {count && (
        <span className="desk-count" title={text.count(count.count, count.more)}>
          {count.count}
          {count.more && '+'}
        </span>
      )}
    </Link>
  );
}

function QueueLink({ queue }: { queue: Queue }) {
  const text = useText(deskWords);
  const count = useCounts().data?.[queue];
  return (
    <Link to="/queues/$queue" params={{ queue }} className="desk-queue">
      <span>{text.queue[queue]}</span>
      {count && (
        <span className="desk-count" title={text.count(count.count, count.more)}>
          {count.count}
          {count.more && '+'}
        </span>
      )}
    </Link>
  );
}

/** Every case this person may see, by number or words. */
function SearchBox({ searched }: { searched: string }) {
  const text = useText(deskWords);
  const navigate = useNavigate();
  const [typed, setTyped] = useState(searched);
  const go = (words: string) => words.trim() && void navigate({ to: '/search', search: { q: words.trim() } });
  return (
    <form role="search" onSubmit={(event) => event.preventDefault()}>
      <Input.Search
        id="desk-search"
        aria-label={text.searchLabel}
        placeholder={text.search}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onSearch={go}
        allowClear
        maxLength={100}
      />
    </form>
  );
}
