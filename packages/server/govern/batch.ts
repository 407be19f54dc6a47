import { day, startOfDay } from '@suban/domain/calendar/calendar.ts';
import { type AppealKey, appealId, cohortOf } from '@suban/domain/ids.ts';
import type { DetectedEvent, Taken } from '@suban/text/events/detector.ts';
import type { Reference } from '../people/reference-store.ts';
import type { Tx } from '../platform/database.ts';
import type { Placed } from '../platform/reader.ts';
import {
  type HotEvent,
  type Member,
  newEvent,
  standingOf,
  withLead,
  withMember,
  withoutMember,
} from './hot-event.ts';
import type { Alerting, Read } from './reading.ts';
import {
  addEventDays,
  addGroups,
  addMembers,
  addProblemDays,
  changeMembers,
  closeEvents,
  factsOf,
  type MemberRow,
  membersOf,
  readEvents,
  saveEvents,
  saveEventUnits,
} from './hot-store.ts';
import type { Raising } from './raise-alert.ts';

/** Of a day's rise, as many of the appeals before it as are named. */
const mostBefore = 500;

/** Rises are numbered below zero, one a day and problem. */
export const riseNumber = ({
  day: on,
  problem,
}: {
  readonly day: number;
  readonly problem: number;
}): number => -(on * 256 + problem + 1);

const nameOf = (cohort: number, appeal: number): string => `${cohort}/${appeal}`;
const keyOfName = (name: string): AppealKey => {
  const [cohort, id] = name.split('/').map(Number);
  return { cohort: cohortOf(cohort ?? 0), id: appealId(id ?? 0) };
};

/** Days since 1970 in the city's zone. */
export const dayNumber = ({ calendar }: Pick<Reference, 'calendar'>, at: number): number =>
  Math.round((startOfDay(calendar, at) + calendar.offsetMinutes * 60_000) / day);

/** The names of those whose facts have to be read: who was there before the event was one. */
function before(taken: Taken): readonly string[] {
  return [
    ...(taken.appeals === 2 ? taken.ids.slice(0, 1) : []),
    ...(taken.rise ? taken.rise.ids.slice(0, -1).slice(-mostBefore) : []),
  ];
}

const riseOf = ({ rising, problemNumber }: Taken): number | null =>
  rising === null || problemNumber === null ? null : riseNumber({ day: rising, problem: problemNumber });

type Found = {
  readonly events: readonly HotEvent[];
  readonly members: readonly MemberRow[];
  readonly early: readonly Member[];
};
type DayCounts = Map<string, { key: string; day: number; n: number }>;

/** What a batch of events finds in the tables and leaves there: read at once, changed here, written at once. */
export async function openBatch(
  tx: Tx,
  reference: Reference,
  placed: readonly Placed[],
  read: ReadonlyMap<number, Read>,
): Promise<Batch> {
  const all = [...read.values()].map(({ taken }) => taken);
  const numbers = [...new Set(all.flatMap((one) => [one.number, riseOf(one) ?? one.number]))];
  const keys = placed.flatMap(({ key, event }) => (event.type === 'filed' ? [] : [key]));
  const members = await membersOf(tx, keys);
  const events = await readEvents(tx, [...new Set([...numbers, ...members.map(({ event }) => event)])]);
  const early = await factsOf(tx, [...new Set(all.flatMap(before))].map(keyOfName));
  return new Batch(reference, read, { events, members, early });
}

export class Batch {
  readonly reference: Reference;
  readonly read: ReadonlyMap<number, Read>;
  readonly #events: Map<number, HotEvent>;
  readonly #facts: ReadonlyMap<string, Member>;
  readonly #members = new Map<string, MemberRow[]>();
  readonly #fresh: MemberRow[] = [];
  readonly #changed = new Set<string>();
  readonly #touched = new Set<number>();
  readonly #closed: number[] = [];
  readonly #problems: DayCounts = new Map();
  readonly #days: DayCounts = new Map();
  readonly #groups: (AppealKey & { at: number })[] = [];
  readonly #alerts: { readonly raising: Raising; readonly rules: number }[] = [];

  constructor(reference: Reference, read: ReadonlyMap<number, Read>, found: Found) {
    this.reference = reference;
    this.read = read;
    this.#events = new Map(found.events.map((event) => [event.id, event]));
    this.#facts = new Map(found.early.map((member) => [nameOf(member.cohort, member.appeal), member]));
    for (const member of found.members) this.#put(member);
  }

  count(problem: string | null, at: number): void {
    if (problem !== null) this.#plus(this.#problems, problem, at);
  }

  close(list: readonly number[]): void {
    this.#closed.push(...list);
  }

