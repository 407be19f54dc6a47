import type { CaseView, TimelineItem } from '@suban/domain/api.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { slotWord, timelineWords } from '../../i18n/timeline.ts';
import { dateTime } from '../../ui/time.ts';
import { ItemPhotos } from './photos.tsx';
import { caseWords } from './words.ts';

/** Where the case is, if that is known to the point. */
export const placeOf = ({ lat, long }: Pick<CaseView, 'lat' | 'long'>) =>
  lat !== null && long !== null ? { lat, long } : undefined;

/** What was said at one event, with the promise and the photos that belong to it. */
export function ItemWords({ view, item }: { view: CaseView; item: TimelineItem }) {
  const lang = useLanguage();
  const text = useText(caseWords);
  const words = useText(timelineWords);
  const promisedAt = item.data['promisedAt'];
  return (
    <>
      {Object.entries(item.texts).map(([name, said]) => (
        <p key={name} className="desk-said">
          <b>{slotWord(words, item, name)}</b> {said}
        </p>
      ))}
      {typeof promisedAt === 'string' && (
        <p className="desk-said">{text.promised(dateTime(lang, promisedAt))}</p>
      )}
      <ItemPhotos number={view.number} photos={item.photos} place={placeOf(view)} />
    </>
  );
}
