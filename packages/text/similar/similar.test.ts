import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packCounts, unpackCounts } from './learnt.ts';
import { lookupTokens } from './lookup.ts';
import { KEY_SPACE, soundsOf } from './phonetics.ts';
import { learntRarity, OFFER_FROM, sameEvent } from './same-event.ts';
import { signatureOf } from './signature.ts';

const smoke = {
  title: '霞飞里小区楼下烧烤店油烟呛人',
  body: '霞飞里小区三栋一楼的老灶烧烤店没有烟道，油烟直接排到楼上，开窗就是烟味，找过物业没有用。',
};
const smokeAgain = {
  title: '霞飞里三栋烧烤店油烟扰民没人管',
  body: '我家住霞飞里三栋四楼，一楼老灶烧烤店每天晚上排油烟，没装烟道，孩子一直咳嗽。',
};
const swapped = {
  title: '飞霞里楼下老灶烧烤油烟太大',
  body: '飞霞里三栋的老灶烧烤店油烟往楼上飘，烟道也没有，请派人来看。',
};
const parking = {
  title: '霞飞里小区车位费突然涨价',
  body: '霞飞里小区的物业把地下车库的停车费从两百涨到三百五，没有公示，也没有开业主大会。',
};
const otherSmoke = {
  title: '望江路饭店油烟扰民',
  body: '望江路八十号的饭店把排烟口对着居民楼，油烟味很重，请环保部门查一查。',
};

test('syllables without order and tone: swapped and homophone characters sound alike', () => {
  const keys = (text: string) => soundsOf(text).map(({ key }) => key);
  expect(keys('千山')).toEqual(keys('山千'));
  expect(keys('壹品')).toEqual(keys('一品'));
  expect(keys('805路')).toHaveLength(1);
  expect(keys('啊')).toEqual([]);
});

test('keys lie within the key space and say where they stand, whatever is typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      for (const { key, at } of soundsOf(text.toLowerCase())) {
        expect(key).toBeGreaterThanOrEqual(0);
        expect(key).toBeLessThan(KEY_SPACE);
        expect(at).toBeLessThan(text.length);
      }
    }),
  );
});

test('the same place with the same problem is offered, another problem or another place is not', () => {
  expect(sameEvent(smoke, smokeAgain).score).toBeGreaterThan(OFFER_FROM);
  expect(sameEvent(smoke, swapped).score).toBeGreaterThan(OFFER_FROM);
  expect(sameEvent(smoke, parking).score).toBeLessThan(0.5);
  expect(sameEvent(smoke, otherSmoke).score).toBeLessThan(0.5);
});

test('the reasons quote the name and the problem, and say when the districts differ', () => {
  const { reasons } = sameEvent(smoke, smokeAgain);
  expect(reasons.words.join()).toContain('霞飞里');
  expect(reasons.problems).toContain('餐饮油烟');
  expect(reasons.apart).toBe(false);
  const apart = sameEvent({ ...smoke, area: '甲' }, { ...smokeAgain, area: '乙' });
  expect(apart.reasons.apart).toBe(true);
  expect(apart.score).toBeLessThan(sameEvent(smoke, smokeAgain).score);
});

test('which appeal comes first does not change the score, and any text can be compared', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 60 });
  fc.assert(
    fc.property(text, text, text, text, (t1, b1, t2, b2) => {
      const [a, b] = [
        { title: t1, body: b1 },
        { title: t2, body: b2 },
      ];
      const score = sameEvent(a, b).score;
      expect(score).toBeCloseTo(sameEvent(b, a).score, 10);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
    }),
  );
});

test('urging phrases make nothing alike', () => {
  const urging = (what: string) => ({
    title: `请加快${what}建设力度刻不容缓`,
    body: `希望市委市政府高度重视，加快${what}。`,
  });
  expect(sameEvent(urging('滨河步道'), urging('儿童医院')).score).toBeLessThan(0.5);
});

test('one event is found under many shared tokens, another one hardly under any', () => {
  const rarity = learntRarity();
  const tokens = (appeal: typeof smoke) => new Set(lookupTokens(signatureOf(appeal, rarity), rarity));
  const shared = (appeal: typeof smoke) =>
    [...tokens(appeal)].filter((token) => tokens(smoke).has(token)).length;
  expect(shared(swapped)).toBeGreaterThan(10);
  expect(shared(otherSmoke)).toBeLessThan(3);
});

test('counts come out of their packing as they went in', () => {
  const keys = fc.integer({ min: 0, max: KEY_SPACE - 1 });
  fc.assert(
    fc.property(fc.array(fc.tuple(keys, fc.integer({ min: 1, max: 100_000 }))), (entries) => {
      const counts = new Map(entries);
      expect(unpackCounts(packCounts(counts))).toEqual(new Map([...counts].sort(([a], [b]) => a - b)));
    }),
  );
});
