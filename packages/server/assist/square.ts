import type { SquareItem } from '@suban/domain/api-square.ts';
import { mayBeShown } from '@suban/domain/evaluate/square.ts';
import { maskPersonal } from '@suban/text/fields/personal.ts';
import { iso, matterName, unitName } from '../appeal/names.ts';
import { knownMatter, knownUnit, type Reference } from '../people/reference-store.ts';
import type { Tx } from '../platform/database.ts';
import type { Placed, Reader } from '../platform/reader.ts';
import {
  addToSquare,
  changeInSquare,
  leaveSquare,
  publish,
  type SquareFields,
  type SquareRow,
} from './square-store.ts';

/** 公开广场: who agreed to it is followed from filing on and shown once closed with an answer. */
type Known = Pick<Reference, 'units' | 'matters' | 'former'>;

export function square(reference: () => Known): Reader {
  return {
    name: 'square',
    only: [
      'filed',
      'classified',
      'answered',
      'answer-approved',
      'evaluated',
      'closed',
      'reopened',
      'dispatched',
      'concealed',
      'withdrawn',
      'merged',
      'referred',
      'answered-at-once',
    ],
    async handle(tx: Tx, events: readonly Placed[]) {
      for (const placed of events) await follow(tx, reference(), placed);
    },
  };
}

async function follow(tx: Tx, known: Known, placed: Placed): Promise<void> {
  const { key, event } = placed;
  if (event.type === 'filed') {
    if (!mayBeShown(event.data)) return;
    const { kind, area } = event.data;
    return addToSquare(tx, key, { kind, area, district: districtOf(known, area) });
  }
  if (event.type === 'closed') return publish(tx, key, event.data.solved, placed.at);
  const change = changeBy(placed, known);
  if (change === 'leave') await leaveSquare(tx, key);
  else await changeInSquare(tx, key, change);
}

function changeBy({ event, at, seq, about }: Placed, known: Known): Partial<SquareFields> | 'leave' {
  switch (event.type) {
    case 'classified': {
      const { kind, matter } = event.data;
      return kind === 'tip-off' ? 'leave' : { kind, matter, section: sectionOf(known, matter) };
    }
    case 'answered':
      return { answer_seq: seq };
    case 'answer-approved':
      return { unit: about?.unit ?? null, answered_at: new Date(at) };
    case 'evaluated': {
      const given = Object.values(event.data.stars);
      return { stars: given.reduce((sum, n) => sum + n, 0) / given.length };
    }
    // It goes on: not shown until it is closed anew.
    case 'reopened':
    case 'dispatched':
      return { published_at: null };
    // No answer to a case of its own will follow, or nobody is to read it.
    default:
      return 'leave';
  }
}

/** The first level of the catalogue above a matter. */
function sectionOf(known: Known, code: string): string | null {
  let matter = knownMatter(known, code);
  while (matter && matter.level > 1 && matter.parent !== null) matter = knownMatter(known, matter.parent);
  return matter?.level === 1 ? matter.code : null;
}

/** The district an area lies in; itself where it is one. */
function districtOf(known: Known, area: number | null): number | null {
  let unit = area === null ? undefined : knownUnit(known, area);
  while (unit && unit.level !== 'district' && unit.parent !== null) unit = knownUnit(known, unit.parent);
  return unit?.level === 'district' ? unit.id : null;
}

/** The house with its number is nearer than anybody needs to know: 园岭新村6栋 is 园岭新村*栋. */
const house = /[\dA-Za-z一二三四五六七八九十]+(?=\s*(?:栋|幢|号楼|单元|室|号房))/gu;
const forAnybody = (text: string | null): string => maskPersonal(text ?? '').replace(house, '*');

/** As anybody may read it, or null where nobody may any more: personal numbers, introduced names and homes masked; no number, no position, no photo. */
export function squareItem(reference: Reference, row: SquareRow): SquareItem | null {
  if (row.filed_at === null) return null;
  return {
    id: `${row.cohort}-${row.id}`,
    kind: row.kind,
    matter: matterName(reference, row.matter),
    area: row.area === null ? null : unitName(reference, row.area),
    unit: row.unit === null ? null : unitName(reference, row.unit),
    filedAt: iso(row.filed_at),
    answeredAt: iso(row.answered_at),
    closedAt: iso(row.sort),
    body: forAnybody(row.body),
    answer: forAnybody(row.answer),
    solved: row.solved,
    stars: row.stars,
  };
}
