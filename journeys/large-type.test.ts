import { expect, test } from 'vitest';
import { useStage } from './stage.ts';
import { axe, settled, sideways } from './visitors.ts';

const stage = useStage();

// Ten pages, each looked at by axe.
const patience = 240_000;

test('large type is a touch away, stays, leaves out what is not needed and has the hotline at the thumb', {
  timeout: patience,
}, async () => {
  const { visit, story } = stage();
  const filed = await story.answered();
  const page = await visit('phone');
  await page.goto('/');
  const size = () => page.locator('h1').evaluate((title) => parseFloat(getComputedStyle(title).fontSize));
  const plain = await size();
  await page.getByText('近来每日收到与办结').first().waitFor();
  await page.getByRole('button', { name: '长辈版' }).click();
  expect(await size()).toBeGreaterThan(plain * 1.2);
  expect(await page.getByText('近来每日收到与办结').count()).toBe(0);
  const call = page.getByRole('link', { name: '打电话 12345' });
  expect(await call.getAttribute('href')).toBe('tel:12345');
  for (const path of [
    '/',
    '/file',
    '/track',
    `/track/${filed.number}?code=${filed.queryCode}`,
    '/me',
    '/square',
    '/channels',
    '/directory',
    '/rules',
    '/waiting',
  ]) {
    await page.goto(path);
    await settled(page);
    expect({ path, wide: await sideways(page) }).toEqual({ path, wide: 0 });
    expect(await call.isVisible()).toBe(true);
    await axe(page);
  }
  await page.getByRole('button', { name: '标准版' }).click();
  await page.goto('/');
  await page.getByText('近来每日收到与办结').first().waitFor();
});
