/**
 * Takes the README's pictures anew: `node scripts/node.mjs journeys/screenshots.ts [FOLDER]`. They show a demo city that
 * always has the same year behind it and stands at the same moment: beside a serial number, a picture changes only when
 * a page does.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { casePage, track } from '../packages/domain/api.ts';
import { type City, openCity, readers } from '../packages/server/city.ts';
import { seedHistories } from '../packages/server/connect/seed-histories.ts';
import { catchUp } from '../packages/server/platform/catch-up.ts';
import { startTestPostgres } from '../packages/server/platform/postgres/test-server.ts';
import { buildWeb } from '../packages/server/platform/web-pages.ts';
import { serve } from '../packages/server/serve.ts';
import { testConfig } from '../packages/server/testing/test-config.ts';
import { openVisitors, settled, type Visitors } from './visitors.ts';

const folder = resolve(process.argv[2] ?? join(import.meta.dirname, '../docs/images'));

/** A Wednesday afternoon: the day has its numbers, and most of them will still move. */
const now = Date.parse('2026-06-10T16:20:00+08:00');
const appeals = 800;
/** Of the first ones, whose words read best. */
const seed = 4;

/** What a citizen writes on the second picture. */
const words = '昨晚十一点多，景田北街的工地夜间施工，打桩声吵得孩子睡不着，已经连着三个晚上了。';

const sharpness = { phone: { deviceScaleFactor: 2 }, desk: { deviceScaleFactor: 1.5 }, wall: {} } as const;

async function main(): Promise<void> {
  const postgres = await startTestPostgres();
  const dataDir = await mkdtemp(join(tmpdir(), 'suban-pictures-'));
  try {
    await buildWeb(console.log);
    const city = await openCity(testConfig(dataDir), postgres.url, { clock: () => now });
    await seedHistories(city.services, { appeals, months: 12, seed });
    await catchUp(city.services.database, readers(city.services));
    const serving = await serve(city, postgres.url, { pages: true });
    const visitors = await openVisitors(`http://127.0.0.1:${serving.port}`);
    try {
      await citizenPictures(visitors, city);
      await workerPictures(visitors);
      await managerPictures(visitors);
      for (const trouble of visitors.takeTroubles()) console.warn(trouble);
    } finally {
      await visitors.close();
      await serving.close();
      await city.close();
    }
  } finally {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** The page as it stands, in few colours: a picture of words needs no more, and a README is fetched often. */
async function picture(page: Page, name: string): Promise<void> {
  await settled(page);
  // Images loaded as one comes to them, too.
  await page.waitForFunction(() =>
    [...document.images].every((image) => image.complete || image.getBoundingClientRect().top > innerHeight),
  );
  const file = await sharp(await page.screenshot())
    .png({ palette: true, effort: 10 })
    .toBuffer();
  await writeFile(join(folder, `${name}.png`), file);
  console.log(`${name}.png ${Math.round(file.length / 1024)} KB`);
}

/** Opens a page at the city's moment. */
async function open(page: Page, path: string): Promise<Page> {
  await page.clock.setFixedTime(now);
  await page.goto(path);
  await settled(page);
  return page;
}

async function citizenPictures(visitors: Visitors, city: City): Promise<void> {
  const page = await visitors.visit('phone', sharpness.phone);
  await open(page, '/');
  await picture(page, 'citizen-home');
  await page.getByLabel('说出您的诉求').fill(words);
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('group', { name: '我们这样理解' }).waitFor();
  await page.getByLabel('发生了什么').scrollIntoViewIfNeeded();
  await picture(page, 'citizen-file');
  const { number, code } = await answeredCase(visitors, city);
  await open(page, `/track/${number}?code=${code}`);
  const way = page.getByRole('heading', { name: '办理过程' });
  await way.evaluate((heading) => scrollBy(0, heading.getBoundingClientRect().top - 40));
  await picture(page, 'citizen-track');
  await page.context().close();
}

async function workerPictures(visitors: Visitors): Promise<void> {
  const dispatcher = await open(await visitors.as('dispatcher', 'desk', sharpness.desk), '/desk');
  await dispatcher.keyboard.press('j');
  await picture(dispatcher, 'worker-queue');
  const leader = await open(await visitors.as('yl-leader', 'desk', sharpness.desk), '/desk');
  await leader.getByRole('list', { name: '诉求列表' }).getByRole('link').first().click();
  await leader.getByRole('heading', { name: '操作' }).waitFor();
  await picture(leader, 'worker-case');
  const operator = await open(await visitors.as('operator', 'desk', sharpness.desk), '/desk/record');
  await operator.getByLabel('诉求内容').fill(words);
  await operator
    .getByText(/建筑施工|施工噪声/)
    .first()
    .waitFor();
  await picture(operator, 'worker-record');
  await picture(
    await open(await visitors.as('yl-grid', 'phone', sharpness.phone), '/desk/field'),
    'worker-field',
  );
}

async function managerPictures(visitors: Visitors): Promise<void> {
  await picture(await open(await visitors.as('mayor', 'desk', sharpness.desk), '/command'), 'manager-today');
  await picture(
    await open(await visitors.as('mayor', 'desk', sharpness.desk), '/command/map'),
    'manager-map',
  );
  await picture(
    await open(await visitors.as('mayor', 'desk', sharpness.desk), '/command/events'),
    'manager-events',
  );
  await picture(
    await open(await visitors.as('system-admin', 'desk', sharpness.desk), '/command/settings/catalogue'),
    'manager-catalogue',
  );
  await picture(
    await open(await visitors.as('mayor', 'wall', sharpness.wall), '/command/wall'),
    'manager-wall',
  );
}

/** A case that has been answered with photos, and its citizen's key to it. */
async function answeredCase(
  visitors: Visitors,
  { services }: City,
): Promise<{ number: string; code: string }> {
  const { request } = await visitors.as('mayor', 'desk');
  const page = casePage.parse(await (await request.get('/api/command/cases?state=awaiting-rating')).json());
  for (const { number } of page.items) {
    const code = services.crypto.queryCode(number);
    const { timeline } = track.parse(await (await request.get(`/api/appeals/${number}?code=${code}`)).json());
    const shows = (role: string) =>
      timeline.some(({ photos }) => photos.some((photo) => photo.role === role));
    if (shows('before') && shows('after')) return { number, code };
  }
  throw new Error('no case is answered with photos');
}

await main();
