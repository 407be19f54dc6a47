import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** The lines of the list on a desk's page. */
export const cases = (page: Page) => page.getByRole('list', { name: '诉求列表' }).getByRole('listitem');

/** Opens the case from the queue it lies in, as a click would. @param queue the person's first, when left out */
export async function openCase(page: Page, number: string, queue?: string): Promise<void> {
  await page.goto(queue === undefined ? '/desk' : `/desk/queues/${queue}`);
  await cases(page).filter({ hasText: number }).getByRole('link').click();
  await page.getByRole('heading', { name: '操作' }).waitFor();
}

/** The form of one action, unfolded. */
export async function action(page: Page, name: string): Promise<Locator> {
  const button = page.getByRole('button', { name, exact: true }).and(page.locator('[aria-expanded]'));
  await button.waitFor();
  // The next step unfolds by itself once the one before is done: a click that meets it folds it up again.
  while ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
  return page.locator('section').filter({ has: button });
}

/** What the desk says once a command is done. */
export const told = (page: Page, words: string) =>
  page.locator('.ant-message').getByText(words).first().waitFor();

/** Types into a field that searches on the server, and takes the first it offers. @param name of what is to be offered */
export async function pick(page: Page, field: Locator, words: string, name = words): Promise<void> {
  await field.fill(words);
  await page.getByRole('option', { name }).first().waitFor({ state: 'attached' });
  await expect.poll(() => onScreen(page.locator('.ant-select-dropdown:visible'))).toBe(true);
  await page.keyboard.press('Enter');
}

/** A list that opens off the screen is offered to nobody who looks. */
const onScreen = (list: Locator): Promise<boolean> =>
  list.first().evaluate((element) => {
    const { left, right, top } = element.getBoundingClientRect();
    return left >= 0 && right <= innerWidth && top >= 0 && top < innerHeight;
  });
