import type { CaseRow } from '@suban/domain/api.ts';
import { Empty, Skeleton, Tag } from 'antd';
import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { relative } from '../time.ts';
import { CaseFacts } from './case-facts.tsx';
import { ClockCell } from './light.tsx';
import { staffWords } from './words.ts';

type Props = {
  items: readonly CaseRow[];
  /** Opens a case without leaving the page; a click with Ctrl or the middle button follows `hrefOf` as ever. */
  onOpen: (row: CaseRow) => void;
  hrefOf: (row: CaseRow) => string;
  loading: boolean;
  /** The number of the row the keyboard stands on. */
  selected?: string | undefined;
  onSelect?: ((row: CaseRow) => void) | undefined;
  /** What else a row carries: its suggestion, a button. */
  extra?: ((row: CaseRow) => ReactNode) | undefined;
  empty?: string | undefined;
  /** Rows can be chosen, for one action on many. */
  choice?: Choice | undefined;
};
type Choice = {
  readonly has: (number: string) => boolean;
  readonly toggle: (number: string) => void;
  /** All from the row chosen last, or stood on. */
  readonly extend: (at: string | undefined, to: string) => void;
  readonly label: (title: string) => string;
};

/** Cases as aligned lines on a screen and as cards on a phone. */
export function CaseTable(props: Props) {
  const { items, onOpen, hrefOf, loading, selected, onSelect, extra, empty, choice } = props;
  const text = useText(staffWords);
  if (loading)
    return (
      <div className="staff-cases" aria-busy="true">
        <Skeleton active title={false} paragraph={{ rows: 10 }} className="staff-cases-loading" />
        <span className="staff-hidden" role="status">
          {text.loading}
        </span>
      </div>
    );
  if (items.length === 0)
    return (
      <div className="staff-cases">
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty ?? text.noCases} />
      </div>
    );
  return (
    <div className={`staff-cases${choice ? ' is-choosable' : ''}`}>
      <div className="staff-case-head" aria-hidden>
        {choice && <span />}
        <span>{text.head.case}</span>
        <span>{text.head.holder}</span>
        <span>{text.head.clock}</span>
      </div>
      <ul aria-label={text.cases}>
        {items.map((row) => (
          <CaseLine
            key={row.number}
            row={row}
            href={hrefOf(row)}
            onOpen={onOpen}
            selected={row.number === selected}
            onSelect={onSelect}
            choice={choice}
            onExtend={() => choice?.extend(selected, row.number)}
          >
            {extra?.(row)}
          </CaseLine>
        ))}
      </ul>
    </div>
  );
}

type LineProps = Pick<Props, 'onOpen' | 'onSelect' | 'choice'> & {
  onExtend: () => void;
  row: CaseRow;
  href: string;
  selected: boolean;
  children: ReactNode;
};

function CaseLine({ row, href, onOpen, onSelect, selected, choice, onExtend, children }: LineProps) {
  const lang = useLanguage();
  const term = useText(terms);
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (selected) line.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const open = (event: MouseEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey) return;
    if (event.shiftKey && !choice) return;
    event.preventDefault();
    if (event.shiftKey) onExtend();
    else onOpen(row);
  };
  return (
    <li
      ref={line}
      className={`staff-case${selected ? ' is-selected' : ''}`}
      aria-current={selected || undefined}
    >
      {choice && (
        <label className="staff-case-choose">
          <input
            type="checkbox"
            checked={choice.has(row.number)}
            aria-label={choice.label(row.title)}
            onClick={(event) => {
              if (!event.shiftKey) return;
              event.preventDefault();
              onExtend();
            }}
            onChange={() => choice.toggle(row.number)}
          />
        </label>
      )}
      <div className="staff-case-main">
        <a
          href={href}
          onClick={open}
          onFocus={() => onSelect?.(row)}
          className="staff-case-title"
          data-case={row.number}
        >
          {row.title}
        </a>
        <p className="staff-case-meta">
          <span>{row.number}</span>
          <span>{term.kind[row.kind]}</span>
          {row.matter && <span>{nameIn(lang, row.matter)}</span>}
          {row.area && <span>{nameIn(lang, row.area)}</span>}
          <span>{term.channel[row.channel]}</span>
          <span>{relative(lang, row.filedAt)}</span>
        </p>
        <CaseFacts row={row} />
        <CaseMarks row={row} />
      </div>
      <div className="staff-case-holder">
        <span>{nameIn(lang, row.holder)}</span>
        <span className="staff-soft">
          {row.orderState && row.state === 'dispatched'
            ? term.orderState[row.orderState]
            : term.state[row.state]}
        </span>
      </div>
      <ClockCell clock={row.clock} />
      {children && <div className="staff-case-extra">{children}</div>}
    </li>
  );
}

/** What makes a case stand out: urgent, urged, reworked, followed up, confidential. */
export function CaseMarks({
  row,
}: {
  row: Pick<CaseRow, 'urgency' | 'urges' | 'dissatisfied' | 'followUp' | 'confidential'>;
}) {
  const text = useText(staffWords);
  const term = useText(terms);
  const marks: [string, string][] = [];
  if (row.urgency === 'urgent') marks.push(['is-red', term.urgency.urgent]);
  if (row.followUp) marks.push(['is-red', text.followUp]);
  if (row.dissatisfied > 0) marks.push(['is-yellow', text.reworked(row.dissatisfied)]);
  if (row.urges > 0) marks.push(['is-yellow', text.urged(row.urges)]);
  if (row.confidential) marks.push(['is-brand', text.confidential]);
  if (marks.length === 0) return null;
  return (
    <p className="staff-marks">
      {marks.map(([kind, word]) => (
        <Tag key={word} className={`staff-mark ${kind}`} variant="filled">
          {word}
        </Tag>
      ))}
    </p>
  );
}
