import type { TimelineItem, UnitName } from '@suban/domain/api.ts';
import { citizenMayRead, hiddenFromCitizen, toldToFollowers } from '@suban/domain/visibility.ts';
import type { AppealEvent } from '@suban/domain/events.ts';
import type { Application } from '@suban/domain/handle/requests.ts';
import { type AppealKey, appealId, cohortOf } from '@suban/domain/ids.ts';
import { ruleOf } from '@suban/domain/rules/automatic.ts';
import type { UnitRef } from '@suban/domain/units.ts';
import type { Reference } from '../people/reference-store.ts';
import type { Opened } from './canonical.ts';
import type { FileFacts, Told } from './history-store.ts';
import { iso, matterName, unitName } from './names.ts';
import { numberOf } from './run-command.ts';

/** The facts of an event a timeline shows. An allow-list: what is not here stays in the server. */
const shown = [
  'order',
  'kind',
  'urgency',
  'cause',
  'reason',
  'outcome',
  'promisedAt',
  'reached',
  'method',
  'bounced',
  'solved',
  'unhappy',
  'via',
  'round',
  'dispatchDue',
  'ackDue',
  'contactDue',
  'finishDue',
  'limitSource',
  'arbitration',
  'channel',
  'clock',
  'light',
  'due',
  'days',
  'reviewAt',
  'what',
  'how',
  'level',
  'kept',
  'sample',
  'contacted',
] as const;
const times: readonly string[] = [
  'promisedAt',
  'dispatchDue',
  'ackDue',
  'contactDue',
  'finishDue',
  'due',
  'reviewAt',
];

/** What the city's staff read: everything, with the names of those who acted. */
export function staffTimeline(
  reference: Reference,
  history: readonly Told[],
  names: ReadonlyMap<string, { name: string }>,
): TimelineItem[] {
  return history.map((told) => {
    const byName = told.account === null ? undefined : names.get(told.account)?.name;
    const one = item(reference, told);
    const data = { ...one.data, ...masterIn(reference, told.event) };
    const photos = one.photos.map((photo) => ({ ...photo, ...placeOf(told.files.get(photo.id)) }));
    return { ...one, data, photos, texts: told.texts, ...(byName ? { byName } : {}) };
  });
}

/** The number of the case that another comes to follow, for staff to open. */
function masterIn(reference: Reference, { type, data }: AppealEvent): TimelineItem['data'] {
  if (type !== 'merged') return {};
  const key = { cohort: cohortOf(data.cohort), id: appealId(data.master) };
  return { master: numberOf(reference, { key, filedAt: data.masterFiledAt }) };
}

/** By these a master is answered. */
const ends: readonly AppealEvent['type'][] = ['answer-approved', 'answered-at-once', 'terminated'];

/**
 * What whoever follows reads of a master's way: who has it and what is done, and nothing of what anybody said.
 * @param answeredAt when its answer became theirs, ms: what became of it later is not theirs any more; null while they wait
 */
export function togetherTimeline(
  reference: Reference,
  events: readonly Opened[],
  inReview: boolean,
  answeredAt: number | null,
): TimelineItem[] {
  const draft = inReview ? events.findLast(({ event }) => event.type === 'answered') : undefined;
  const end = events.findLast(({ event, at }) => ends.includes(event.type) && at <= (answeredAt ?? at));
  const own = answeredAt === null ? events : events.slice(0, end?.seq ?? 0);
  return own.flatMap((told) => {
    const { event } = told;
    const failed = event.type === 'contacted' && !event.data.reached;
    const known = toldToFollowers.includes(event.type) && !failed;
    if (!known && told !== draft) return [];
    const one = { ...item(reference, told), texts: {}, photos: [] };
    // What the draft says nobody reads before it has passed review.
    return [told === draft ? { ...one, data: {} } : one];
  });
}

/** What the citizen reads: no notes between units, and an answer only once it is approved. */
export function citizenTimeline(reference: Reference, history: readonly Told[]): TimelineItem[] {
  let draft: Told | null = null;
  return history.flatMap((told) => {
    if (told.event.type === 'answered') draft = told;
    if (hiddenFromCitizen.includes(told.event.type)) return [];
    const plain = { ...item(reference, told), texts: readable(told) };
    if (told.event.type !== 'answer-approved' || !draft) return [plain];
    const answer = item(reference, draft);
    return [
      {
        ...plain,
        unit: answer.unit,
        texts: readable(draft),
        photos: answer.photos,
        data: { ...answer.data, ...plain.data },
      },
    ];
  });
}

