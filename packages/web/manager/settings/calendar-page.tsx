import type { CalendarPage as Page, CalendarPreview, CalendarYearRow } from '@suban/domain/api-settings.ts';
import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { dateTime } from '../../ui/time.ts';
import { Card } from '../kit/card.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { calendarWords } from './calendar-words.ts';
import { calendarQuery } from './queries.ts';
import { UploadYear } from './upload-year.tsx';
import { YearUploads } from './year-uploads.tsx';
import { YearGrid } from './year-grid.tsx';
import { YearSummary } from './year-summary.tsx';

/** The city's working days, year by year, and the way to publish one. */
export function CalendarPage() {
  const query = useQuery(calendarQuery);
  return (
    <Loaded query={query} rows={12}>
      {(page) => <Years page={page} />}
    </Loaded>
  );
}

function Years({ page }: { readonly page: Page }) {
  const t = useText(calendarWords);
  const thisYear = Number(page.today.slice(0, 4));
  const wanted = page.missing.at(-1);
  const [year, setYear] = useState(wanted ?? thisYear);
  const [preview, setPreview] = useState<CalendarPreview | null>(null);
  const [begin, setBegin] = useState('');
  const row = page.years.find((each) => each.year === year);
  const choose = (next: number) => {
    setYear(next);
    setPreview(null);
    setBegin('');
  };
  const restore = (text: string) => {
    setPreview(null);
    setBegin(text);
  };
  return (
    <div className="cal-page">
      <div className="cal-main">
        <Segmented<number>
          aria-label={t.years}
          value={year}
          options={page.years.map((each) => ({ value: each.year, label: String(each.year) }))}
          onChange={choose}
        />
        {preview ? <PreviewCard preview={preview} /> : row && <YearCard row={row} />}
        {row?.published && <YearUploads year={year} onRestore={restore} />}
      </div>
      {row && (
        <UploadYear
          key={`${year} ${begin}`}
          row={row}
          begin={begin}
          preview={preview}
          onPreview={setPreview}
          onSaved={() => restore('')}
        />
      )}
    </div>
  );
}

function YearCard({ row }: { readonly row: CalendarYearRow }) {
  const lang = useLanguage();
  const t = useText(calendarWords);
  const { year, published, days, by, madeAt, uploads, why } = row;
  const origin = by && madeAt ? t.uploaded(nameIn(lang, by), dateTime(lang, madeAt), uploads) : t.beginning;
  return (
    <Card
      title={String(year)}
      extra={
        <span className={published ? 'm-tag is-green' : 'm-tag is-yellow'}>
          {published ? t.published : t.provisional}
        </span>
      }
    >
      <p className="m-soft set-hint">
        {published ? [origin, why].filter((part) => part !== '').join(' · ') : t.provisionalWhy}
      </p>
      <YearSummary days={days} />
      <YearGrid year={year} days={days} />
    </Card>
  );
}

function PreviewCard({ preview: { year, days, changes } }: { readonly preview: CalendarPreview }) {
  const t = useText(calendarWords);
  return (
    <Card title={changes.length === 0 ? t.noChange : t.previewOf(year, changes.length)}>
      <YearSummary days={days} />
      <YearGrid year={year} days={days} changed={new Set(changes.map(({ day }) => day))} />
    </Card>
  );
}
