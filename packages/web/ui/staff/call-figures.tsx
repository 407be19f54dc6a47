import './call-figures.css';
import type { CallFigures as Figures } from '@suban/domain/api-calls.ts';
import { callIndicatorNames } from '@suban/domain/indicators/calls.ts';
import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { type Language, useLanguage, useText } from '../../i18n/language.ts';
import { get } from '../api.ts';
import { callFigureWords } from './call-figure-words.ts';
import { ProblemAlert } from './problem.tsx';

/** A call is over in minutes: figures older than this are looked at again, in ms. */
const lookEvery = 30_000;

const percent = (lang: Language, share: number): string =>
  new Intl.NumberFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', {
    style: 'percent',
    maximumFractionDigits: 1,
  }).format(share);

/** 接通率、及时接通率、放弃率 with their intervals, and the mean time on the phone; by line where there are several. */
export function CallFigures({ of }: { of: 'today' | 'month' }) {
  const query = useQuery({
    queryKey: ['calls', of],
    queryFn: () => get<Figures>(`/api/calls/figures?of=${of}`),
    refetchInterval: lookEvery,
  });
  if (query.error && !query.data)
    return <ProblemAlert error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton active paragraph={{ rows: 3 }} />;
  return (
    <>
      <Rates rates={query.data.all} within={query.data.within} />
      {query.data.lines.length > 1 && <Lines figures={query.data} />}
    </>
  );
}

type Rates = Figures['all'];

function Rates({ rates, within }: { rates: Rates; within: number }) {
  const lang = useLanguage();
  const text = useText(callFigureWords);
  return (
    <dl className="staff-calls">
      <div>
        <dt>{text.calls}</dt>
        <dd>
          <strong>{rates.calls.toLocaleString()}</strong>
        </dd>
      </div>
      {callIndicatorNames.map((name) => {
        const { value, low, high, numerator, denominator } = rates.indicators[name];
        const known = value !== null && low !== null && high !== null;
        return (
          <div key={name}>
            <dt>{text.name[name](within)}</dt>
            <dd>
              <strong>{known ? percent(lang, value) : '—'}</strong>
              <span className="staff-soft">
                {known ? text.interval(percent(lang, low), percent(lang, high)) : text.none}
              </span>
              <span className="staff-soft">
                {numerator} / {denominator}
              </span>
              <span className="staff-soft">{text.formula[name](within)}</span>
            </dd>
          </div>
        );
      })}
      <div>
        <dt>{text.talk}</dt>
        <dd>
          <strong>{rates.meanTalk === null ? '—' : text.minutes(rates.meanTalk)}</strong>
          <span className="staff-soft">{text.talkFormula}</span>
        </dd>
      </div>
    </dl>
  );
}

function Lines({ figures }: { figures: Figures }) {
  const lang = useLanguage();
  const text = useText(callFigureWords);
  const share = (value: number | null) => (value === null ? '—' : percent(lang, value));
  return (
    <div className="staff-call-lines" role="region" aria-label={text.byLine} tabIndex={0}>
      <table>
        <caption>{text.byLine}</caption>
        <thead>
          <tr>
            <th scope="col">{text.line}</th>
            <th scope="col">{text.calls}</th>
            {callIndicatorNames.map((name) => (
              <th key={name} scope="col">
                {text.name[name](figures.within)}
              </th>
            ))}
            <th scope="col">{text.talk}</th>
          </tr>
        </thead>
        <tbody>
          {figures.lines.map((line) => (
            <tr key={line.line}>
              <th scope="row">{line.line}</th>
              <td>{line.calls.toLocaleString()}</td>
              {callIndicatorNames.map((name) => (
                <td key={name}>{share(line.indicators[name].value)}</td>
              ))}
              <td>{line.meanTalk === null ? '—' : text.minutes(line.meanTalk)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
