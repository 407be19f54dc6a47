import type { Track } from '@suban/domain/api.ts';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { dateTime } from '../../ui/time.ts';
import { words } from './words.ts';

/** What the citizen said, as it was filed. */
export function Yours({ track }: { track: Track }) {
  const t = useText(words);
  const { kind } = useText(terms);
  const lang = useLanguage();
  return (
    <section className="card yours">
      <h2>{t.yours}</h2>
      <p className="said">{track.body}</p>
      <dl className="facts">
        <dt>{t.filedAt}</dt>
        <dd>{dateTime(lang, track.filedAt)}</dd>
        <dt>{t.kind}</dt>
        <dd>{kind[track.kind]}</dd>
        {track.matter && (
          <>
            <dt>{t.matter}</dt>
            <dd>{nameIn(lang, track.matter)}</dd>
          </>
        )}
        {track.address && (
          <>
            <dt>{t.place}</dt>
            <dd>{track.address}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
