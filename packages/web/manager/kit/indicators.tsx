import type { IndicatorName, Rate, Today } from '@suban/domain/api-figures.ts';
import { indicators as formulas } from '@suban/domain/indicators/rates.ts';
import { Button, Popover } from 'antd';
import { useId } from 'react';
import { useLanguage, useText } from '../../i18n/language.ts';
import type { CaseFilters } from '../cases/filters.ts';
import { groupWords, indicatorGroups, indicatorWords } from '@suban/domain/indicators/words.ts';
import { percent } from './numbers.ts';
import { RangeBar, RateParts } from './rate.tsx';
import { figureWords } from './words.ts';

type Props = {
  readonly indicators: Today['indicators'];
  /** What and when they are of: the list of cases behind each number is narrowed to it. */
  readonly filters: CaseFilters;
  /** What is said beside an indicator: how it was before. */
  readonly beside?: (name: IndicatorName) => string;
};

/** Every indicator with its parts, its interval and how it is reckoned. */
export function Indicators({ indicators, filters, beside }: Props) {
  const groups = useText(groupWords);
  return (Object.keys(indicatorGroups) as (keyof typeof indicatorGroups)[]).map((group) => (
    <section key={group} className="m-indicator-group">
      <h3>{groups[group]}</h3>
      <ul className="m-indicators">
        {indicatorGroups[group].map((name) => (
          <Indicator
            key={name}
            name={name}
            rate={indicators[name]}
            filters={filters}
            beside={beside?.(name)}
          />
        ))}
      </ul>
    </section>
  ));
}

type OneProps = {
  readonly name: IndicatorName;
  readonly rate: Rate;
  readonly filters: CaseFilters;
  readonly beside: string | undefined;
};

function Indicator({ name, rate, filters, beside }: OneProps) {
  const lang = useLanguage();
  const t = useText(figureWords);
  const words = useText(indicatorWords)[name];
  const id = useId();
  const { value, low, high } = rate;
  const known = value !== null && low !== null && high !== null;
  return (
    <li className="m-indicator">
      <h4>
        {words.name}
        <Popover
          placement="topLeft"
          trigger={['hover', 'focus', 'click']}
          getPopupContainer={(button) => button.closest('li') ?? document.body}
          content={<span className="m-formula">{words.formula}</span>}
          title={words.name}
        >
          <Button
            type="text"
            shape="circle"
            size="small"
            className="m-how"
            aria-label={t.howReckoned(words.name)}
            aria-describedby={id}
          >
            ?
          </Button>
        </Popover>
        <span id={id} className="staff-hidden">
          {words.formula}
        </span>
      </h4>
      <p className="m-indicator-value">
        <strong>{known ? percent(lang, value) : '—'}</strong>
        <span className="m-soft">
          {known ? t.interval(percent(lang, low), percent(lang, high)) : t.noBase}
        </span>
      </p>
      <RangeBar rate={rate} />
      <p className="m-indicator-parts">
        <RateParts rate={rate} measures={formulas[name]} filters={filters} />
        {beside !== undefined && <span className="m-soft">{beside}</span>}
      </p>
    </li>
  );
}
