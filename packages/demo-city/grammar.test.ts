import fc from 'fast-check';
import { expect, test } from 'vitest';
import { demoCatalogue } from './catalogue.ts';
import {
  type AnswerOutcome,
  composeAnswer,
  composeAppeal,
  type ComposedAppeal,
  composeContactNote,
  composeSendBackReason,
  composeUnhappyReason,
} from './grammar.ts';
import { exceptions } from './grammar/scenes.ts';
import { pick, type Rng, seeded } from './rng.ts';
import { demoUnits } from './units.ts';

const matters = demoCatalogue().filter((matter) => matter.level === 3);
const units = demoUnits();
const subdistricts = units.filter((unit) => unit.level === 'subdistrict');
const departments = units.filter((unit) => unit.kind === 'department');

function somewhere(rng: Rng) {
  const subdistrict = pick(rng, subdistricts);
  const community = pick(
    rng,
    units.filter((unit) => unit.parent === subdistrict.code),
  );
  return rng() < 0.5 ? { subdistrict } : { subdistrict, community };
}

const many = (() => {
  const rng = seeded(1);
  return Array.from({ length: 2000 }, () =>
    composeAppeal(rng, { matter: pick(rng, matters), ...somewhere(rng) }),
  );
})();

const grams = (text: string): Set<string> =>
  new Set(Array.from({ length: text.length - 2 }, (_, at) => text.slice(at, at + 3)));

function likeness(a: string, b: string): number {
  const [left, right] = [grams(a), grams(b)];
  const both = [...left].filter((gram) => right.has(gram)).length;
  return both / (left.size + right.size - both);
}

test('of 2,000 texts at least 1,990 are distinct', () => {
  expect(new Set(many.map((appeal) => appeal.body)).size).toBeGreaterThanOrEqual(1990);
});

test('two texts on the same matter are unlike: mean 3-gram Jaccard below 0.35', () => {
  const rng = seeded(2);
  const pairs = Array.from({ length: 600 }, () => {
    const matter = pick(rng, matters);
    return likeness(
      composeAppeal(rng, { matter, ...somewhere(rng) }).body,
      composeAppeal(rng, { matter, ...somewhere(rng) }).body,
    );
  });
  expect(pairs.reduce((sum, value) => sum + value, 0) / pairs.length).toBeLessThan(0.35);
});

test('lengths spread from curt to long, within 20–300 characters', () => {
  const lengths = many.map((appeal) => appeal.body.length).sort((a, b) => a - b);
  expect(lengths[0]).toBeGreaterThanOrEqual(20);
  expect(lengths[1999]).toBeLessThanOrEqual(300);
  expect(lengths[200]).toBeLessThan(45);
  expect(lengths[1900]).toBeGreaterThan(120);
});

const plain = (text: string) => !/[{}]|undefined|null|[，。]{2}|^[，。]/.test(text);

test('every matter can be told: no hole left in a text, its own words in it, all kinds occur', () => {
  const rng = seeded(3);
  const told = matters.map((matter) => ({
    matter,
    appeal: composeAppeal(rng, { matter, ...somewhere(rng) }),
  }));
  const holes = told.filter(
    ({ appeal }) => !plain(`${appeal.title}\n${appeal.address}`) || !plain(appeal.body),
  );
  const strangers = told.filter(
    ({ matter, appeal }) => !matter.keywords.some((word) => appeal.body.includes(word)),
  );
  expect(holes).toEqual([]);
  expect(strangers.length).toBeLessThan(matters.length * 0.05);
  expect(new Set(many.map((appeal) => appeal.kind)).size).toBe(6);
});

test('every exception to a group’s telling is a matter of the catalogue', () => {
  const names = new Set(matters.map((matter) => matter.name));
  expect(Object.keys(exceptions).filter((name) => !names.has(name))).toEqual([]);
});

test('the same seed tells the same, whatever the seed; persons are invented and well formed', () => {
  const once = (seed: number): ComposedAppeal => {
    const rng = seeded(seed);
    return composeAppeal(rng, { matter: pick(rng, matters), ...somewhere(rng) });
  };
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const appeal = once(seed);
      expect(once(seed)).toEqual(appeal);
      expect(appeal.person.phone).toMatch(/^1990000\d{4}$/);
      expect(appeal.person.name).toMatch(/^[\u4e00-\u9fff]{2,3}$/);
      expect(appeal.address).toMatch(/^深圳市.{3,12}(街道|镇).*号/);
      expect(appeal.title.length).toBeLessThan(40);
    }),
  );
});

test('histories: answers by outcome with a basis where they refuse, notes, send-backs, unhappy reasons', () => {
  const rng = seeded(4);
  const outcomes: AnswerOutcome[] = ['solved', 'partly', 'explained', 'cannot-now', 'not-our-duty'];
  for (let round = 0; round < 300; round++) {
    const [matter, unit, believed] = [pick(rng, matters), pick(rng, departments), pick(rng, departments)];
    const outcome = pick(rng, outcomes);
    const answer = composeAnswer(rng, { matter, unit, outcome });
    const back = composeSendBackReason(rng, { matter, unit, believed });
    expect(answer.legalBasis !== null).toBe(outcome === 'cannot-now' || outcome === 'not-our-duty');
    expect(back.reason).toContain(believed.name);
    const notes = [
      composeContactNote(rng, { matter, reached: true }),
      composeContactNote(rng, { matter, reached: false }),
    ];
    for (const text of [answer.text, answer.legalBasis ?? '有', back.legalBasis, back.reason, ...notes])
      expect([text, plain(text)]).toEqual([text, true]);
  }
  expect(new Set(Array.from({ length: 300 }, () => composeUnhappyReason(rng))).size).toBeGreaterThan(100);
});
