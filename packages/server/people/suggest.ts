import { addressIn, type Field, findFields } from '@suban/text/fields/find.ts';
import { calibrated } from '@suban/text/suggest/calibration.ts';
import { buildSuggester, type Suggester } from '@suban/text/suggest/suggest.ts';
import type { Kind } from '@suban/domain/appeal.ts';
import { isWithin } from '@suban/domain/units.ts';
import type { Atlas, Matter, Unit } from './reference-store.ts';
import { pathOf } from './catalogue.ts';
import type { Learnt } from './learnt.ts';
import { places } from './places.ts';

/**
 * One dispatch suggestion, with what a person can check it by: the words, how many appeals of this matter here were decided
 * to be this unit's, and in how many of the latest decisions about whose duty the matter is it was found to be this unit's.
 */
export type Option = {
  readonly unit: number;
  readonly matter: string;
  /** As it is shown: the chance that the unit is right, by the city's own record. 0.01 to 0.99. */
  readonly confidence: number;
  /** The same before that record; null where it was not read from words. */
  readonly base: number | null;
  readonly words: readonly string[];
  readonly went: number;
  readonly precedents: number;
};

type Index = { readonly suggest: Suggester; readonly byFunction: ReadonlyMap<string, readonly Unit[]> };
const built = new WeakMap<Atlas['matters'], Index>();

function index(reference: Atlas): Index {
  // Of the catalogue, which stays when settings or units change: reading all of it takes 0.1 s.
  const known = built.get(reference.matters);
  if (known) return known;
  const matters = [...reference.matters.values()].filter((matter) => matter.level === 3);
  const byFunction = new Map<string, Unit[]>();
  for (const unit of reference.units.values()) {
    if (unit.function) byFunction.set(unit.function, [...(byFunction.get(unit.function) ?? []), unit]);
  }
  const made = {
    suggest: buildSuggester(
      matters.map((m) => ({ code: m.code, name: m.name, keywords: m.keywords, path: pathOf(reference, m) })),
    ),
    byFunction,
  };
  built.set(reference.matters, made);
  return made;
}

/** Matters read from the words and from what people have decided about such words, best first. */
export const suggestMatters = (
  reference: Atlas,
  learnt: Pick<Learnt, 'words'>,
  title: string,
  body: string,
) => index(reference).suggest(title, body, learnt.words);

/**
 * Who is responsible for a matter at a place (职责清单): the unit of that function at that level in the area, else the
 * area's government, else the backstop, else the function's city department. Where only the district is known and a
 * subdistrict is responsible: the district's dispatch centre, which dispatches on (北京条例 12). Null only where the
 * catalogue names nobody.
 */
export function responsibleUnit(reference: Atlas, matter: Matter, area: Unit | null): Unit | null {
  if (matter.responsible?.level === 'subdistrict' && area?.level === 'district') {
    const centre = [...reference.units.values()].find(
      (unit) => unit.kind === 'dispatch-centre' && unit.parent === area.id,
    );
    if (centre) return centre;
  }
  for (const duty of [matter.responsible, matter.backstop]) {
    if (!duty) continue;
    const unit = unitFor(reference, duty, area);
    if (unit) return unit;
  }
  const fn = matter.responsible?.function;
  return (
    (fn &&
      index(reference)
        .byFunction.get(fn)
        ?.find((unit) => unit.level === 'city')) ||
    null
  );
}

/** 兜底: who acts first on a matter at a place when nobody takes it (先办后议), or null when the catalogue names nobody there. */
export function backstopUnit(reference: Atlas, matter: Matter, area: number | null): Unit | null {
  const place = area === null ? null : (reference.units.get(area) ?? null);
  return matter.backstop && unitFor(reference, matter.backstop, place);
}

function unitFor(reference: Atlas, duty: NonNullable<Matter['responsible']>, area: Unit | null): Unit | null {
  const candidates = index(reference).byFunction.get(duty.function) ?? [];
  if (duty.level === 'city') return candidates.find((unit) => unit.level === 'city') ?? null;
  const place = area && ancestorAt(reference, area, duty.level);
  if (!place) return null;
  const department = candidates.find((unit) => unit.level === duty.level && isWithin(unit, place));
  return department ?? place;
}

