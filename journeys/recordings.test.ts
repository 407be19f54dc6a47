import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { recorded } from '../packages/server/testing/recordings.ts';
import { soon, useStage } from './stage.ts';
import { axe, sideways } from './visitors.ts';

const stage = useStage();
/** A long story on a busy machine, in ms. */
const patience = 150_000;

const words = '园岭街道园岭新村门口夜里有工地打桩，录了一段，请听一听，太吵了睡不着。';

/** It plays, and not only stands there. */
const plays = async (player: Locator): Promise<void> => {
  await player.scrollIntoViewIfNeeded();
  await soon(() =>
    player.evaluate(async (element) => {
      if (!(element instanceof HTMLMediaElement)) return 0;
      element.muted = true;
      await element.play();
      return element.currentTime;
    }),
  ).toBeGreaterThan(0);
};

async function speak(page: Page, ms: number): Promise<void> {
  await page.getByRole('button', { name: '录一段语音' }).click();
  await page.getByText(/正在录音 0:0/).waitFor();
  await page.waitForTimeout(ms);
  await page.getByRole('button', { name: '录好了' }).click();
  await page.getByRole('button', { name: '录一段语音' }).waitFor();
}

test('a citizen says and films what is wrong; the handler hears and sees it, nobody else may', {
  timeout: patience,
}, async () => {
  const { visit, as, city } = stage();
  const citizen = await visit('phone');
  await citizen.goto('/file');
  await citizen.getByLabel('发生了什么').fill(words);
  // Said, listened to, thought better of, said again.
  await speak(citizen, 600);
  await plays(citizen.getByLabel('语音 1', { exact: true }));
  await citizen.getByRole('button', { name: '删除语音 1' }).click();
  await citizen.getByLabel('语音 1', { exact: true }).waitFor({ state: 'detached' });
  await speak(citizen, 1200);
  await citizen.getByLabel('拍视频或选视频').setInputFiles({
    name: 'VID_0042.webm',
    mimeType: 'video/webm',
    buffer: await recorded('video.webm'),
  });
  await soon(() => citizen.getByText('已上传').count()).toBe(2);
  expect(await sideways(citizen)).toBe(0);
  await axe(citizen);
  // What was recorded outlives the page, in its order.
  await citizen.reload();
  await plays(citizen.getByLabel('视频 2', { exact: true }));
  await citizen.getByLabel('手机号').fill('13912345678');
  await citizen.getByRole('button', { name: '提交', exact: true }).click();
  await citizen.getByRole('heading', { name: '收到了，我们这就去办' }).waitFor();
  const [number = '', queryCode = ''] = await citizen.getByRole('definition').allInnerTexts();

  const track = await city.citizen.follow({ number, queryCode });
  expect(track.timeline[0]?.photos.map(({ kind }) => kind)).toEqual(['voice', 'video']);
  await citizen.goto(`/track/${number}?code=${queryCode}`);
  await plays(citizen.getByLabel(/^语音 1/));
  await axe(citizen);

  const desk = await as('operator', 'desk');
  await desk.goto(`/desk/cases/${number}`);
  await plays(desk.getByLabel(/^语音 1/));
  await plays(desk.getByLabel(/^视频 2/));
  await axe(desk);
});

test('what is no recording and what is too large is told at once, in words', async () => {
  const { visit, expectAnswer } = stage();
  const page = await visit('phone');
  await page.goto('/file');
  const film = page.getByLabel('拍视频或选视频');
  expectAnswer('400 POST /api/files');
  await film.setInputFiles({
    name: 'a.mp4',
    mimeType: 'video/mp4',
    buffer: Buffer.from('\0\0\0\x10ftypisom\0\0\0\0and nothing more'),
  });
  await page.getByText('录音或录像无法读取').waitFor();
  await axe(page);
  await page.getByRole('button', { name: '删除视频 1' }).click();
  await page.getByText('录音或录像无法读取').waitFor({ state: 'detached' });
  expect(await page.getByRole('button', { name: /^删除/ }).count()).toBe(0);
});
