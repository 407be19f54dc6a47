import type { TimelineItem, UnitName } from '@suban/domain/api.ts';
import { citizenMayRead, hiddenFromCitizen } from '@suban/domain/visibility.ts';
import type { AppealEvent } from '@suban/domain/events.ts';
import type { Reference } from '../people/reference-store.ts';
import type { Told } from './history-store.ts';
import { iso, matterName, unitName } from './names.ts';

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
] as const;
const times: readonly string[] = ['promisedAt', 'dispatchDue', 'ackDue', 'contactDue', 'finishDue'];

/** What the city's staff read: everything, with the names of those who acted. */
export function staffTimeline(
  reference: Reference,
  history: readonly Told[],
  names: ReadonlyMap<string, { name: string }>,
): TimelineItem[] {
  return history.map((told) => {
    const byName = told.account === null ? undefined : names.get(told.account)?.name;
    return { ...item(reference, told), texts: told.texts, ...(byName ? { byName } : {}) };
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

function item(reference: Reference, told: Told): Omit<TimelineItem, 'texts'> {
  return {
    seq: told.seq,
    at: iso(told.at),
    what: told.event.type,
    unit: unitOf(reference, told),
    by: told.by,
    photos: photosOf(told.event),
    data: dataOf(reference, told.event),
  };
}

/** The unit a line is about: whom it went to, else who acted. */
function unitOf(reference: Reference, told: Told): UnitName | null {
  const { event } = told;
  const id =
    event.type === 'dispatched' || event.type === 'arbitrated'
      ? event.data.unit.id
      : event.type === 'sub-assigned'
        ? event.data.to.id
        : event.type === 'passed-to-centre'
          ? event.data.centre.id
          : event.type === 'follow-up-opened' || event.type === 'circular-issued'
            ? event.data.unit
            : told.unit;
  return id === null ? null : unitName(reference, id);
}

function photosOf(event: AppealEvent): TimelineItem['photos'] {
  if (event.type === 'filed' || event.type === 'supplemented')
    return event.data.photos.map((id) => ({ id, role: 'given' as const }));
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
  if (event.type === 'classified')
    data['matter'] = matterName(reference, event.data.matter)?.name ?? event.data.matter;
  if (event.type === 'send-back-asked')
    data['suggestedUnit'] = unitName(reference, event.data.suggestedUnit).name;
  if (event.type === 'evaluated') Object.assign(data, event.data.stars);
  return data;
}