function ancestorAt(reference: Atlas, area: Unit, level: Unit['level']): Unit | null {
  for (
    let unit: Unit | undefined = area;
    unit;
    unit = unit.parent === null ? undefined : reference.units.get(unit.parent)
  ) {
    if (unit.level === level) return unit;
  }
  return null;
}

/** As many as a dispatcher is shown. */
const most = 3;
/** Less than this is no suggestion. */
const least = 0.01;
/** What the duty catalogue says counts as much as so many decisions. */
const catalogueCounts = 3;

/**
 * Up to three units with reason and confidence: the chance of the matter, times how sure it is that there it is this unit's,
 * calibrated to how often such a suggestion is right.
 * Where only the area is known, its district's own centre.
 */
export function suggestDispatch(
  reference: Atlas,
  learnt: Pick<Learnt, 'words' | 'units' | 'shown'>,
  title: string,
  body: string,
  areaId: number | null,
): Option[] {
  const area =
    areaId === null ? places(reference).areaOf(`${title}\n${body}`) : (reference.units.get(areaId) ?? null);
  return suggestMatters(reference, learnt, title, body)
    .flatMap(({ matter: code, confidence, words }) => {
      const matter = reference.matters.get(code);
      const units = matter ? unitsFor(reference, learnt, matter, area) : [];
      return units.map(({ unit, share, went }) => ({
        product: confidence * share,
        option: { unit, matter: code, words: [...words], went, precedents: 0 },
      }));
    })
    .filter(({ product }) => product >= least)
    .sort((a, b) => b.product - a.product)
    .slice(0, most)
    .map(({ product, option }) => {
      const base = calibrated(product);
      return { ...option, base, confidence: learnt.shown(base) };
    });
}

/** Whose a matter is at a place, by the catalogue and by what was decided there. `share`: how sure, 0 to 1. */
export function unitsFor(
  reference: Atlas,
  learnt: Pick<Learnt, 'units'>,
  matter: Matter,
  area: Unit | null,
): { readonly unit: number; readonly share: number; readonly went: number }[] {
  const usual = responsibleUnit(reference, matter, area);
  const decided = learnt.units(matter.code, area?.id ?? 0).filter(({ unit }) => reference.units.has(unit));
  const beginning = usual && !decided.some(({ unit }) => unit === usual.id) ? [usual.id] : [];
  const all = [...decided, ...beginning.map((unit) => ({ unit, kept: 0, refused: 0 }))].map((each) => {
    const said = each.kept + (each.unit === usual?.id ? catalogueCounts : 0);
    return { ...each, strength: Math.max(0, said - each.refused) };
  });
  const total = all.reduce((sum, { strength }) => sum + strength, 0);
  return all
    .filter(({ strength }) => strength > 0)
    .map(({ unit, kept, refused, strength }) => ({
      unit,
      // What was refused is a doubt that no other unit's share takes up.
      share: strength / (total + refused),
      went: kept,
    }))
    .sort((a, b) => b.share - a.share);
}

/** Words that give a kind away, in the order they are asked for: an accusation outweighs a question mark. */
const kindWords: readonly (readonly [Kind, RegExp])[] = [
  ['tip-off', /举报|检举|违法|偷税|贿赂/],
  ['complaint', /投诉|乱收费|态度恶劣|推诿|不作为|拒不|欺骗|扰民/],
  ['suggestion', /建议|希望能够?增设|能否增设|提议/],
  ['praise', /感谢|表扬|点赞|好人好事/],
  ['consultation', /咨询|请问|想了解|怎么办理|如何办理|什么时候|是否可以/],
];

/** 诉求类型 read from the words; 求助 where nothing else shows. */
export const suggestKind = (text: string): Kind =>
  kindWords.find(([, words]) => words.test(text))?.[0] ?? 'help';

/** 地点、时间、电话、金额、被诉方 read from the words, so that nobody has to be asked for them. */
export function fieldsIn(text: string): { address: string | null; fields: Field[] } {
  const fields = findFields(text);
  return { address: addressIn(text, fields), fields };
}
