import { Link } from '@tanstack/react-router';
import { useText } from '../../i18n/language.ts';
import { unfinished } from './drafts.ts';
import { recordWords } from './words.ts';

/** Words of other calls that are not recorded yet: nothing is lost when the telephone rings again. */
export function Unfinished({ call }: { call: string | undefined }) {
  const text = useText(recordWords);
  const list = unfinished(call);
  if (list.length === 0) return null;
  return (
    <section aria-labelledby="unfinished-title">
      <h2 id="unfinished-title">{text.unfinished}</h2>
      <ul className="desk-unfinished">
        {list.map((each) => (
          <li key={each.call ?? ''}>
            <Link to="/record" search={each.call === undefined ? {} : { call: each.call }}>
              {[...each.text].slice(0, 40).join('')}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
