import type { CaseView } from '@suban/domain/api.ts';
import type { FoundField } from '@suban/domain/api-suggestions.ts';
import type { ReactNode } from 'react';
import { nameIn, trailIn, useLanguage, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { dateTime, duration } from '../../ui/time.ts';
import { caseWords } from './words.ts';

/** Label and value, one under the other. A row without a value is left out. */
function useRows(view: CaseView): [string, ReactNode][] {
  const lang = useLanguage();
  const text = useText(caseWords);
  const term = useText(terms);
  const { order } = view;
  const read = (...kinds: FoundField['kind'][]) => wordsRead(view, kinds, text.listed);
  return [
    [
      text.matter,
      view.matter ? (
        <>
          {nameIn(lang, view.matter)} <span className="staff-soft">{trailIn(lang, view.matter)}</span>
        </>
      ) : (
        text.noMatter
      ),
    ],
    [text.filedAt, `${dateTime(lang, view.filedAt)} · ${term.channel[view.channel]}`],
    [text.place, view.address ?? (view.area ? null : text.noPlace)],
    [text.area, view.area && nameIn(lang, view.area)],
    [text.placesRead, read('estate', 'road')],
    [text.timesRead, read('time')],
    [text.partiesRead, read('party')],
    [text.amountsRead, read('amount')],
    [text.holder, <Unit key="holder" unit={view.holder} />],
    [text.lead, order && order.lead.id !== view.holder.id && <Unit unit={order.lead} />],
    [text.order, order && text.orderNo(order.no, text.cause[order.cause])],
    ['', order?.designated && text.designated],
    [text.accused, view.accused && nameIn(lang, view.accused)],
    [
      text.standard,
      view.evidence.length > 0 && text.listed(view.evidence.map((each) => text.evidence[each])),
    ],
    [text.bouncedLabel, view.sendBacks > 0 && text.bounced(duration(lang, view.bouncedMs), view.sendBacks)],
  ];
}

/** As many as one takes in at a glance; the words themselves stand above. */
const most = 6;

/** What was read from the words, each once; null for nothing. */
function wordsRead({ fields }: CaseView, kinds: FoundField['kind'][], listed: (parts: string[]) => string) {
  const found = new Set(fields.flatMap(({ kind, text }) => (kinds.includes(kind) ? [text] : [])));
  return found.size > 0 ? <span lang="zh-Hans">{listed([...found].slice(0, most))}</span> : null;
}

export function Facts({ view }: { view: CaseView }) {
  const text = useText(caseWords);
  const rows = useRows(view).filter(([, value]) => Boolean(value));
  return (
    <section aria-labelledby="facts-title">
      <h2 id="facts-title">{text.facts}</h2>
      <dl className="desk-dl">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Unit({ unit }: { unit: CaseView['holder'] }) {
  const lang = useLanguage();
  return (
    <>
      {nameIn(lang, unit)}
      {unit.phone && (
        <>
          {' '}
          <a href={`tel:${unit.phone}`}>{unit.phone}</a>
        </>
      )}
    </>
  );
}
