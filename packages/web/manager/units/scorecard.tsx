import type { Slice } from '@suban/domain/api-figures.ts';
import { channels, kinds } from '@suban/domain/appeal.ts';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { type ReactNode, useId } from 'react';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { type CaseFilters, readFilters, withFilter } from '../cases/filters.ts';
import { Card } from '../kit/card.tsx';
import { CaseLink } from '../kit/case-link.tsx';
import { Indicators } from '../kit/indicators.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { PlaceLink, useGo } from '../kit/navigation.tsx';
import { count, hoursOf } from '../kit/numbers.ts';
import { sliceQuery, unitScoresQuery } from '../kit/queries.ts';
import { useTicks } from '../kit/ticks.ts';
import { figureWords } from '../kit/words.ts';
import { unitWords } from './words.ts';

/** All of one unit's figures, alone or with all below it, of one channel or kind if wanted. */
export function ScorecardPage() {
  const lang = useLanguage();
  const t = useText(unitWords);
  const { unit = '' }: { unit?: string } = useParams({ strict: false });
  const narrowed = readFilters(useSearch({ strict: false }));
  const filters: CaseFilters = { ...narrowed, unit };
  const query = useQuery(sliceQuery(filters));
  const scores = useQuery(unitScoresQuery);
  const named = scores.data?.items.find((item) => String(item.unit.id) === unit)?.unit;
  useTicks(['slice']);
  return (
    <>
      <p className="m-back">
        <PlaceLink place={{ to: '/units' }}>{`← ${t.title}`}</PlaceLink>
      </p>
      <header className="m-head is-stacked">
        <h1>{named ? nameIn(lang, named) : t.card}</h1>
        <p className="m-soft">{t.cardLead}</p>
      </header>
      <Narrowing unit={unit} narrowed={narrowed} />
      <Loaded query={query} rows={14}>
        {(slice) => <Board slice={slice} filters={filters} />}
      </Loaded>
    </>
  );
}

function Narrowing({ unit, narrowed }: { readonly unit: string; readonly narrowed: CaseFilters }) {
  const t = useText(unitWords);
  const term = useText(terms);
  const go = useGo();
  const set = (name: 'below' | 'channel' | 'kind', value: string) =>
    go({
      to: '/units/$unit',
      params: { unit },
      search: withFilter(narrowed, name, value === '' ? null : value),
    });
  const pick = (
    name: 'channel' | 'kind',
    label: string,
    words: Readonly<Record<string, string>>,
    codes: readonly string[],
  ) => (
    <Labelled label={label}>
      {(id) => (
        <select id={id} value={narrowed[name] ?? ''} onChange={(event) => set(name, event.target.value)}>
          <option value="">{t.all}</option>
          {codes.map((code) => (
            <option key={code} value={code}>
              {words[code]}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
  return (
    <fieldset className="m-narrowing">
      <legend className="staff-hidden">{t.narrow}</legend>
      <Segmented
        aria-label={t.scope}
        value={narrowed.below ?? ''}
        onChange={(value) => set('below', value)}
        options={[
          { value: '', label: t.own },
          { value: 'yes', label: t.below },
        ]}
      />
      {pick('channel', t.channel, term.channel, channels)}
      {pick('kind', t.ofKind, term.kind, kinds)}
    </fieldset>
  );
}

function Labelled({
  label,
  children,
}: {
  readonly label: string;
  readonly children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className="m-picker">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

function Board({ slice, filters }: { readonly slice: Slice; readonly filters: CaseFilters }) {
  const lang = useLanguage();
  const t = useText(unitWords);
  const { officeHours } = useText(figureWords);
  const { held, indicators } = slice;
  const counted = { ...filters, ...slice.period };
  return (
    <div className="m-board">
      <Card title={t.heldTitle} hint={t.heldHint}>
        <dl className="m-held">
          <div>
            <dt>{t.heldMean}</dt>
            <dd>{held.times === 0 ? '—' : officeHours(hoursOf(lang, held.minutes / held.times))}</dd>
          </div>
          <div>
            <dt>{t.heldAll}</dt>
            <dd>{officeHours(hoursOf(lang, held.minutes))}</dd>
          </div>
          <div>
            <dt>{t.letGo}</dt>
            <dd>
              <CaseLink filters={{ ...counted, measure: 'let-go' }}>
                {t.heldTimes(count(lang, held.times))}
              </CaseLink>
            </dd>
          </div>
        </dl>
      </Card>
      <Card title={t.card}>
        <Indicators indicators={indicators} filters={counted} />
      </Card>
    </div>
  );
}
