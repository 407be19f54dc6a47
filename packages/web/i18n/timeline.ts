import type { TimelineItem } from '@suban/domain/api.ts';
import type { EventType } from '@suban/domain/events.ts';
import { dateTime } from '../ui/time.ts';
import { type Language, dictionary, nameIn } from './language.ts';
import { timelineEn } from './timeline-en.ts';
import type { TimelineWords } from './timeline-told.ts';
import { timelineZh } from './timeline-zh.ts';

/** Who reads the timeline: to the citizen it says “you”, to staff “the citizen”. */
export type Reader = 'citizen' | 'staff';

export const timelineWords = dictionary<TimelineWords>(timelineZh, timelineEn);

/** What the words beside an event are: why it was referred is not just any remark. */
export const slotWord = (words: TimelineWords, item: TimelineItem, slot: string): string =>
  words.text[`${item.what}.${slot}`] ?? words.text[slot] ?? slot;

/** One sentence for what happened; null for an event this release has no words for (a newer server). */
export function timelineSentence(lang: Language, item: TimelineItem, reader: Reader): string | null {
  const words = timelineWords[lang];
  if (!Object.hasOwn(words.sentence, item.what)) return null;
  const named = item.unit ? nameIn(lang, item.unit) : '';
  return words.sentence[item.what as EventType]({
    you: reader === 'citizen' ? words.reader : words.citizen,
    unit: named || words.someUnit,
    named,
    item,
    when: (key) => {
      const at = item.data[key];
      return typeof at === 'string' ? dateTime(lang, at) : '';
    },
  });
}
