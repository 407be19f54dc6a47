import type { CalendarPreview, CalendarYearRow } from '@suban/domain/api-settings.ts';
import type { YearFault } from '@suban/domain/calendar/year.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input } from 'antd';
import { useId, useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { ApiError, post } from '../../ui/api.ts';
import { ProblemAlert } from '../../ui/staff/problem.tsx';
import { Card } from '../kit/card.tsx';
import { calendarWords } from './calendar-words.ts';
import { usePostOnce } from './queries.ts';

type Props = {
  readonly row: CalendarYearRow;
  /** What the form begins with. */
  readonly begin: string;
  readonly preview: CalendarPreview | null;
  readonly onPreview: (preview: CalendarPreview | null) => void;
  readonly onSaved: () => void;
};

/** Days as a file. */
export const asText = ({ days }: Pick<CalendarYearRow, 'days'>): string =>
  ['date,kind,name', ...days.map(({ day, kind, name }) => `${day},${kind},${name}`)].join('\n');

/** A year from a file or typed: looked at first, then published. */
export function UploadYear({ row, begin, preview, onPreview, onSaved }: Props) {
  const { year } = row;
  const t = useText(calendarWords);
  const [text, setText] = useState(begin);
  const look = useMutation({
    mutationFn: () => post<CalendarPreview>('/api/calendar/preview', { year, text }),
    onSuccess: onPreview,
  });
  return (
    <Card title={`${t.upload} · ${year}`}>
      <p className="m-soft set-hint">{t.uploadHint}</p>
      {preview ? (
        <Publish year={year} text={text} preview={preview} onBack={() => onPreview(null)} onSaved={onSaved} />
      ) : (
        <>
          <Faults error={look.error} />
          <Source row={row} text={text} onChange={setText} />
          <Button
            type="primary"
            disabled={text.trim() === ''}
            loading={look.isPending}
            onClick={() => look.mutate()}
          >
            {t.preview}
          </Button>
        </>
      )}
    </Card>
  );
}

type SourceProps = {
  readonly row: CalendarYearRow;
  readonly text: string;
  readonly onChange: (text: string) => void;
};

function Source({ row, text, onChange }: SourceProps) {
  const t = useText(calendarWords);
  const [unreadable, setUnreadable] = useState(false);
  const id = useId();
  const read = (file: File | undefined) => {
    setUnreadable(false);
    file?.text().then(onChange, () => setUnreadable(true));
  };
  return (
    <div className="cal-source">
      <label htmlFor={`${id}-file`}>{t.file}</label>
      <input
        id={`${id}-file`}
        type="file"
        accept=".csv,.json,.txt,text/csv,application/json"
        onChange={(event) => read(event.target.files?.[0])}
      />
      {unreadable && <Alert type="error" showIcon role="alert" title={t.badFile} />}
      <div className="cal-text-head">
        <label htmlFor={`${id}-text`}>{t.text}</label>
        <Button size="small" onClick={() => onChange(asText(row))}>
          {row.published ? t.beginNow : t.template}
        </Button>
      </div>
      <Input.TextArea
        id={`${id}-text`}
        value={text}
        rows={12}
        spellCheck={false}
        placeholder={`date,kind,name\n${row.year}-01-01,holiday,元旦`}
        className="cal-text"
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

type PublishProps = {
  readonly year: number;
  readonly text: string;
  readonly preview: CalendarPreview;
  readonly onBack: () => void;
  readonly onSaved: () => void;
};

function Publish({ year, text, preview, onBack, onSaved }: PublishProps) {
  const t = useText(calendarWords);
  const client = useQueryClient();
  const { message } = App.useApp();
  const postOnce = usePostOnce<{ year: number }>('/api/calendar');
  const save = useMutation({
    mutationFn: ({ why }: { why: string }) => postOnce({ year, text, why }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['calendar'] });
      onSaved();
      message.success(t.saved(year));
    },
  });
  const missing = preview.missing.map(({ day, name }) => `${t.holiday(name)} ${t.dayOf(day)}`).join('、');
  return (
    <Form<{ why: string }> layout="vertical" requiredMark={false} onFinish={(fields) => save.mutate(fields)}>
      {missing !== '' && <Alert className="set-alert" type="warning" showIcon title={t.lacks(missing)} />}
      <Form.Item
        name="why"
        label={t.why}
        rules={[{ required: true, whitespace: true, message: t.whyMissing }]}
      >
        <Input maxLength={200} placeholder={t.whyHint} />
      </Form.Item>
      <div className="set-bar-actions">
        <Button onClick={onBack}>{t.back}</Button>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t.publish}
        </Button>
      </div>
      <Faults error={save.error} />
    </Form>
  );
}

const isCode = (words: Record<YearFault['code'], string>, code: string): code is YearFault['code'] =>
  code in words;

/** What is wrong with the file, line by line in the reader's words. */
function Faults({ error }: { readonly error: Error | null }) {
  const t = useText(calendarWords);
  if (!(error instanceof ApiError) || error.code !== 'calendar-invalid')
    return <ProblemAlert error={error} />;
  return (
    <div className="cal-faults" role="alert">
      <ul>
        {(error.problem.fields ?? []).map(({ path, message: code }) => {
          const line = path.split('.')[1];
          return (
            <li key={`${path} ${code}`}>
              <strong>{line === undefined ? t.whole : t.line(line)}</strong>{' '}
              {isCode(t.fault, code) ? t.fault[code] : code}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
