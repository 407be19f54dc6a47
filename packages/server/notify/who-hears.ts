import type { AppealEvent } from '@suban/domain/events.ts';

/** What a citizen is told of, by the template's name. Whatever else happens they can see on the tracking page. */
export type Template =
  | 'filed'
  | 'answered-at-once'
  | 'referred'
  | 'dispatched'
  | 'please-rate'
  | 'rework'
  | 'followed-up';

export function citizenHears(event: AppealEvent): Template | null {
  switch (event.type) {
    case 'filed':
      return event.data.channel === 'import' ? null : 'filed';
    case 'dispatched':
      return event.data.cause === 'rework' ? 'rework' : event.data.order === 1 ? 'dispatched' : null;
    case 'answer-approved':
      return 'please-rate';
    case 'answered-at-once':
    case 'referred':
      return event.type;
    case 'follow-up-opened':
      return 'followed-up';
    default:
      return null;
  }
}