  gather(taken: Taken, event: DetectedEvent, member: Member, guess: () => number | null): void {
    const { name, place, score } = event;
    const named = {
      id: taken.number,
      kind: 'gathering',
      name,
      place,
      problem: taken.problem,
      score,
    } as const;
    const was = this.#events.get(taken.number);
    const first = was ? [] : this.#known(before({ ...taken, rise: null }));
    const start = { ...(was ?? newEvent(named, guess())), name, place, score };
    const after = [...first, member].reduce((to, each) => this.#add(to, each), start);
    this.#change({ ...after, alerted: after.alerted || taken.raised !== null });
  }

  rise(taken: Taken, member: Member, guess: () => number | null): void {
    const id = riseOf(taken);
    const { problem, rise } = taken;
    if (id === null || problem === null) return;
    const score = rise ? rise.ids.length - rise.expected : 0;
    const named = { id, kind: 'rise', name: `${problem}：诉求骤增`, place: null, problem, score } as const;
    const start = this.#events.get(id) ?? newEvent(named, guess());
    const first = rise ? this.#known(before({ ...taken, appeals: 0 })) : [];
    const after = [...first, member].reduce((to, each) => this.#add(to, each), start);
    this.#change({ ...after, alerted: true });
  }

  /** An alert goes to the unit that is responsible now, and stays there. */
  raise(list: readonly Alerting[], rules: number): void {
    for (const alerting of list) {
      const event = this.#events.get(alerting.event);
      if (!event) continue;
      const { unit } = standingOf(this.reference, event);
      this.#change({ ...event, facts: { ...event.facts, judge: unit } });
      this.#alerts.push({ raising: { ...alerting, unit }, rules });
    }
  }

  withdraw(key: AppealKey): void {
    this.#each(key, (event, member) =>
      member.withdrawn ? [event, member] : [withoutMember(event, member), { ...member, withdrawn: true }],
    );
  }

  lead(key: AppealKey, unit: number): void {
    this.#each(key, (event, member) => [withLead(event, member.lead, unit), { ...member, lead: unit }]);
  }

  followUp(key: AppealKey, at: number): void {
    this.#each(key, (event, member) => [
      { ...event, followedUpAt: Math.min(event.followedUpAt ?? at, at) },
      member,
    ]);
  }

  group(key: AppealKey, at: number): void {
    this.#groups.push({ ...key, at });
  }

  /** The alerts of this batch. */
  raised(): readonly { readonly raising: Raising; readonly rules: number }[] {
    return this.#alerts;
  }

  async save(tx: Tx): Promise<void> {
    const rows = [...this.#touched].flatMap((id) => this.#events.get(id) ?? []);
    const standing = rows.map((event) => ({ event, standing: standingOf(this.reference, event) }));
    await saveEvents(tx, standing);
    await saveEventUnits(tx, standing);
    await addMembers(
      tx,
      this.#fresh.map((row) => this.#now(row)),
    );
    await changeMembers(
      tx,
      [...this.#changed].flatMap((name) => this.#members.get(name) ?? []),
    );
    await addProblemDays(tx, [...this.#problems.values()]);
    await addEventDays(tx, [...this.#days.values()]);
    await closeEvents(tx, this.#closed);
    await addGroups(tx, lastOfEach(this.#groups));
  }

  #known(names: readonly string[]): Member[] {
    return names.flatMap((name) => this.#facts.get(name) ?? []);
  }

  #now(row: MemberRow): MemberRow {
    const all = this.#members.get(nameOf(row.cohort, row.appeal)) ?? [];
    return all.find(({ event }) => event === row.event) ?? row;
  }

  #put(member: MemberRow): void {
    const name = nameOf(member.cohort, member.appeal);
    const others = (this.#members.get(name) ?? []).filter(({ event }) => event !== member.event);
    this.#members.set(name, [...others, member]);
  }

  #change(event: HotEvent): void {
    this.#events.set(event.id, event);
    this.#touched.add(event.id);
  }

  #plus(counts: DayCounts, key: string, at: number): void {
    const on = dayNumber(this.reference, at);
    const one = counts.get(`${key} ${on}`) ?? { key, day: on, n: 0 };
    counts.set(`${key} ${on}`, { ...one, n: one.n + 1 });
  }

  #add(event: HotEvent, member: Member): HotEvent {
    const { cohort, appeal, at, lead, withdrawn } = member;
    const own = this.#members.get(nameOf(cohort, appeal)) ?? [];
    if (own.some((each) => each.event === event.id)) return event;
    const row = { event: event.id, cohort, appeal, at, lead, withdrawn };
    this.#put(row);
    this.#fresh.push(row);
    this.#plus(this.#days, String(event.id), at);
    return withMember(event, member);
  }

  /** Changes an appeal's part in each of its events. */
  #each(key: AppealKey, to: (event: HotEvent, member: MemberRow) => [HotEvent, MemberRow]): void {
    const name = nameOf(key.cohort, key.id);
    for (const member of this.#members.get(name) ?? []) {
      const event = this.#events.get(member.event);
      if (!event) continue;
      const [after, row] = to(event, member);
      this.#change(after);
      this.#put(row);
      this.#changed.add(name);
    }
  }
}

/** One row a master: a statement cannot insert the same twice. */
const lastOfEach = <T extends AppealKey>(list: readonly T[]): T[] => [
  ...new Map(list.map((one) => [nameOf(one.cohort, one.id), one])).values(),
];
