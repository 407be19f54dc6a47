import { type Rng, seeded, seedOf, weighted } from '@suban/demo-city/rng.ts';
import type { Actor } from '@suban/domain/actors.ts';
import { day } from '@suban/domain/calendar/calendar.ts';
import type { AppealKey } from '@suban/domain/ids.ts';
import { Problem } from '../../platform/problem.ts';
import type { Services } from '../../platform/services.ts';
import { keyOf, scopeOf } from '../../appeal/read-cases.ts';
import { runCommand } from '../../appeal/run-command.ts';
import { loadAppeal } from '../../appeal/store.ts';
import { fileAppeal } from '../../collect/file-appeal.ts';
import { takePhoto } from '../../collect/photos.ts';
import type { Scope } from '../../platform/database.ts';
import { sweep } from '../../supervise/sweep.ts';
import { derivedUuid } from '../derived-id.ts';
import type { DemoCity } from '../histories/demo-city.ts';
import { draw, given } from '../histories/pictures.ts';
import { planAppeal } from '../histories/plan.ts';
import { filingMoment, yearUpTo } from '../histories/times.ts';
import { createAgenda, type Item } from './agenda.ts';
import { nextLook, nextMove } from './people.ts';
import { composeCommand } from './requests.ts';

export type Simulated = {
  readonly filed: number;
  readonly commands: Readonly<Record<string, number>>;
  readonly refused: Readonly<Record<string, number>>;
};

export type Simulation = {
  readonly appeals: number;
  readonly seed: number;
  /** Months that appeals are filed in; then it goes on until nobody has anything left to do. */
  readonly months: number;
  /** The city's clock, which the simulation moves. */
  readonly clock: { now(): number; set(at: number): void };
  /** Reads every event and does every job there is. */
  readonly settle: () => Promise<void>;
  readonly onProgress?: (at: number, filed: number) => void;
};

type Services_ = Pick<Services, 'database' | 'crypto' | 'reference' | 'clock' | 'files' | 'log'>;
/** How far the clock goes at a time, in ms: what is due in between is done at its end. */
export const stride = 15 * 60_000;
/** Side by side; more would only queue for the database's connections. */
const atOnce = 6;
/** Nobody looks at one appeal more often than this. */
const mostLooks = 60;

/**
 * A city lives on a virtual clock: appeals come in as they do over a year, people do what people do with them, now and
 * then late or wrongly, and the system takes its own steps when they are due.
 */
export async function simulate(services: Services_, city: DemoCity, options: Simulation): Promise<Simulated> {
  const { clock } = options;
  const agenda = createAgenda(stride);
  const start = Math.ceil(clock.now() / stride) * stride;
  clock.set(start);
  const year = yearUpTo(city.reference.calendar, start + (options.months * 365 * day) / 12, options.months);
  for (let i = 0; i < options.appeals; i += 1) {
    const rng = seeded(seedOf(`${options.seed}/${i}`));
    agenda.add({
      at: filingMoment(rng, city.reference.calendar, year),
      index: i,
      key: null,
      looks: 0,
      rng,
      matter: '',
      other: null,
    });
  }
  const tally = { filed: 0, commands: {} as Record<string, number>, refused: {} as Record<string, number> };
  const life = createLife(services, city, options, agenda, tally);
  let settled = start;
  while (!agenda.isEmpty()) {
    clock.set(clock.now() + stride);
    while ((await sweep(services, services.database.owner, (error) => services.log.error(error))) > 0);
    const due = agenda.take(clock.now()).values();
    const lane = async () => {
      for (const item of due) await life(item);
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
    if (clock.now() - settled >= day / 2) {
      settled = clock.now();
      await options.settle();
      options.onProgress?.(settled, tally.filed);
    }
  }
  await options.settle();
  return tally;
}

type Agenda = ReturnType<typeof createAgenda>;
type Tally = { filed: number; commands: Record<string, number>; refused: Record<string, number> };
const plus = (counts: Record<string, number>, name: string) => {
  counts[name] = (counts[name] ?? 0) + 1;
};

/** One item of the agenda: somebody files, or somebody looks at what was filed. */
function createLife(services: Services_, city: DemoCity, { seed }: Simulation, agenda: Agenda, tally: Tally) {
  /** The last appeal about each matter: what a new one may be merged into. */
  const lastOf = new Map<string, string>();

  async function file(item: Item): Promise<void> {
    const matter = weighted(item.rng, city.matters);
    const requestId = derivedUuid('simulate', seed, item.index, 0);
    const number = await fileOne(services, city, item.rng, matter, requestId);
    tally.filed += 1;
    const other = lastOf.get(matter) ?? null;
    lastOf.set(matter, number);
    await again({ ...item, matter, other, key: keyOf(number) });
  }

  /** When somebody looks at it next; nobody ever again where nothing is to be done. */
  async function again(item: Item): Promise<void> {
    const loaded = item.key && (await loadAppeal(services.database.owner, services.reference(), item.key));
    if (!loaded || item.looks >= mostLooks) return;
    const wait = nextLook(item.rng, loaded.appeal);
    if (wait !== null) agenda.add({ ...item, looks: item.looks + 1, at: services.clock() + wait });
  }

  async function look(item: Item, key: AppealKey): Promise<void> {
    const { rng, index, looks, matter, other } = item;
    const loaded = await loadAppeal(services.database.owner, services.reference(), key);
    const move = loaded && nextMove(city, rng, loaded.appeal, other ? [] : ['merge']);
    if (loaded && move) {
      const { appeal } = loaded;
      const asked = city.matter(appeal.matter ?? matter).evidence.includes('photo-after');
      const photos = move.name === 'answer' && asked ? [await picture(services, rng, matter)] : [];
      const scene = { city, rng, appeal, matter, now: services.clock(), other, photos };
      const command = composeCommand(move.name, derivedUuid('simulate', seed, index, looks), scene);
      try {
        await runCommand(services, key, command, move.actor, scopeFor(move.actor, key));
        plus(tally.commands, move.name);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        plus(tally.refused, `${move.name}: ${error.code}`);
      }
    }
    await again(item);
  }

  return (item: Item) => (item.key ? look(item, item.key) : file(item));
}

/** Somebody somewhere asks for something about this matter. @returns its number */
async function fileOne(
  services: Services_,
  city: DemoCity,
  rng: Rng,
  matter: string,
  requestId: string,
): Promise<string> {
  const subdistrict = city.unit(weighted(rng, city.subdistricts));
  const { composed, channel, actor, confidential } = planAppeal(
    city,
    rng,
    { subdistrict, matter, urgency: 'ordinary' },
    () => services.clock(),
    () => {},
  );
  const { kind, body: text, person: contact, address } = composed;
  const { number } = await fileAppeal(
    services,
    { requestId, kind, text, contact, place: { address }, photos: [], confidential },
    { channel, actor, urgency: rng() < 0.04 ? 'urgent' : 'ordinary' },
  );
  return number;
}

const picture = async (services: Services_, rng: () => number, matter: string): Promise<string> =>
  takePhoto(services, await draw({ ...given(rng, matter), when: 'after' }));

const scopeFor = (actor: Actor, key: AppealKey): Scope =>
  actor.kind === 'staff' ? scopeOf(actor) : `appeal:${key.cohort}:${key.id}`;
