import { type DemoMatter, demoCatalogue, type Kind } from './catalogue.ts';
import { affairWords, categoryWords } from './grammar/categories.ts';
import { expand, type Rules } from './grammar/expand.ts';
import { longParts, officeIdeas, siteIdeas } from './grammar/ideas.ts';
import { bodyTemplates, kindWeights, titles } from './grammar/kinds.ts';
import { commonParts, thanks, whereParts } from './grammar/parts.ts';
import { estateName, inventPerson, roadName } from './grammar/places.ts';
import { repliesByTelling, replyRules } from './grammar/replies.ts';
import { sceneOf } from './grammar/scenes.ts';
import { between, chance, type Rng, weighted } from './rng.ts';
import { areas } from './units/areas.ts';
import type { DemoUnit } from './units.ts';

/** What an appeal is about and where; `community` narrows the place. */
export type AppealAt = { matter: DemoMatter; subdistrict: DemoUnit; community?: DemoUnit };
export type ComposedAppeal = {
  title: string;
  body: string;
  kind: Kind;
  address: string;
  person: { name: string; phone: string };
};

const nameOfCategory = new Map(
  demoCatalogue()
    .filter(({ level }) => level === 1)
    .map(({ code, name }) => [code, name]),
);
const areaOf = new Map(areas.map((area) => [area.code, area]));

/** Characters of a body: less says nothing, more nobody types on a phone. */
const shortest = 20;
const longest = 300;

function placeRules(rng: Rng, { subdistrict, community }: AppealAt): Rules {
  const area = areaOf.get(subdistrict.parent ?? '');
  return {
    district: [area?.name ?? ''],
    short: [area?.short ?? ''],
    sub: [subdistrict.name],
    home: [community?.name ?? subdistrict.name.replace(/街道$|镇$/, '')],
    road: [roadName(rng)],
    crossing: [roadName(rng)],
    estate: [estateName(rng)],
    number: [String(between(rng, 1, 320))],
    building: [String(between(rng, 1, 28))],
    address: [`深圳市{district}{sub}${community?.name ?? ''}{road}{number}号{estate}`],
  };
}

function matterRules(matter: DemoMatter): Rules {
  const { telling, clauses } = sceneOf(matter.code);
  const category = nameOfCategory.get(matter.code.slice(0, 2)) ?? '';
  const words = telling === 'affair' ? affairWords : categoryWords[category];
  if (words === undefined)
    throw new RangeError(`no words for the category ${category} of matter ${matter.code}`);
  const ideas = telling === 'place' || telling === 'tip' ? siteIdeas : officeIdeas;
  return {
    ...ideas,
    k: matter.keywords,
    scene: clauses,
    effect: words.effect,
    ask: words.ask,
    rival: words.against,
  };
}

/** Not everybody writes like a clerk: some end with a bang, some know only commas, some none at all. */
function inTheirHand(rng: Rng, text: string): string {
  const hand = weighted(rng, { plain: 66, commas: 14, bang: 12, spaces: 4, open: 4 });
  switch (hand) {
    case 'plain':
      return text;
    case 'commas':
      return text.replace(/。(?=.)/g, '，');
    case 'bang':
      return text.replace(/。$/, '！');
    case 'spaces':
      return text.replace(/[，。！？：；]/g, ' ').trim();
    case 'open':
      return text.replace(/[。！]$/, '');
    default:
      return hand satisfies never;
  }
}

/** A text between 20 and 300 characters; a body that came out shorter or longer is thought out again. */
function bodyOf(rng: Rng, rules: Rules): string {
  const body = inTheirHand(rng, expand(rng, rules, 'body'));
  return body.length < shortest || body.length > longest ? bodyOf(rng, rules) : body;
}

/**
 * One invented appeal about `at.matter` in `at.subdistrict`: Chinese text of 20–300 characters, a kind likely for
 * the matter, an invented address and person. The same `rng` state gives the same appeal.
 * Throws RangeError for a matter that isn't of the catalogue's third level.
 */
export function composeAppeal(rng: Rng, at: AppealAt): ComposedAppeal {
  const { telling } = sceneOf(at.matter.code);
  const kind = weighted(rng, kindWeights[telling]);
  const words: Rules = {
    ...commonParts,
    ...whereParts,
    ...longParts,
    ...thanks,
    ...placeRules(rng, at),
    ...matterRules(at.matter),
  };
  const address = expand(rng, words, 'address');
  return {
    title: expand(rng, { ...words, ...titles }, kind).replace(/。$/, ''),
    body: bodyOf(rng, { ...words, body: bodyTemplates(telling, kind) }),
    kind,
    address: chance(rng, 0.5)
      ? address
      : expand(rng, { ...words, address: [`${address}{building}栋`] }, 'address'),
    person: inventPerson(rng),
  };
}

/** What a unit claims when it answers. */
export type AnswerOutcome = 'solved' | 'partly' | 'explained' | 'cannot-now' | 'not-our-duty';

const answerSymbol: Readonly<Record<AnswerOutcome, string>> = {
  solved: 'solved',
  partly: 'partly',
  explained: 'explained',
  'cannot-now': 'cannot',
  'not-our-duty': 'notours',
};

type Work = { matter: DemoMatter; unit: DemoUnit };

const workRules = ({ matter, unit }: Work): Rules => ({
  ...replyRules,
  ...repliesByTelling[sceneOf(matter.code).telling],
  k: matter.keywords,
  unit: [unit.name],
  code: [matter.code],
  matter: [matter.name],
});

/** A unit's answer to the citizen; a refusal (`cannot-now`, `not-our-duty`) names its basis, others have none. */
export function composeAnswer(
  rng: Rng,
  work: Work & { outcome: AnswerOutcome },
): { text: string; legalBasis: string | null } {
  const rules = workRules(work);
  const refuses = work.outcome === 'cannot-now' || work.outcome === 'not-our-duty';
  return {
    text: expand(rng, rules, answerSymbol[work.outcome]),
    legalBasis: refuses ? expand(rng, rules, 'basis') : null,
  };
}

/** A note on a call or visit; `reached` is false for an attempt that got no answer. */
export function composeContactNote(
  rng: Rng,
  { matter, reached }: { matter: DemoMatter; reached: boolean },
): string {
  return expand(rng, { ...replyRules, k: matter.keywords }, reached ? 'reached' : 'unreached');
}

/** Why a unit sends an order back, with its basis; `believed` is the unit it holds responsible. */
export function composeSendBackReason(
  rng: Rng,
  work: Work & { believed: DemoUnit },
): { legalBasis: string; reason: string } {
  const rules: Rules = { ...workRules(work), other: [work.believed.name] };
  return { legalBasis: expand(rng, rules, 'basis'), reason: expand(rng, rules, 'sendback') };
}

/** Why a citizen is dissatisfied with an answer. */
export function composeUnhappyReason(rng: Rng): string {
  return expand(rng, replyRules, 'unhappy');
}
