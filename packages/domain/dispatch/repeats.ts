import type { Appeal } from '../appeal.ts';
import { day } from '../calendar/calendar.ts';
import type { Context } from '../context.ts';
import type { AppealEvent } from '../events.ts';

/** When it was last answered, in ms; null while it is not, or where nobody did anything about it. */
function answeredAt({ state, beside }: Appeal): number | null {
  switch (state) {
    case 'answered-at-once':
    case 'awaiting-rating':
    case 'closed':
      return beside.answeredAt ?? beside.since;
    default:
      return null;
  }
}

/** Neither case tells those who read it of a confidential one, or of a complaint about a unit that may be their own. */
const mayBeNamed = ({ confidential, accused }: Appeal): boolean => !confidential && accused === null;

/** Whole days from the answer of the one to the filing of the other; null where that is none of the city's spans. */
function daysBetween(earlier: Appeal, later: Appeal, { settings }: Context): number | null {
  const answered = answeredAt(earlier);
  if (answered === null || later.filedAt <= answered || !mayBeNamed(earlier) || !mayBeNamed(later))
    return null;
  const days = Math.floor((later.filedAt - answered) / day);
  return days < settings.sameEvent.repeatDays ? days : null;
}

/** 重复诉求: the same event was answered not long before. */
export function noteRepeat(appeal: Appeal, context: Context): AppealEvent[] {
  const earlier = context.master;
  const days = earlier && daysBetween(earlier, appeal, context);
  if (!earlier || days === null) return [];
  const { cohort, id: of } = earlier.key;
  const soon = days < context.settings.sameEvent.soonDays;
  return [
    {
      type: 'repeat-noted',
      data: { cohort, of, ofFiledAt: earlier.filedAt, days, soon, filedAt: appeal.filedAt },
    },
  ];
}

/** What was answered comes again: its unit sees that it was not the end of it. */
export function noteRecurred(appeal: Appeal, context: Context): AppealEvent[] {
  const later = context.master;
  const days = later && daysBetween(appeal, later, context);
  if (!later || days === null) return [];
  const { cohort, id: by } = later.key;
  return [{ type: 'recurred', data: { cohort, by, byFiledAt: later.filedAt, days } }];
}
