import type { SuggestionFigures } from '@suban/domain/api-suggestions.ts';
import { useCallback } from 'react';
import { useText } from '../../i18n/language.ts';
import { Chart, type Ink } from '../kit/chart.tsx';
import { suggestionWords } from './words.ts';

type Props = { readonly weeks: SuggestionFigures['weeks']; readonly label: string };

const fontSize = 13;
const inPercent = (share: number | null) => (share === null ? null : Math.round(share * 1000) / 10);

/** How many were right and how many were shown, week by week; a week without a judged suggestion has no point. */
export function WeekChart({ weeks, label }: Props) {
  const t = useText(suggestionWords);
  const option = useCallback(
    (ink: Ink) => {
      const text = { color: ink('text-soft'), fontSize, fontFamily: ink('font') };
      const line = (name: string, colour: string, data: (number | null)[]) => ({
        name,
        type: 'line',
        data,
        symbol: 'circle',
        symbolSize: 8,
        connectNulls: false,
        lineStyle: { width: 3, color: ink(colour) },
        itemStyle: { color: ink(colour) },
        cursor: 'default',
      });
      return {
        animationDuration: 300,
        grid: {
          left: 8,
          right: 12,
          top: 40,
          bottom: 4,
          outerBoundsMode: 'same',
          outerBoundsContain: 'axisLabel',
        },
        legend: { right: 0, top: 0, textStyle: text, itemGap: 20 },
        tooltip: {
          trigger: 'axis',
          confine: true,
          backgroundColor: ink('surface'),
          borderColor: ink('line'),
          textStyle: { color: ink('text'), fontSize, fontFamily: ink('font') },
        },
        xAxis: {
          type: 'category',
          data: weeks.map(({ week }) => week.slice(5)),
          axisLabel: text,
          axisLine: { lineStyle: { color: ink('line') } },
          axisTick: { show: false },
        },
        yAxis: {
          type: 'value',
          min: 0,
          max: 100,
          axisLabel: { ...text, formatter: '{value}%' },
          splitLine: { lineStyle: { color: ink('line'), type: 'dashed' } },
        },
        series: [
          line(
            t.success,
            'brand',
            weeks.map(({ success }) => inPercent(success.value)),
          ),
          line(
            t.coverage,
            'green',
            weeks.map(({ coverage }) => inPercent(coverage.value)),
          ),
        ],
      };
    },
    [weeks, t],
  );
  return <Chart className="sug-chart" label={label} option={option} />;
}
