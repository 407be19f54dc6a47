import { createHash } from 'node:crypto';
import { alertRules } from '@suban/domain/govern/alert-words.ts';
import { defaultSettings } from '@suban/domain/settings.ts';
import { expect, test } from 'vitest';
import { comparing } from '../similar/compare.ts';
import { learntRarity } from '../similar/same-event.ts';
import { problemNames, signatureOf } from '../similar/signature.ts';
import { startDetector, type DetectorOptions, type Message, type Taken } from './detector.ts';
import { isFar, linkTo } from './linkage.ts';
import { startPostings } from './postings.ts';
import { startRiseWatch } from './rise.ts';
import { sensitiveWord } from './sensitive.ts';
import { packStep, unpackStep } from './steps.ts';
import { isAlert, isAsking, urgency } from './urgency.ts';

const rules = alertRules(defaultSettings);
const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const at = (day: number, hour = 9): string => new Date(Date.UTC(2026, 2, day, hour)).toISOString();

const wall: readonly Omit<Message, 'id' | 'time'>[] = [
  {
    title: '望湖苑二期外墙瓷砖脱落砸坏车辆',
    body: '望湖苑二期七栋外墙瓷砖大块脱落，昨天砸坏了楼下的车，开发商锦澜置业不肯修。',
  },
  {
    title: '望湖苑二期外墙脱落，开发商锦澜置业推诿',
    body: '望湖苑二期交房才两年，外墙瓷砖就开裂脱落，锦澜置业说过了保修期，物业也不管。',
  },
  {
    title: '投诉望湖苑二期房屋质量差外墙掉砖',
    body: '望湖苑二期多栋楼外墙空鼓、掉瓷砖，老人孩子不敢从楼下走，锦澜置业至今没有方案。',
  },
  {
    title: '望湖苑二期七栋外墙瓷砖又掉了',
    body: '上个月投诉过望湖苑二期外墙脱落，锦澜置业只围了一圈绳子，今天瓷砖又掉下来一片。',
  },
];
const others: readonly Omit<Message, 'id' | 'time'>[] = [
  { title: '长乐巷路灯坏了半个月', body: '长乐巷从菜场到小学一段路灯全不亮，晚上摸黑走路。' },
  { title: '东柳村公交改道后不停站', body: '公交改道后不再停东柳村，老人去医院要走两公里。' },
];

function run(texts: readonly Omit<Message, 'id' | 'time'>[], options: DetectorOptions = {}, days = 1) {
  const detector = startDetector(options);
  const results = texts.map((text, index) =>
    detector.take({ ...text, id: String(index), time: at(1 + index * days) }, rules),
  );
  return {
    detector,
    alerts: results.map(({ alerts }) => alerts),
    closed: results.flatMap(({ closed }) => closed.map(({ describe }) => describe())),
  };
}

test('the third complaint of one event raises its one alert, which others in between do not', () => {
  const [first, second, third, fourth] = wall;
  const [lamp, bus] = others;
  if (!first || !second || !third || !fourth || !lamp || !bus) throw new Error('a text is missing');
  const { alerts, detector } = run([first, lamp, second, bus, third, fourth]);
  expect(alerts.map(({ length }) => length)).toEqual([0, 0, 0, 0, 1, 0]);
  expect(alerts[4]?.[0]).toMatchObject({
    ids: ['0', '2', '4'],
    alertAt: at(5),
    cause: 'gathering',
    place: '望湖苑二期外墙',
  });
  expect(detector.events().find(({ alertAt }) => alertAt !== null)?.ids).toEqual(['0', '2', '4', '5']);
}, 60_000);

test('an alert is decided by what came before: cutting the stream after it changes nothing', () => {
  const whole = run([...wall, ...others]).alerts.flat();
  expect(run(wall.slice(0, 3)).alerts.flat()).toEqual(whole);
});

test('one text posted again and again is one complaint and raises nothing at the third time', () => {
  const [text] = wall;
  if (!text) throw new Error('a text is missing');
  const { alerts, detector } = run([text, text, text]);
  expect(alerts.flat()).toEqual([]);
  expect(detector.events()).toHaveLength(1);
});

test('questions wait for more of them than complaints do', () => {
  const standing = { appeals: 3, texts: 3, cohesion: 1 };
  expect(isAlert({ ...standing, asking: 0 }, 3)).toBe(true);
  expect(isAlert({ ...standing, asking: 3 }, 3)).toBe(false);
  expect(urgency({ ...standing, asking: 1 })).toBeLessThan(urgency({ ...standing, asking: 0 }));
  expect(isAlert({ appeals: 2, texts: 2, asking: 0, cohesion: 3 }, 3)).toBe(false);
  expect(isAsking('请问长乐巷什么时候装路灯')).toBe(true);
  expect(isAsking('长乐巷路灯坏了没人修')).toBe(false);
});

test('one stray text among four does not keep an appeal from its event, and most others are told at a first look', () => {
  const rarity = learntRarity();
  const [first, second, third, fourth, stray] = [...wall, others[0]].map((text) => {
    if (!text) throw new Error('a text is missing');
    return signatureOf(text, rarity);
  });
  if (!first || !second || !third || !fourth || !stray) throw new Error('a text is missing');
  const likeness = comparing(fourth, rarity);
  const { score } = linkTo(likeness, [first, second, third]);
  expect(linkTo(likeness, [stray, first, second, third]).score).toBe(score);
  expect(isFar(likeness, [first, second, third])).toBe(false);
  expect(isFar(comparing(stray, rarity), [first, second, third])).toBe(true);
  expect(likeness(first)).toEqual(comparing(first, rarity)(fourth));
});

