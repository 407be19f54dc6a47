import { Alert, Button } from 'antd';
import { useLanguage, useText } from '../../i18n/language.ts';
import type { Language } from '../../i18n/language.ts';
import { ApiError } from '../api.ts';
import { staffWords } from './words.ts';

/** What went wrong, in the reader's language. */
export function problemText(lang: Language, error: unknown): string {
  if (!(error instanceof ApiError)) return String(error);
  const { message, messageEn, fields } = error.problem;
  const said = lang === 'zh' ? message : messageEn;
  const which = fields?.map((field) => `${field.path}: ${field.message}`).join('; ');
  return which ? `${said} (${which})` : said;
}

/** A refusal beside the form or list it belongs to, read out at once; with a retry where there is something to try. */
export function ProblemAlert({ error, retry }: { error: unknown; retry?: (() => void) | undefined }) {
  const lang = useLanguage();
  const text = useText(staffWords);
  if (!error) return null;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={problemText(lang, error)}
      action={
        retry && (
          <Button size="small" onClick={retry}>
            {text.retry}
          </Button>
        )
      }
    />
  );
}
