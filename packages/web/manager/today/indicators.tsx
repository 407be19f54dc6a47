import type { IndicatorName, Rate, Today } from '@suban/domain/api-figures.ts';
import { Button, Popover } from 'antd';
import { useLanguage, useText } from '../../i18n/language.ts';
import { count, percent } from '../kit/numbers.ts';
import { RangeBar } from '../kit/rate.tsx';
import { figureWords } from '../kit/words.ts';
import { indicatorWords, todayWords } from './words.ts';

const names = Object.keys(indicatorWords.zh) as IndicatorName[];

/** Every indicator of the last 30 days with its parts, its interval and how it is reckoned. */
export function Indicators({ indicators }: { readonly indicators: Today['indicators'] }) {
  const t = useText(todayWords);
  const lang = useLanguage();
  const { satisfied, rated } = indicators;
  // Satisfaction never stands without those who did not rate (RULEBOOK §8).
  const ofAll =
    rated.denominator > 0 ? t.ofAllClosed(percent(lang, satisfied.numerator / rated.denominator)) : null;
  return (
    <ul className="m-indicators">
      {names.map((name) => (
        <Indicator
          key={name}
          name={name}
          rate={indicators[name]}
          note={name === 'satisfied' ? ofAll : null}
        />
      ))}
    </ul>
  );
}

type Props = { readonly name: IndicatorName; readonly rate: Rate; readonly note: string | null };

function Indicator({ name, rate, note }: Props) {
  const lang = useLanguage();
  const t = useText(figureWords);
  const words = useText(indicatorWords)[name];
  const { value, low, high } = rate;
  const known = value !== null && low !== null && high !== null;
  return (
    <li className="m-indicator">
      <h3>
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
            aria-describedby={`formula-${name}`}
          >
            ?
          </Button>
        </Popover>
        <span id={`formula-${name}`} className="staff-hidden">
          {words.formula}
        </span>
      </h3>
      <p className="m-indicator-value">
        <strong>{known ? percent(lang, value) : '—'}</strong>
        <span className="m-soft">
          {known ? t.interval(percent(lang, low), percent(lang, high)) : t.noBase}
        </span>
      </p>
      <RangeBar rate={rate} />
      <p className="m-indicator-parts">
        <span>{`${count(lang, rate.numerator)} ÷ ${count(lang, rate.denominator)}`}</span>
        {note && <span className="m-soft">{note}</span>}
      </p>
    </li>
  );
}
