import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { dateTime } from '../../ui/time.ts';
import { Card } from '../kit/card.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { calendarWords } from './calendar-words.ts';
import { uploadsQuery } from './queries.ts';
import { asText } from './upload-year.tsx';

type Props = { readonly year: number; readonly onRestore: (text: string) => void };

/** Who uploaded a year when and why, and the way back: an earlier upload fills the form, to be published as a new one. */
export function YearUploads({ year, onRestore }: Props) {
  const lang = useLanguage();
  const t = useText(calendarWords);
  const { message } = App.useApp();
  const query = useQuery(uploadsQuery(year));
  return (
    <Card title={t.history}>
      <Loaded query={query} rows={3}>
        {({ items }) => (
          <ol className="cal-uploads">
            {items.map(({ version, madeAt, by, why, days }, index) => (
              <li key={version}>
                <span>
                  {by ? t.uploaded(nameIn(lang, by), dateTime(lang, madeAt), 1) : t.beginning}
                  {why !== '' && <small className="m-soft">{why}</small>}
                </span>
                {index === 0 ? (
                  <span className="m-tag is-green">{t.now}</span>
                ) : (
                  <Button
                    size="small"
                    aria-label={t.restoreName(items.length - index)}
                    onClick={() => {
                      onRestore(asText({ days }));
                      message.info(t.restored);
                    }}
                  >
                    {t.restore}
                  </Button>
                )}
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </Card>
  );
}