test('a sensitive word is alerted at once; one said in passing is not', () => {
  const { alerts } = run([{ title: '邻居被拖欠货款', body: '他今天说要跳楼，请快来人。' }]);
  expect(alerts[0]?.[0]).toMatchObject({ cause: 'sensitive', evidence: '跳楼', ids: ['0'] });
  const found = (title: string, body: string) => sensitiveWord({ title, body }, rules.words);
  expect(found('旧围墙开裂', '再不修可能会坍塌。')).toBeNull();
  expect(found('旧围墙坍塌', '没有人受伤。')).toBe('坍塌');
  expect(found('物业不肯退场', '这是对小区的实质性侵占。')).toBeNull();
  expect(found('培训班老师', '有人说他性侵学员。')).toBe('性侵');
});

test('an event that grew old is closed and handed out, and what comes later starts anew', () => {
  const { closed, detector } = run(wall.slice(0, 3), { keepDays: 30 }, 40);
  expect(closed.map(({ ids }) => ids)).toEqual([['0'], ['1']]);
  expect(detector.events().map(({ ids }) => ids)).toEqual([['2']]);
});

test('no more events are kept open than told', () => {
  const { closed, detector } = run([...others, ...wall.slice(0, 1)], { keepEvents: 2 });
  expect(closed).toHaveLength(1);
  expect(detector.events()).toHaveLength(2);
});

test('a bucket keeps its newest entries, each once', () => {
  const postings = startPostings(1);
  for (let entry = 1; entry <= 12; entry++) postings.file([7], entry);
  postings.file([7], 6);
  expect([...postings.find([7]).keys()]).toEqual([6, 12, 11, 10, 9, 8, 7, 5]);
});

test('a day far above the same weekdays is told once; a usual one and an early one are not', () => {
  const day = 86_400_000;
  const watch = startRiseWatch(2);
  const feed = (on: number, count: number) =>
    Array.from({ length: count }, (_, n) => watch.take(`${on}-${n}`, on * day + n, 1)).filter(
      (rise) => rise !== null,
    );
  expect(feed(0, 30)).toEqual([]);
  for (let on = 1; on < 70; on++) expect(feed(on, on % 7 === 0 ? 12 : 3)).toEqual([]);
  expect(feed(70, 14)).toEqual([]);
  const told = feed(71, 25);
  expect(told).toHaveLength(1);
  expect(told[0]).toMatchObject({ problem: 1, expected: 3 });
  expect(feed(74, 7)).toEqual([]);
});

const plain = ({ closed, ...taken }: Taken) => ({ ...taken, closed: closed.map(({ number }) => number) });

test('saved and restored at any message, and with the steps since taken again, it goes on exactly as it was', () => {
  const texts = [...wall, ...others, ...wall, ...others, ...wall].map((text, index) => ({
    ...text,
    id: String(index),
    time: at(1 + index),
    quiet: index % 3 === 2,
    area: index % 2 === 0 ? '7' : null,
  }));
  const options = { keepEvents: 40, keepIds: 3 };
  const whole = startDetector(options);
  const results = texts.map((text) => whole.take(text, rules));
  for (let cut = 1; cut < texts.length; cut += 4) {
    const before = startDetector(options);
    for (const text of texts.slice(0, Math.floor(cut / 2))) before.take(text, rules);
    const after = startDetector(options, before.save());
    for (const { step } of results.slice(Math.floor(cut / 2), cut)) after.again(unpackStep(packStep(step)));
    expect(texts.slice(cut).map((text) => plain(after.take(text, rules)))).toEqual(
      results.slice(cut).map(plain),
    );
    expect(sha(after.save())).toBe(sha(whole.save()));
  }
}, 60_000);

test('a city that asks for more appeals waits for them, and its own words alert at once', () => {
  const told = wall.map((text, index) => ({ ...text, id: String(index), time: at(1 + index) }));
  const raised = (own: Partial<typeof rules>) => {
    const detector = startDetector();
    return told.map((message) => detector.take(message, { ...rules, ...own }).raised?.cause ?? null);
  };
  expect(raised({ appeals: 4 })).toEqual([null, null, null, 'gathering']);
  expect(raised({ appeals: 5 })).toEqual([null, null, null, null]);
  expect(raised({ appeals: 2 })).toEqual([null, 'gathering', null, null]);
  const words = { anywhere: ['开发商'], inTitle: [] };
  expect(raised({ words, appeals: 50 })).toEqual(['sensitive', null, null, null]);
  expect(raised({ words: { anywhere: [], inTitle: ['空鼓'] }, appeals: 50 })).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test('what is quiet counts, but lends an event no word', () => {
  const told = wall.map((text, index) => ({ ...text, id: String(index), time: at(1 + index), quiet: true }));
  const detector = startDetector();
  const alerts = told.flatMap((message) => detector.take(message, rules).alerts);
  expect(alerts).toHaveLength(1);
  expect(alerts[0]?.place).toBeNull();
  expect(problemNames).toContain(alerts[0]?.name);
});

test('what comes days late joins its event, and is no number of today', () => {
  const detector = startDetector();
  const [text] = others;
  if (!text) throw new Error('a text is missing');
  for (let day = 0; day < 70; day++) detector.take({ ...text, id: `d${day}`, time: at(1 + day) }, rules);
  const late = Array.from({ length: 30 }, (_, n) =>
    detector.take({ ...text, id: `l${n}`, time: at(30) }, rules),
  );
  expect(late.flatMap(({ rise }) => rise ?? [])).toEqual([]);
  const now = Array.from({ length: 30 }, (_, n) =>
    detector.take({ ...text, id: `n${n}`, time: at(71, 10) }, rules),
  );
  expect(now.flatMap(({ rise }) => rise ?? [])).toHaveLength(1);
  expect(now.at(-1)?.rising).toBe(Math.floor(Date.parse(at(71)) / 86_400_000));
});
