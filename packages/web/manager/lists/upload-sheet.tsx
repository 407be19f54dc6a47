import type { SheetPreview } from '@suban/domain/api-reference.ts';
import type { SheetFault } from '@suban/domain/reference/matter-sheet.ts';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Radio } from 'antd';
import { useId, useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { ApiError, postFile } from '../../ui/api.ts';
import { Card } from '../kit/card.tsx';
import { pageWords } from './page-words.ts';
import { Publish } from './publish.tsx';
import { Refusal } from './refusal.tsx';
import { sheetWords } from './sheet-words.ts';

/** The catalogue as a file: down as it is, up to be looked at and then published. */
export function UploadSheet() {
  const t = useText(pageWords);
  const [file, setFile] = useState<File | null>(null);
  const [whole, setWhole] = useState(false);
  const look = useMutation({
    mutationFn: (chosen: File) =>
      postFile<SheetPreview>(`/api/manage/catalogue?whole=${whole ? 'yes' : 'no'}`, chosen),
  });
  const id = useId();
  const { data } = look;
  const preview = data?.preview;
  return (
    <Card title={t.upload}>
      <p className="set-hint">
        {t.download}{' '}
        {(['csv', 'xlsx'] as const).map((format) => (
          <a key={format} className="m-link lst-format" href={`/api/manage/catalogue.${format}`} download>
            {format.toUpperCase()}
          </a>
        ))}
      </p>
      <p className="m-soft set-hint">{t.uploadHint}</p>
      {data && preview ? (
        <Publish
          list="matter"
          look={() => Promise.resolve(preview)}
          path="/api/manage/matters"
          body={{ edits: data.edits }}
          onBack={() => look.reset()}
          onDone={() => {
            look.reset();
            setFile(null);
          }}
        />
      ) : (
        <>
          <div className="cal-source">
            <label htmlFor={`${id}-file`}>{t.file}</label>
            <input
              id={`${id}-file`}
              type="file"
              accept=".csv,.xlsx,text/csv"
              onChange={(event) => {
                look.reset();
                setFile(event.target.files?.[0] ?? null);
              }}
            />
            <Radio.Group
              aria-label={t.scope}
              value={whole}
              onChange={(event) => setWhole(event.target.value === true)}
              options={[
                { value: false, label: t.part },
                { value: true, label: t.whole },
              ]}
            />
          </div>
          {data && (
            <Alert className="set-alert" type="info" showIcon role="status" title={t.sameAsNow(data.rows)} />
          )}
          <Faults error={look.error} />
          <Button disabled={file === null} loading={look.isPending} onClick={() => file && look.mutate(file)}>
            {t.look}
          </Button>
        </>
      )}
    </Card>
  );
}

const isCode = (words: Record<SheetFault['code'], string>, code: string): code is SheetFault['code'] =>
  code in words;

/** What is wrong with the file, row by row in the reader's words. */
function Faults({ error }: { readonly error: Error | null }) {
  const t = useText(pageWords);
  const words = useText(sheetWords);
  if (!(error instanceof ApiError) || error.code !== 'sheet-invalid')
    return <Refusal list="matter" error={error} />;
  return (
    <div className="cal-faults" role="alert">
      <ul>
        {(error.problem.fields ?? []).map(({ path, message: code }) => {
          const [, row = '', column] = path.split('.');
          return (
            <li key={`${path} ${code}`}>
              <strong>{t.row(row)}</strong> {column !== undefined && <code>{column}</code>}{' '}
              {isCode(words, code) ? words[code] : code}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
