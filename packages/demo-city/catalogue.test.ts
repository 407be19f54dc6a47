import { expect, test } from 'vitest';
import { demoCatalogue, type DemoMatter } from './catalogue.ts';
import { demoUnits } from './units.ts';

const catalogue = demoCatalogue();
const units = demoUnits();
const areaCodes = units
  .filter((unit) => unit.level === 'district' && unit.kind === 'government')
  .map((unit) => unit.code);
const matters = catalogue.filter((matter) => matter.level === 3);

type Post = NonNullable<DemoMatter['responsible'] | DemoMatter['backstop']>;

/** The units that hold a post in one area: one at city or district level, one for each subdistrict. */
function holders(post: Post, area: string) {
  return units.filter((unit) => {
    if (unit.level !== post.level) return false;
    const here = post.level === 'city' || unit.code === area || unit.parent === area;
    return (
      here && (post.function === 'government' ? unit.kind === 'government' : unit.function === post.function)
    );
  });
}

test('three levels of the size a city needs', () => {
  expect(catalogue.filter((matter) => matter.level === 1).length).toBeGreaterThanOrEqual(18);
  expect(catalogue.filter((matter) => matter.level === 2).length).toBeGreaterThanOrEqual(80);
  expect(matters.length).toBeGreaterThanOrEqual(400);
});

test('codes and names are unique, and a parent is one level up', () => {
  const byCode = new Map(catalogue.map((matter) => [matter.code, matter]));
  expect(byCode.size).toBe(catalogue.length);
  for (const level of [1, 2, 3]) {
    const names = catalogue.filter((matter) => matter.level === level).map((matter) => matter.name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  }
  for (const matter of catalogue) {
    expect(matter.parent === null ? 0 : byCode.get(matter.parent)?.level).toBe(matter.level - 1);
  }
});

test('every matter has 3–10 keywords, and no keyword belongs to two', () => {
  const all = matters.flatMap((matter) => matter.keywords);
  expect(matters.filter(({ keywords }) => keywords.length < 3 || keywords.length > 10)).toEqual([]);
  expect(all.filter((word, index) => all.indexOf(word) !== index)).toEqual([]);
  expect(all.filter((word) => !/^[\u4e00-\u9fff]{2,14}$/.test(word))).toEqual([]);
});

test('in each of the eleven areas every responsible unit and every backstop exists', () => {
  const unheld = areaCodes.flatMap((area) =>
    matters.flatMap(({ code, responsible, backstop }) =>
      [responsible, backstop]
        .filter((post) => post === null || holders(post, area).length === 0)
        .map(() => `${area} ${code}`),
    ),
  );
  expect(areaCodes).toHaveLength(11);
  expect(unheld).toEqual([]);
});

test('a post is held by one unit, except the subdistricts of an area', () => {
  const posts = matters
    .flatMap(({ responsible, backstop }) => [responsible, backstop])
    .filter((post) => post !== null);
  const single = posts.filter((post) => post.level !== 'subdistrict');
  expect(single.length).toBeGreaterThan(400);
  for (const post of single) expect(holders(post, 'SZ-FT')).toHaveLength(1);
});

test('whatever a subdistrict answers for is on its duty list', () => {
  const posts = matters.filter(({ responsible, backstop }) =>
    [responsible?.level, backstop?.level].includes('subdistrict'),
  );
  expect(posts.length).toBeGreaterThan(100);
  expect(posts.filter((matter) => !matter.mayPushDown)).toEqual([]);
});

test('headings carry no duty; English is complete', () => {
  expect(catalogue.filter(({ level, responsible }) => (level === 3) === (responsible === null))).toEqual([]);
  expect(catalogue.filter(({ nameEn }) => !/^[\p{Script=Latin}\p{P}\s\d]+$/u.test(nameEn))).toEqual([]);
});
