import '../pick/photos.css';
import type { TimelineItem } from '@suban/domain/api.ts';
import { useText } from '../../i18n/language.ts';
import { caseWords } from './words.ts';

const roles = ['given', 'before', 'after'] as const;

/** The photos of one event, before and after apart; each opens large in a new tab. */
export function ItemPhotos({ number, photos }: { number: string; photos: TimelineItem['photos'] }) {
  const text = useText(caseWords);
  return roles.map((role) => {
    const own = photos.filter((photo) => photo.role === role);
    if (own.length === 0) return null;
    return (
      <figure key={role} className="desk-figure">
        <figcaption>{text.role[role]}</figcaption>
        <ul>
          {own.map((photo, index) => {
            const url = `/api/desk/cases/${encodeURIComponent(number)}/photos/${photo.id}`;
            return (
              <li key={photo.id}>
                <a href={url} target="_blank" rel="noreferrer">
                  <img src={url} alt={text.photo(text.role[role], index + 1)} loading="lazy" />
                </a>
              </li>
            );
          })}
        </ul>
      </figure>
    );
  });
}
