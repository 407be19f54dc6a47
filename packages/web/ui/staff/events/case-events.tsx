import type { eventsOfCase } from '@suban/domain/api-alerts.ts';
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useText } from '../../../i18n/language.ts';
import { get } from '../../api.ts';
import { useStaff } from '../session.ts';
import { caseEventsWords } from './case-events-words.ts';

type Answer = ReturnType<(typeof eventsOfCase)['parse']>;

/** “属于热点事件 …”: a way to the event for whoever may open it. */
export function CaseEvents({ number }: { readonly number: string }) {
  const t = useText(caseEventsWords);
  const { staff } = useStaff();
  const found = useQuery({
    queryKey: ['case-events', number],
    queryFn: () => get<Answer>(`/api/desk/cases/${encodeURIComponent(number)}/events`),
  });
  const hrefOf = ({ id, alert }: Answer['items'][number]): string | null => {
    if (alert !== null && staff?.mayJudge) return `/desk/alerts/${alert}`;
    return staff?.mayReadFigures ? `/command/events/${id}` : null;
  };
  return found.data?.items.map((event) => {
    const href = hrefOf(event);
    return (
      <Alert
        key={event.id}
        type="warning"
        showIcon
        className="staff-case-event"
        title={
          <>
            {t.belongs} {href ? <a href={href}>{event.name}</a> : event.name} {t.with(event.appeals)}
          </>
        }
      />
    );
  });
}
