import type { Today } from '@suban/domain/api-figures.ts';
import { useCallback } from 'react';
import { type Language, useLanguage, useText } from '../../i18n/language.ts';
import { timeOfDay } from '../../ui/time.ts';
import { Chart, type Ink } from './chart.tsx';
import { useGo } from './navigation.tsx';
import { figureWords } from './words.ts';

type Hour = Today['byHour'][number];
type Props = {
  readonly hours: readonly Hour[];
  readonly className: string;
  /** In CSS pixels; a wall is read from afar. */
  readonly fontSize: number;
};

const hourMs = 3_600_000;

/** The day's 24 hours from its first one on: the axis stands still while the day fills. */
function wholeDay(lang: Language, hours: readonly Hour[]): string[] {
  const start = Date.parse(hours[0]?.hour ?? '');
  return Number.isNaN(start)
    ? []
    : Array.from({ length: 24 }, (_, index) =>
        timeOfDay(lang, new Date(start + index * hourMs).toISOString()),
      );
}

/** Filed against closed, hour by hour. */
export function HourChart({ hours, className, fontSize }: Props) {
  const lang = useLanguage();
  const t = useText(figureWords);
  const go = useGo();
  const option = useCallback(
    (ink: Ink) => {
      const text = { color: ink('text-soft'), fontSize, fontFamily: ink('font') };
      return {
        animationDuration: 300,
        grid: {
          left: 8,
          right: 8,
          top: fontSize * 3,
          bottom: 4,
          outerBoundsMode: 'same',
          outerBoundsContain: 'axisLabel',
        },
        legend: { right: 0, top: 0, textStyle: text, itemGap: 20, itemHeight: fontSize * 0.8 },
        tooltip: {
          trigger: 'axis',
          confine: true,
          backgroundColor: ink('surface'),
          borderColor: ink('line'),
          textStyle: { color: ink('text'), fontSize, fontFamily: ink('font') },
        },
        xAxis: {
          type: 'category',
          data: wholeDay(lang, hours),
          axisLabel: text,
          axisLine: { lineStyle: { color: ink('line') } },
          axisTick: { show: false },
        },
        yAxis: {
          type: 'value',
          minInterval: 1,
          axisLabel: text,
          splitLine: { lineStyle: { color: ink('line'), type: 'dashed' } },
        },
        series: [
          {
            name: t.filed,
            type: 'bar',
            data: hours.map(({ filed }) => filed),
            barMaxWidth: 26,
            itemStyle: { color: ink('brand'), borderRadius: [4, 4, 0, 0] },
          },
          {
            name: t.closed,
            type: 'line',
            data: hours.map(({ closed }) => closed),
            symbol: 'circle',
            symbolSize: fontSize * 0.6,
            lineStyle: { width: fontSize / 5, color: ink('green') },
            itemStyle: { color: ink('green') },
          },
        ],
      };
    },
    [hours, lang, t, fontSize],
  );
  const pick = (series: number, index: number) => {
    const from = hours[index]?.hour;
    if (from === undefined) return;
    const to = new Date(Date.parse(from) + hourMs).toISOString();
    go({ to: '/cases', search: { measure: series === 0 ? 'filed' : 'answered', from, to } });
  };
  return <Chart className={className} label={t.hourChart(hours)} option={option} onPick={pick} />;
}
