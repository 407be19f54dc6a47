import type { CaseView } from '@suban/domain/api.ts';
import { Link } from '@tanstack/react-router';
import { useLanguage, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { dateTime } from '../../ui/time.ts';
import { caseWords } from './words.ts';

/** 并单: who follows this case, since when, by what channel, and whether they have rated. */
export function Followers({ view }: { view: CaseView }) {
  const lang = useLanguage();
  const text = useText(caseWords);
  const term = useText(terms);
  const { followedBy, followers } = view;
  if (followedBy.length === 0) return null;
  const more = followers - followedBy.length;
  return (
    <section aria-labelledby="followers-title" className="desk-co-handlers">
      <h2 id="followers-title">{text.followersTitle}</h2>
      <ul>
        {followedBy.map(({ number, since, channel, state, rated }) => (
          <li key={number}>
            <Link to="/cases/$number" params={{ number }} className="desk-link">
              {number}
            </Link>
            <span>{term.channel[channel]}</span>
            <span className="staff-soft">{text.followsSince(dateTime(lang, since))}</span>
            <span className="staff-soft">{rated ? text.ratedYes : term.state[state]}</span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="staff-soft">{text.moreFollowers(more)}</p>}
    </section>
  );
}
