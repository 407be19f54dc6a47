import '../queue/suggestion.css';
import './similar.css';
import type { SimilarCases } from '@suban/domain/api-similar.ts';
import type { CaseView } from '@suban/domain/api.ts';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { ProblemAlert } from '../../ui/staff/problem.tsx';
import { date } from '../../ui/time.ts';
import { useMerge, useSimilar } from './queries.ts';
import { similarWords } from './words.ts';

type Similar = SimilarCases['items'][number];

/** 相似诉求: what may be the same, why, and one key to merge for whoever may. Nothing where nothing is alike. */
export function SimilarPanel({ view }: { view: CaseView }) {
  const text = useText(similarWords);
  const similar = useSimilar(view.number);
  const merge = useMerge();
  const items = similar.data?.items ?? [];
  if (items.length === 0 && !similar.error) return null;
  return (
    <section aria-labelledby="similar-title" className="desk-similar">
      <h2 id="similar-title">{text.title}</h2>
      <p className="staff-soft desk-similar-lead">{text.lead}</p>
      <ProblemAlert
        error={merge.error ?? similar.error}
        retry={similar.error ? () => void similar.refetch() : undefined}
      />
      <ol>
        {items.map((item) => (
          <Item
            key={item.number}
            view={view}
            item={item}
            busy={merge.busy !== undefined}
            onMerge={(reason) => merge.run(view.number, item.number, reason)}
          />
        ))}
      </ol>
    </section>
  );
}

type ItemProps = { view: CaseView; item: Similar; busy: boolean; onMerge: (reason?: string) => void };

function Item({ view, item, busy, onMerge }: ItemProps) {
  const lang = useLanguage();
  const text = useText(similarWords);
  const term = useText(terms);
  const state = item.orderState ? term.orderState[item.orderState] : term.state[item.state];
  const told = [...item.places, ...item.problems, ...item.words];
  // The reason stands in the record, which is read in Chinese.
  const reason = told.length > 0 ? similarWords.zh.reason([...new Set(told)].join('、')) : undefined;
  return (
    <li>
      <div className="desk-similar-head">
        <div>
          <Link to="/cases/$number" params={{ number: item.number }} className="desk-link">
            {item.title}
          </Link>
          <p className="staff-soft">
            {[
              item.number,
              state,
              nameIn(lang, item.holder),
              item.area && nameIn(lang, item.area),
              `${text.filed} ${date(lang, item.filedAt)}`,
              item.followers > 0 && text.followers(item.followers),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        {item.mayMerge && (
          <Button
            size="small"
            type="primary"
            ghost
            disabled={busy}
            title={text.mergeTitle(item.number)}
            aria-label={text.mergeTitle(item.number)}
            onClick={() => onMerge(reason)}
          >
            {text.merge}
          </Button>
        )}
      </div>
      <p className="desk-similar-why">
        {item.claimed && <b className="desk-claimed">{text.claimed}</b>}
        <span className="desk-relation">{text.relation[item.relation]}</span>
        {item.chance > 0 && (
          <span className="desk-confidence" style={{ '--share': item.chance } as React.CSSProperties}>
            {text.chance(item.chance)}
          </span>
        )}
        <Reasons label={text.places} words={item.places} />
        <Reasons label={text.problems} words={item.problems} />
        <Reasons label={text.shared} words={item.words} />
      </p>
      <details className="desk-compare">
        <summary>{text.compare}</summary>
        <div>
          <Told label={text.own} body={view.body} address={view.address} marks={item.words} />
          <Told label={text.other} body={item.body} address={item.address} marks={item.words} />
        </div>
      </details>
    </li>
  );
}

function Reasons({ label, words }: { label: string; words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <span className="staff-soft">
      {label}{' '}
      {words.map((word) => (
        <mark key={word} lang="zh-Hans">
          {word}
        </mark>
      ))}
    </span>
  );
}

type ToldProps = { label: string; body: string; address: string | null; marks: readonly string[] };

/** One of the two texts, with what both have marked in it. */
function Told({ label, body, address, marks }: ToldProps) {
  const text = useText(similarWords);
  return (
    <div>
      <h3>{label}</h3>
      {address !== null && <p className="staff-soft">{address}</p>}
      <p lang="zh-Hans">{body ? <Marked body={body} marks={marks} /> : text.noText}</p>
    </div>
  );
}

const escaped = (word: string): string => word.replaceAll(/[\\^$.*+?()[\]{}|]/gu, '\\$&');

function Marked({ body, marks }: { body: string; marks: readonly string[] }) {
  const found = marks.filter((word) => body.includes(word));
  if (found.length === 0) return body;
  const pattern = new RegExp(`(${found.map(escaped).join('|')})`, 'gu');
  return body.split(pattern).map((part, at) =>
    // What stands between two marks and the marks themselves come in turn.
    at % 2 === 1 ? <mark key={`${at} ${part}`}>{part}</mark> : part,
  );
}
