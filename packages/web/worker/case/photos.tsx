import '../pick/photos.css';
import type { ShownFile } from '@suban/domain/api-files.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { isRecording, Recordings } from '../../ui/plain/recording.tsx';
import { dateTime } from '../../ui/time.ts';
import { metresBetween, metresText, type Point } from '../field/position.ts';
import { caseWords } from './words.ts';

const roles = ['given', 'before', 'after'] as const;

type Props = { number: string; photos: readonly ShownFile[]; place?: Point | undefined };

/**
 * What was photographed, said and filmed at one event, before and after side by side; each photo opens large in a new tab.
 * @param place what the case is about, from which it is told how far away a photo was taken
 */
export function ItemPhotos({ number, photos, place }: Props) {
  const text = useText(caseWords);
  const at = (id: string) => `/api/desk/cases/${encodeURIComponent(number)}/photos/${id}`;
  return (
    <>
      <div className="desk-figures">
        {roles.map((role) => {
          const own = photos.filter((photo) => photo.role === role && !isRecording(photo));
          if (own.length === 0) return null;
          return (
            <figure key={role} className="desk-figure">
              <figcaption>{text.role[role]}</figcaption>
              <ul>
                {own.map((photo, index) => (
                  <li key={photo.id}>
                    <a href={at(photo.id)} target="_blank" rel="noreferrer">
                      <img src={at(photo.id)} alt={text.photo(text.role[role], index + 1)} loading="lazy" />
                    </a>
                    <Taken photo={photo} place={place} />
                  </li>
                ))}
              </ul>
            </figure>
          );
        })}
      </div>
      <Recordings files={photos} at={at} />
    </>
  );
}

/** When and how far from the place it was taken, as the phone said. */
function Taken({ photo: { takenAt, lat, long }, place }: { photo: ShownFile; place: Point | undefined }) {
  const lang = useLanguage();
  const text = useText(caseWords);
  if (takenAt === undefined) return null;
  const far = place && lat !== undefined && long !== undefined ? metresBetween({ lat, long }, place) : null;
  return (
    <small>
      {text.taken(dateTime(lang, takenAt))}
      {far !== null && <span> · {text.takenFrom(metresText(far))}</span>}
    </small>
  );
}
