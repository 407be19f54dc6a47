import { AxeBuilder } from '@axe-core/playwright';
import { demoPassword } from '../packages/server/connect/seed-city.ts';
import type { BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../scripts/browser.ts';

/** What a page is looked at on, in CSS pixels: a phone in the hand, a screen on a desk, the wall of a command room. */
const screens = {
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  desk: { viewport: { width: 1280, height: 800 } },
  wall: { viewport: { width: 1920, height: 1080 } },
} as const satisfies Record<string, BrowserContextOptions>;
export type Screen = keyof typeof screens;

type Look = Pick<BrowserContextOptions, 'colorScheme' | 'deviceScaleFactor' | 'storageState'>;

/** How a page learns that nobody is signed in yet. */
const asksWhoIsHere = '401 GET /api/staff/me';

/** How long a page may take to show what it should, in ms; the machine may be busy. */
export const patience = 15_000;

export type Visitors = Awaited<ReturnType<typeof openVisitors>>;

/**
 * A browser whose visitors come to `url`. Whatever a page complains of is kept: errors it throws or prints, and answers
 * of 400 and more that nobody expected.
 */
export async function openVisitors(url: string) {
  const browser = await launchBrowser();
  const troubles: string[] = [];
  const expected = new Set([asksWhoIsHere]);
  const sessions = new Map<string, Promise<SignedIn>>();

  /** A browser of somebody's own: nothing remembered, unless `look` brings it. */
  async function open(screen: Screen, look: Look = {}): Promise<BrowserContext> {
    const context = await browser.newContext({
      ...screens[screen],
      baseURL: url,
      locale: 'zh-CN',
      reducedMotion: 'reduce',
      ...look,
    });
    context.setDefaultTimeout(patience);
    listen(context, troubles, expected);
    return context;
  }

  const visit = async (screen: Screen, look: Look = {}): Promise<Page> =>
    (await open(screen, look)).newPage();

  /** Through the form, once a person; who comes again brings the cookie. */
  async function signIn(username: string): Promise<SignedIn> {
    const page = await visit('desk');
    await page.goto('/desk');
    await page.getByLabel('账号', { exact: true }).fill(username);
    await page.getByLabel('密码', { exact: true }).fill(demoPassword);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('button', { name: '退出' }).waitFor();
    const state = await page.context().storageState();
    await page.context().close();
    return state;
  }

  return {
    open,
    visit,
    /** A page of a member of staff, signed in, with no address yet. */
    as: async (username: string, screen: Screen, look: Look = {}): Promise<Page> => {
      const session = sessions.get(username) ?? signIn(username);
      sessions.set(username, session);
      return await visit(screen, { ...look, storageState: await session });
    },
    /** @param answer such as `410 GET /api/rate/abc`: from now on no trouble */
    expectAnswer: (answer: string) => void expected.add(answer),
    /** What went wrong since the last time, and forgets it. */
    takeTroubles: (): string[] => troubles.splice(0),
    /** A picture of every page that is open, as `{path} 1.png`, `{path} 2.png` … */
    picturePages: async (path: string): Promise<void> => {
      const pages = browser.contexts().flatMap((context) => context.pages());
      await Promise.all(pages.map((page, index) => page.screenshot({ path: `${path} ${index + 1}.png` })));
    },
    closePages: async () => {
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    close: () => browser.close(),
  };
}
type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>;

/** Notes what the pages of `context` complain of, beside the answers that are expected. */
function listen(context: BrowserContext, troubles: string[], expected: ReadonlySet<string>): void {
  context.on('weberror', (error) => troubles.push(`error on ${error.page()?.url()}: ${error.error().stack}`));
  context.on('console', (line) => {
    // The browser prints each answer of 400 and more too; those are judged below.
    if (line.type() === 'error' && !line.text().startsWith('Failed to load resource')) {
      troubles.push(`console on ${line.page()?.url()}: ${line.text()}`);
    }
  });
  context.on('response', (response) => {
    const path = new URL(response.url()).pathname;
    const answer = `${response.status()} ${response.request().method()} ${path}`;
    if (response.status() >= 400 && !expected.has(answer)) troubles.push(`answer: ${answer}`);
  });
}

/**
 * Looks at the page with axe, all its rules.
 * @throws Error naming each fault, where it is and what to do
 */
export async function axe(page: Page): Promise<void> {
  await settled(page);
  // Legacy: without a second page for the result, which only pages with foreign frames need.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  if (violations.length === 0) return;
  const faults = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `  ${id}: ${help}\n    at ${target.join(' ')}\n    ${failureSummary?.replaceAll('\n', '\n    ')}`,
    ),
  );
  throw new Error(`axe finds ${faults.length} faults on ${page.url()}\n${faults.join('\n')}`);
}

/** Waits until the page has loaded what it shows. Not for an idle network: the live stream never ends. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor();
  await page.waitForFunction(() => {
    const waiting = document.querySelectorAll(
      '[aria-busy="true"], .ant-skeleton, .skeleton, .ant-spin-spinning, .ant-btn-loading',
    );
    const busy = [...waiting].some((element) => element.checkVisibility());
    const moving = document
      .getAnimations()
      .some((one) => one.playState === 'running' && one.effect?.getComputedTiming().iterations !== Infinity);
    const loading = [...document.images].some((image) => image.loading !== 'lazy' && !image.complete);
    return !busy && !moving && !loading;
  });
}

/** How far the page can be scrolled sideways, in px: nothing, if it is made for this screen. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** The texts that stand in a column narrower than three of their letters, as where a part of the page has no room. */
export const crushed = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const words = node.textContent?.trim() ?? '';
      const box = node.parentElement?.closest('section, article, li, td, p, h1, h2, h3, div');
      if (words.length < 6 || !box?.checkVisibility({ visibilityProperty: true })) continue;
      const { clipPath, fontSize, display } = getComputedStyle(box);
      const room = box.getBoundingClientRect().width;
      // What is there for screen readers alone is clipped away.
      if (clipPath === 'none' && display !== 'inline' && room > 1 && room < 3 * Number.parseFloat(fontSize))
        found.push(words);
    }
    return found;
  });

/** The picture an image shows has come, and is one. */
export const hasLoaded = (image: Locator): Promise<boolean> =>
  image.evaluate(
    (element) => element instanceof HTMLImageElement && element.complete && element.naturalWidth > 0,
  );
