import type { Report } from '@suban/domain/api-reports.ts';
import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { useLanguage, useText } from '../../i18n/language.ts';
import { CountLink } from '../kit/case-link.tsx';
import { Card } from '../kit/card.tsx';
import { Chart, type Ink } from '../kit/chart.tsx';
import { useGo } from '../kit/navigation.tsx';
import { count } from '../kit/numbers.ts';
import { Table } from '../kit/table.tsx';
import { reportWords } from './words.ts';

type Day = Report['days'][number];

/** Day by day, as a chart or in rows whose numbers lead to their cases. */
export function Days({ days }: { readonly days: readonly Day[] }) {
  const lang = useLanguage();
  const t = useText(reportWords);
  const go = useGo();
  const [asTable, setAsTable] = useState(false);
  const sum = (key: 'filed' | 'answered') =>
    count(
      lang,
      days.reduce((total, day) => total + day[key], 0),
    );
  const option = useCallback(
    (ink: Ink) => ({
      animation: false,
      grid: { left: 8, right: 8, top: 36, bottom: 4, outerBoundsMode: 'same' },
      legend: { top: 0, right: 0, textStyle: { color: ink('text-soft'), fontSize: 13 } },
      tooltip: { trigger: 'axis', appendTo: 'body' },
      xAxis: {
        type: 'category',
        data: days.map(({ day }) => day.slice(5)),
        axisLabel: { color: ink('text-soft') },
        axisLine: { lineStyle: { color: ink('line') } },
      },
      yAxis: {
        type: 'value',
        minInterval: 1,
        axisLabel: { color: ink('text-soft') },
        splitLine: { lineStyle: { color: ink('line') } },
      },
      series: [
        {
          type: 'bar',
          name: t.column.filed,
          data: days.map(({ filed }) => filed),
          itemStyle: { color: ink('brand') },
        },
        {
          type: 'line',
          name: t.column.answered,
          data: days.map(({ answered }) => answered),
          itemStyle: { color: ink('warm') },
        },
      ],
    }),
    [days, t],
  );
  const pick = (series: number, index: number) => {
    const picked = days[index];
    if (picked === undefined) return;
    const { from, to } = picked;
    go({ to: '/cases', search: { measure: series === 0 ? 'filed' : 'answered', from, to } });
  };
  const amount = (key: 'filed' | 'answered') => ({
    key,
    title: t.column[key],
    numeric: true,
    cell: (day: Day) => (
      <CountLink n={day[key]} filters={{ measure: key, from: day.from, to: day.to }} alarming={false} />
    ),
  });
  return (
    <Card
      title={t.days}
      extra={
        <Button size="small" onClick={() => setAsTable(!asTable)}>
          {asTable ? t.asChart : t.asTable}
        </Button>
      }
    >
      {asTable ? (
        <Table
          caption={t.days}
          rows={days}
          rowKey={({ day }) => day}
          columns={[
            { key: 'day', title: t.column.day, cell: ({ day }) => day },
            amount('filed'),
            amount('answered'),
          ]}
        />
      ) : (
        <Chart
          className="m-report-days"
          label={t.daysSay(sum('filed'), sum('answered'))}
          option={option}
          onPick={pick}
        />
      )}
    </Card>
  );
}
