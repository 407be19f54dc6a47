import type { AppealEvent } from '@suban/domain/events.ts';

/** What a citizen is told of, by the template's name. Whatever else happens they can see on the tracking page. */
export type Template =
  | 'filed'
  | 'answered-at-once'
  | 'referred'
  | 'dispatched'
  | 'please-rate'
  | 'rework'
  | 'followed-up'
  | 'extended'
  | 'put-on-ledger'
  | 'resumed'
  | 'terminated'
  | 'merged'
  | 'split'
  | 'answer-shared'
  | 'promise-due'
  | 'promise-kept'
  | 'promise-not-kept'
  | 'reopened'
  | 'closed-reasoned'
  | 'closed-unrated'
  | FollowerTemplate;

/** What those who follow another's appeal are told of its progress. Its answer comes to them as their own. */
export type FollowerTemplate =
  | 'master-dispatched'
  | 'master-extended'
  | 'master-on-ledger'
  | 'master-resumed';

/** `due`: the date the message names, in ms. */
export type Hears<T extends Template = Template> = { readonly template: T; readonly due: number | null };

const plain = (template: Template): Hears => ({ template, due: null });

/** What a citizen hears of an event of their own appeal. */
export function citizenHears(event: AppealEvent): Hears | null {
  switch (event.type) {
    case 'filed':
      return event.data.channel === 'import' ? null : plain('filed');
    case 'dispatched':
      if (event.data.cause === 'rework') return plain('rework');
      return event.data.order === 1 ? plain('dispatched') : null;
    case 'answer-approved':
      return plain('please-rate');
    case 'follow-up-opened':
      return plain('followed-up');
    case 'extended':
    case 'resumed':
      return { template: event.type, due: event.data.finishDue };
    case 'put-on-ledger':
      return { template: event.type, due: event.data.reviewAt };
    case 'promise-reported':
      return plain(event.data.kept ? 'promise-kept' : 'promise-not-kept');
    case 'closed':
      return event.data.how === 'rated' ? null : plain(`closed-${event.data.how}`);
    case 'answered-at-once':
    case 'referred':
    case 'terminated':
    case 'merged':
    case 'split':
    case 'answer-shared':
    case 'promise-due':
    case 'reopened':
      return plain(event.type);
    default:
      return null;
  }
}

/** What those hear who follow the appeal that this happens to (并单). */
export function followersHear(event: AppealEvent): Hears<FollowerTemplate> | null {
  switch (event.type) {
    case 'dispatched':
      return event.data.order === 1 ? { template: 'master-dispatched', due: null } : null;
    case 'extended':
      return { template: 'master-extended', due: event.data.finishDue };
    case 'put-on-ledger':
      return { template: 'master-on-ledger', due: event.data.reviewAt };
    case 'resumed':
      return { template: 'master-resumed', due: event.data.finishDue };
    default:
      return null;
  }
}
