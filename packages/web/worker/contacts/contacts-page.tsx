import './contacts.css';
import type { ServiceContactPage } from '@suban/domain/api-records.ts';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Empty, Skeleton } from 'antd';
import { useState } from 'react';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { get } from '../../ui/api.ts';
import { CallFigures } from '../../ui/staff/call-figures.tsx';
import { ProblemAlert } from '../../ui/staff/problem.tsx';
import { useStaff } from '../../ui/staff/session.ts';
import { date, timeOfDay } from '../../ui/time.ts';
import { recordWords } from '../record/words.ts';
import { ContactForm } from './contact-form.tsx';
import { contactsWords } from './words.ts';

const keyOf = (day: string) => ['desk', 'contacts', day];

/** `/desk/contacts`: what operators answered on the call, and how the telephone is answered today. */
export function ContactsPage() {
  const text = useText(contactsWords);
  const { staff } = useStaff();
  const client = useQueryClient();
  const [day, setDay] = useState('');
  if (!staff?.roles.includes('operator')) return <p>{text.notAllowed}</p>;
  return (
    <div className="desk-contacts">
      <h1>{text.title}</h1>
      <section aria-labelledby="calls-today">
        <h2 id="calls-today">{text.callsToday}</h2>
        <CallFigures of="today" />
      </section>
      <section aria-labelledby="contact-new" className="desk-contact-card">
        <h2 id="contact-new">{text.write}</h2>
        <ContactForm onKept={() => void client.invalidateQueries({ queryKey: ['desk', 'contacts'] })} />
      </section>
      <section aria-labelledby="contact-list" className="desk-contact-card">
        <div className="desk-contact-head">
          <h2 id="contact-list">{text.list}</h2>
          <label>
            {text.day} <input type="date" value={day} onChange={(event) => setDay(event.target.value)} />
          </label>
          {day !== '' && <Button onClick={() => setDay('')}>{text.allDays}</Button>}
        </div>
        <ContactList day={day} />
      </section>
    </div>
  );
}

function ContactList({ day }: { day: string }) {
  const text = useText(contactsWords);
  const query = useInfiniteQuery({
    queryKey: keyOf(day),
    queryFn: ({ pageParam }) => {
      const search = new URLSearchParams({
        ...(day === '' ? {} : { day }),
        ...(pageParam === '' ? {} : { before: pageParam }),
      });
      return get<ServiceContactPage>(`/api/desk/service-contacts?${search}`);
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  if (query.error) return <ProblemAlert error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton active />;
  const items = query.data.pages.flatMap((page) => page.items);
  return (
    <>
      <p className="staff-soft">{text.today(query.data.pages[0]?.today ?? 0)}</p>
      {items.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text.none} />}
      <ul className="desk-contact-list" aria-label={text.list}>
        {items.map((item) => (
          <Contact key={`${item.at}${item.text}`} item={item} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {text.more}
        </Button>
      )}
    </>
  );
}

function Contact({ item }: { item: ServiceContactPage['items'][number] }) {
  const lang = useLanguage();
  const { channel } = useText(recordWords);
  const known: Readonly<Record<string, string>> = channel;
  return (
    <li>
      <p className="staff-soft">
        <time dateTime={item.at}>
          {date(lang, item.at)} {timeOfDay(lang, item.at)}
        </time>{' '}
        · {item.byName} · {known[item.channel] ?? item.channel}
        {item.matter && ` · ${nameIn(lang, item.matter)}`}
      </p>
      <p lang="zh-Hans" className="desk-contact-text">
        {item.text}
      </p>
      {item.number !== null && (
        <Link to="/cases/$number" params={{ number: item.number }}>
          {item.number}
        </Link>
      )}
    </li>
  );
}
