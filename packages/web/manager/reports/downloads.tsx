import { Button } from 'antd';
import { useState } from 'react';
import { useLanguage, useText } from '../../i18n/language.ts';
import { ApiError, download } from '../../ui/api.ts';
import { problemText } from '../../ui/staff/problem.tsx';
import { percent } from '../kit/numbers.ts';
import { reportWords } from './words.ts';

type Format = 'xlsx' | 'pdf';
type Props = {
  readonly id: string;
  /** The report’s name, for who hears a button without its row. */
  readonly named: string;
};
type State =
  | { readonly at: 'making'; readonly format: Format }
  | { readonly at: 'receiving'; readonly format: Format; readonly part: number }
  | { readonly at: 'ready' }
  | { readonly at: 'failed'; readonly why: string };

/** Both files of a report. A file is made when it is asked for, which takes some seconds: what is going on is told. */
export function Downloads({ id, named }: Props) {
  const lang = useLanguage();
  const t = useText(reportWords);
  const [state, setState] = useState<State | null>(null);
  const busy = state?.at === 'making' || state?.at === 'receiving';

  const fetchFile = async (format: Format) => {
    setState({ at: 'making', format });
    try {
      const file = await download(`/api/command/reports/${id}/${format}?lang=${lang}`, (part) =>
        setState({ at: 'receiving', format, part }),
      );
      save(file, `suban-${id}.${format}`);
      setState({ at: 'ready' });
    } catch (error) {
      setState({ at: 'failed', why: error instanceof ApiError ? problemText(lang, error) : t.failed });
    }
  };
  const says = () => {
    if (state === null) return '';
    if (state.at === 'making') return t.making;
    if (state.at === 'receiving') return t.receiving(percent(lang, state.part));
    return state.at === 'ready' ? t.ready : state.why;
  };
  return (
    <span className="m-downloads">
      {(['xlsx', 'pdf'] as const).map((format) => (
        <Button
          key={format}
          size="small"
          loading={busy && state.format === format}
          disabled={busy}
          aria-label={`${t.download[format]}：${named}`}
          onClick={() => {
            fetchFile(format).catch(reportError);
          }}
        >
          {t.download[format]}
        </Button>
      ))}
      <span role="status" className={state?.at === 'failed' ? 'm-downloads-says is-red' : 'm-downloads-says'}>
        {says()}
      </span>
    </span>
  );
}

/** Hands a file over to the browser, which keeps or opens it as its owner likes. */
function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has taken the file over by the next turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
