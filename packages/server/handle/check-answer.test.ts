import { suggestion } from '@suban/domain/api-suggestions.ts';
import { answerCheck } from '@suban/domain/api-answers.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Filed, read } from '../testing/client.ts';
import { createStory } from '../testing/story.ts';
import { createTestCity, type TestCity } from '../testing/test-city.ts';

const text =
  '园岭新村12栋门口的路灯从3月5日起不亮，老人摔倒花了200元看病。请问什么时候能修好？找了明泰物业管理有限公司没人管。';
const good =
  '您好！经现场检查，园岭新村12栋门口路灯线路老化，区城管局已责令明泰物业管理有限公司维修，3月9日前恢复亮灯。';

let city: TestCity;
let theirs: Filed;
beforeAll(async () => {
  city = await createTestCity();
  theirs = await createStory(city).dispatched({ title: '园岭新村门口路灯不亮', text });
  await city.drain();
});
afterAll(() => city.close());

const ask = (who: string, body: object) =>
  city.as(who).post(`/api/desk/cases/${theirs.number}/check-answer`, body);
const codes = async (body: object) =>
  read(await ask('yl-handler', body), 200, answerCheck).findings.map(({ code }) => code);

test('the handler is told what the draft lacks, and nothing of a full one', async () => {
  expect(
    await codes({ text: '您好！您的诉求已收悉，已转交相关部门处理，谢谢！', outcome: 'explained' }),
  ).toEqual(['forwarding-only']);
  expect(await codes({ text: '经现场检查，园岭新村12栋路灯线路老化，已维修。', outcome: 'solved' })).toEqual([
    'ask-unanswered',
  ]);
  expect(await codes({ text: good, outcome: 'partly' })).toEqual([]);
});

test('a finding has words in both languages and quotes what it is about', async () => {
  const answer = await ask('yl-handler', { text: '经现场检查，路灯线路老化，已维修。', outcome: 'solved' });
  const [first] = read(answer, 200, answerCheck).findings;
  expect(first).toMatchObject({
    code: 'ask-unanswered',
    quote: { of: 'question', text: '请问什么时候能修好' },
  });
  expect(first?.message).toMatch(/\p{Script=Han}/u);
  expect(first?.messageEn).toMatch(/^[\x20-\x7e]+$/);
});

test('basis and date given in their own fields count', async () => {
  const refusal = { text: '经研究，园岭新村12栋门口不予增设路灯，您可联系街道办。', outcome: 'not-our-duty' };
  expect(await codes(refusal)).toContain('no-basis');
  expect(await codes({ ...refusal, legalBasis: '城市照明管理规定' })).not.toContain('no-basis');
  const later = { text: '经现场检查，园岭新村12栋路灯线路老化，下一步更换。', outcome: 'partly' };
  expect(await codes(later)).toContain('no-date');
  expect(await codes({ ...later, promisedAt: '2026-03-09T18:00:00+08:00' })).not.toContain('no-date');
});

test('what the citizen adds later is asked too', async () => {
  const added = await city.citizen.does(theirs, 'supplement', { text: '请问更换灯杆的费用是多少？' });
  expect(added.status).toBe(200);
  const found = read(await ask('yl-handler', { text: good, outcome: 'partly' }), 200, answerCheck).findings;
  expect(found.map(({ quote }) => quote?.text)).toEqual(['请问更换灯杆的费用是多少']);
});

test('only who may read the case may ask; a stranger is told nothing of it', async () => {
  expect((await ask('cg-handler', { text: good })).status).toBe(404);
  expect(
    (await city.citizen.post(`/api/desk/cases/${theirs.number}/check-answer`, { text: good })).status,
  ).toBe(401);
});

test('the case shows what was read from its words, but no telephone; its places lie in the body', async () => {
  const { body, fields } = await city.as('yl-handler').case(theirs.number);
  expect(fields.map(({ kind, text: words }) => [kind, words])).toEqual([
    ['estate', '园岭新村'],
    ['time', '3月5日'],
    ['amount', '200元'],
    ['party', '明泰物业管理有限公司'],
  ]);
  for (const { start, end, text: words } of fields) expect(body.slice(start, end)).toBe(words);
});

test('while an appeal is written its place, times and firms are found', async () => {
  const said = read(
    await city.citizen.post('/api/suggest', { text: `${text}电话13900001234。` }),
    200,
    suggestion,
  );
  expect(said.address).toBe('园岭新村');
  expect(said.fields.map(({ kind }) => kind)).toEqual(['estate', 'time', 'amount', 'party', 'phone']);
});