const readable = (told: Told) =>
  Object.fromEntries(Object.entries(told.texts).filter(([slot]) => citizenMayRead(told.event.type, slot)));

function item(
  reference: Reference,
  told: Opened & Partial<Pick<Told, 'files'>>,
): Omit<TimelineItem, 'texts'> {
  return {
    seq: told.seq,
    at: iso(told.at),
    what: told.event.type,
    unit: unitOf(reference, told),
    by: told.by,
    photos: photosOf(told.event).map((photo) => ({ ...photo, ...factsOf(told.files?.get(photo.id)) })),
    data: dataOf(reference, told.event),
  };
}

/** The unit a line is about: whom it went to, else who acted. */
function unitOf(reference: Reference, told: Opened): UnitName | null {
  const { event } = told;
  const id = 'unit' in event.data ? idOf(event.data.unit) : (toWhom(event) ?? told.unit);
  return id === null ? null : unitName(reference, id);
}

const idOf = (unit: UnitRef | number | null): number | null =>
  typeof unit === 'object' && unit !== null ? unit.id : unit;

function toWhom(event: AppealEvent): number | null {
  if (event.type === 'sub-assigned') return event.data.to.id;
  return event.type === 'passed-to-centre' ? event.data.centre.id : null;
}

/** What anybody who sees a file is told of it. */
function factsOf(file: FileFacts | undefined): Omit<TimelineItem['photos'][number], 'id' | 'role'> {
  const { kind = 'photo', seconds = null, takenAt = null, erased = false } = file ?? {};
  return {
    kind,
    ...(seconds === null ? {} : { seconds }),
    ...(takenAt === null ? {} : { takenAt: iso(takenAt) }),
    ...(erased ? { erased } : {}),
  };
}

/** Where whoever took it stood: for those who check it. */
const placeOf = (file: FileFacts | undefined) =>
  file?.lat != null && file.long !== null ? { lat: file.lat, long: file.long } : {};

function photosOf(event: AppealEvent): Pick<TimelineItem['photos'][number], 'id' | 'role'>[] {
  if ('photos' in event.data) return event.data.photos.map((id) => ({ id, role: 'given' as const }));
  if (event.type !== 'answered') return [];
  return [
    ...event.data.before.map((id) => ({ id, role: 'before' as const })),
    ...event.data.after.map((id) => ({ id, role: 'after' as const })),
  ];
}

function dataOf(reference: Reference, event: AppealEvent): TimelineItem['data'] {
  const data: TimelineItem['data'] = {};
  for (const [key, value] of Object.entries(event.data) as [string, unknown][]) {
    if (!(shown as readonly string[]).includes(key)) continue;
    if (typeof value === 'number') data[key] = times.includes(key) ? iso(value) : value;
    else if (typeof value === 'string' || typeof value === 'boolean' || value === null) data[key] = value;
  }
  const rule = ruleOf(event);
  if (rule) data['rule'] = rule;
  if (event.type === 'classified')
    data['matter'] = matterName(reference, event.data.matter)?.name ?? event.data.matter;
  const other = otherOf(event);
  if (other) data['other'] = numberOf(reference, other);
  if (event.type === 'applied') Object.assign(data, askedFor(event.data.application));
  if (event.type === 'send-back-asked')
    data['suggestedUnit'] = unitName(reference, event.data.suggestedUnit).name;
  if (event.type === 'evaluated') Object.assign(data, event.data.stars);
  return data;
}

/** The case that repeats or is repeated. */
function otherOf({ type, data }: AppealEvent): { key: AppealKey; filedAt: number } | null {
  switch (type) {
    case 'repeat-noted':
      return { key: keyIn(data.cohort, data.of), filedAt: data.ofFiledAt };
    case 'recurred':
      return { key: keyIn(data.cohort, data.by), filedAt: data.byFiledAt };
    default:
      return null;
  }
}

const keyIn = (cohort: number, id: number): AppealKey => ({ cohort: cohortOf(cohort), id: appealId(id) });

const askedFor = ({ what, days, reviewAt }: Application): TimelineItem['data'] => ({
  what,
  ...(days === null ? {} : { days }),
  ...(reviewAt === null ? {} : { reviewAt: iso(reviewAt) }),
});
