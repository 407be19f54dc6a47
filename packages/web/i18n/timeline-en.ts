import type { TimelineItem } from '@suban/domain/api.ts';
import { exclusionReasonWords } from '@suban/domain/words.ts';
import {
  type AboveWords,
  type CauseWords,
  type ClockWords,
  type ContactedWords,
  countOf,
  type HandlingWords,
  is,
  otherOf,
  said,
  type Told,
  type TimelineWords,
  type TogetherWords,
} from './timeline-told.ts';

const outcome: TimelineWords['outcome'] = {
  solved: 'solved',
  partly: 'partly solved',
  explained: 'explained',
  'cannot-now': 'cannot be done for now',
  'not-our-duty': 'not this unit’s duty',
};
const contacted: ContactedWords = {
  yes: '; the unit had been in touch',
  no: '; the unit had not been in touch',
  unsure: '; does not remember whether the unit was in touch',
};
const method: TimelineWords['method'] = { phone: 'by phone', visit: 'in person', message: 'by message' };
const referral: TimelineWords['referral'] = {
  emergency: 'This is an emergency and has been handed to 110, 119, 120 or 122',
  'legal-route': 'The law has its own route for this; how to take it is told below',
  'same-matter': 'This is the same matter as before; how it stands is told below',
  secrecy: 'This touches secrets or someone’s privacy; the reason is told below',
  'not-government': 'This is outside the government’s duty; whom to turn to is told below',
  unlawful: 'This is against the law or public morals; the reason is told below',
};
const application: TimelineWords['application'] = {
  extension: 'an extension',
  ledger: 'a place on the ledger',
  termination: 'termination',
  closure: 'closure with reasons',
};
const level: TimelineWords['level'] = { ordinary: 'ordinary', listed: 'publicly listed', summons: 'summons' };
const clock: ClockWords = {
  dispatch: 'dispatch',
  acknowledge: 'acknowledge',
  contact: 'contact the citizen',
  finish: 'finish',
  'co-handle': 'report to the lead',
};
const followUp: CauseWords = {
  'dissatisfied-twice': 'Unsatisfied twice: a formal follow-up opened by itself',
  supervisor: 'Supervision opened a formal follow-up',
  overdue: 'Not finished after being chased: a formal follow-up opened by itself',
  'promise-broken': 'The promised day passed: a formal follow-up opened by itself',
};
const circular: CauseWords = {
  'dissatisfied-twice': 'Unsatisfied twice: told to the whole city in a circular',
  supervisor: 'Supervision told the whole city in a circular',
  overdue: 'Not finished after the follow-up: told to the whole city in a circular',
  'promise-broken': 'A promise not kept: told to the whole city in a circular',
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const workingDays = (days: number): string => `${days} working day${days === 1 ? '' : 's'}`;
/** `, to be answered by …`, where the data has the time. */
const by = (told: Told) => (told.when('finishDue') ? `, to be answered by ${told.when('finishDue')}` : '');

const handling: HandlingWords = {
  applied: ({ unit, item, when }) => {
    const days = countOf(item, 'days');
    const review = when('reviewAt');
    const more = `${days > 0 ? ` of ${workingDays(days)}` : ''}${review ? ` until ${review}` : ''}`;
    return `${capital(unit)} asked for ${said(application, item, 'what') || 'leave'}${more}; a decision is due`;
  },
  'application-refused': ({ unit, item }) =>
    `${capital(unit)} refused ${said(application, item, 'what') || 'what was asked for'}; the work goes on`,
  extended: (told) => {
    const days = countOf(told.item, 'days');
    return `The limit was extended${days > 0 ? ` by ${workingDays(days)}` : ''}${by(told)}`;
  },
  'put-on-ledger': ({ when }) => {
    const review = when('reviewAt');
    return `Cannot be done yet: on the ledger${review ? `, to be looked at again on ${review}` : ''}; still counted as unsolved`;
  },
  resumed: (told) =>
    told.item.by === 'system'
      ? `The review date came: work goes on by itself${by(told)}`
      : `${capital(told.unit)} took the work up again${by(told)}`,
  terminated: ({ unit }) => `Ended unfinished, approved by ${unit}`,
  joined: ({ unit, when }) =>
    `${capital(unit)} was asked to help${when('due') ? ` and report by ${when('due')}` : ''}`,
  reported: ({ unit }) => `${capital(unit)} reported to the lead unit`,
  recused: () => 'A member of staff stepped back from this case',
  'promise-reported': ({ unit, item }) =>
    is(item, 'kept', true)
      ? `${capital(unit)} reports that what was promised is done`
      : `${capital(unit)} reports that what was promised is not done yet`,
  'promise-due': ({ named }) =>
    `The day promised by ${named || 'the unit'} has come; it has to report whether it is done`,
  'clocks-recomputed': (told) =>
    `The holidays were published and the limit reckoned anew${by(told)}${is(told.item, 'provisional', true) ? ' (provisional)' : ''}`,
};

const daysBefore = (item: TimelineItem): string => {
  const days = countOf(item, 'days');
  if (days === 0) return 'within a day of the answer';
  return `${days} day${days === 1 ? '' : 's'} after the answer`;
};

const together: TogetherWords = {
  merged: ({ you, item }) => {
    const master = item.data['master'];
    const into = typeof master === 'string' ? ` under ${master}` : '';
    const whose = you === 'you' ? 'your' : 'its';
    return `Handled together with the same matter told by others${into}; it keeps ${whose} number, and ${you} will be answered too`;
  },
  split: () => 'Handled on its own again',
  'answer-shared': ({ you, unit }) => `What was handled together is answered: ${unit} answered ${you}`,
  'followers-changed': ({ item }) =>
    is(item, 'by', -1) ? 'One fewer follows this case' : 'One more of the same matter follows this case',
  'repeat-noted': ({ item }) =>
    `A repeat: the same matter as ${otherOf(item)}, which was answered ${daysBefore(item)}`,
  recurred: ({ item }) => `Reported again ${daysBefore(item)}: ${otherOf(item)}`,
  'arbitration-called': () => 'Nobody took it in time: to arbitration by itself',
  'backstop-named': ({ unit }) => `${capital(unit)} acts first while it is decided whose duty it is`,
};

const above: AboveWords = {
  'light-raised': ({ named, item, when }) => {
    const what = said(clock, item, 'clock');
    const limit = `The time ${named ? `for ${named} ` : ''}${what ? `to ${what} ` : ''}`;
    const due = when('due') ? ` (${when('due')})` : '';
    return is(item, 'light', 'red')
      ? `${limit}is over${due}: red light`
      : `${limit}is nearly over${due}: yellow light`;
  },
  chased: ({ named, item }) => {
    const what = said(clock, item, 'clock');
    return `Overdue${what ? ` (${what})` : ''}: ${named || 'the unit'} was chased by the system, copied to its leader`;
  },
  'follow-up-opened': ({ item }) => {
    const why = said(followUp, item, 'cause') || 'A formal follow-up was opened';
    return is(item, 'level', 'listed') || is(item, 'level', 'summons')
      ? `${why}: ${said(level, item, 'level')}`
      : why;
  },
  'follow-up-closed': () => 'The formal follow-up was closed',
  'circular-issued': ({ item }) => said(circular, item, 'cause') || 'Told to the whole city in a circular',
  'exclusion-asked': ({ unit, item }) =>
    `${capital(unit)} asked that it be excluded: ${said(exclusionReasonWords.en, item, 'reason')}`,
  'exclusion-granted': ({ unit, item }) =>
    `Excluded from the indicators of ${unit}: ${said(exclusionReasonWords.en, item, 'reason')}`,
  'exclusion-refused': ({ unit }) => `Exclusion refused: it counts among the indicators of ${unit}`,
  'exclusion-revoked': ({ unit }) => `Exclusion taken back: it counts among the indicators of ${unit} again`,
  'call-back-planned': ({ item }) =>
    is(item, 'cause', 'sample')
      ? 'Chosen at random for a call-back by somebody apart from the unit'
      : 'Not rated yet: a call-back is planned',
  checked: ({ you, item }) => {
    if (!is(item, 'reached', true)) return `Called back to check; ${you} could not be reached`;
    const contact = said(contacted, item, 'contacted');
    if (is(item, 'solved', true)) return `Called back to check: ${you} said it is solved${contact}`;
    return is(item, 'solved', false)
      ? `Called back to check: ${you} said it is not solved${contact}`
      : `Called back to check: ${you} could be reached${contact}`;
  },
};

export const timelineEn: TimelineWords = {
  citizen: 'the citizen',
  reader: 'you',
  someUnit: 'the dispatch centre',
  referral,
  outcome,
  method,
  application,
  level,
  text: {
    body: 'Text',
    title: 'Title',
    address: 'Address',
    reason: 'Explanation',
    'referred.reason': 'Reason',
    route: 'Route',
    note: 'Note',
    answer: 'Answer',
    legalBasis: 'Legal basis',
    site: 'Place',
    findings: 'Review findings',
    report: 'Report',
  },
  sentence: {
    ...handling,
    ...together,
    ...above,
    filed: ({ you, item }) =>
      is(item, 'channel', 'hotline')
        ? `${capital(you)} called the 12345 hotline and we took it down`
        : `${capital(you)} told us, and we have it`,
    supplemented: ({ you }) => `${capital(you)} added to it`,
    withdrawn: ({ you }) => `${capital(you)} withdrew the request`,
    urged: ({ you, unit, item }) =>
      item.by === 'citizen'
        ? `${capital(you)} urged it on; the unit can see that`
        : `${capital(unit)} urged it on`,
    concealed: ({ you }) =>
      `${capital(you)} asked for confidentiality: only those who must know see who it is`,
    contested: ({ you }) => `${capital(you)} contested the outcome; the dispatch centre takes it up again`,
    classified: () => 'Placed under its matter',
    'answered-at-once': ({ you, unit }) => `${capital(unit)} answered ${you} at once`,
    referred: ({ item }) => said(referral, item, 'reason') || 'The route to take is told below',
    'passed-to-centre': ({ unit }) => `Passed to ${unit}, which picks the unit`,
    dispatched: ({ unit, item }) => {
      if (is(item, 'cause', 'rework')) return `Back to ${unit} to be done again`;
      return is(item, 'cause', 'designation')
        ? `${capital(unit)} is named to see it through; it cannot send it back`
        : `Given to ${unit}`;
    },
    acknowledged: ({ unit }) => `${capital(unit)} took it on`,
    'send-back-asked': ({ unit, item }) =>
      `${capital(unit)} says it is not its duty${is(item, 'arbitration', true) ? '; the second time, so it goes to arbitration' : ' and asks to send it back'}`,
    'send-back-upheld': () => 'Rightly sent back; it goes to the right unit now',
    'send-back-refused': () => 'Not rightly sent back; the unit keeps it',
    arbitrated: ({ unit }) => `Decided: ${unit} is responsible`,
    contacted: ({ you, unit, item }) => {
      const how = said(method, item, 'method');
      return is(item, 'reached', true)
        ? `${capital(unit)} reached ${you} ${how}`
        : `${capital(unit)} tried to reach ${you} ${how}, without success`;
    },
    'sub-assigned': ({ unit }) => `${capital(unit)} was asked to do it`,
    answered: ({ unit, item }) =>
      `${capital(unit)} answered: ${said(outcome, item, 'outcome') || 'see below'}`,
    'answer-approved': ({ you, unit, item }) => {
      const how = said(outcome, item, 'outcome');
      return how ? `${capital(unit)} answered ${you}: ${how}` : 'The answer passed review';
    },
    'answer-returned': () => 'The answer did not pass review and was returned',
    evaluated: ({ you, item }) => {
      const solved = is(item, 'solved', true) ? 'solved' : 'not solved';
      const unhappy = is(item, 'unhappy', true) && is(item, 'solved', true) ? ', but not satisfied' : '';
      const how = is(item, 'via', 'call-back') ? 'said when called back' : 'rated it';
      return `${capital(you)} ${how}: ${solved}${unhappy}${said(contacted, item, 'contacted')}`;
    },
    reopened: () => 'Opened again, to be dispatched anew',
    closed: ({ item }) => {
      if (is(item, 'how', 'reasoned')) return 'Nothing new after the follow-up: closed with reasons';
      if (is(item, 'how', 'unrated')) return 'Never rated: ended in time, not counted as a good rating';
      return is(item, 'solved', false) ? 'Ended' : 'Done';
    },
  },
};
