import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

let folder = '';
/** A browser that says its version, or a stub that fails, as some systems ship. */
const program = (name: string, exit: number): string => {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\nexit ${exit}\n`, { mode: 0o755 });
  return path;
};
/** Found anew: the module keeps what it found for its life. */
const findBrowser = async (): Promise<string> => {
  vi.resetModules();
  return await (await import('./browser.ts')).findBrowser();
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'suban-browser-'));
  vi.stubEnv('SUBAN_BROWSER', undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

test('SUBAN_BROWSER comes before anything on PATH', async () => {
  const named = program('my-browser', 0);
  program('chromium', 0);
  vi.stubEnv('PATH', folder);
  vi.stubEnv('SUBAN_BROWSER', named);
  expect(await findBrowser()).toBe(named);
});

test('what SUBAN_BROWSER names must start; nothing else is taken or fetched for it', async () => {
  const named = program('my-browser', 1);
  program('chromium', 0);
  vi.stubEnv('PATH', [folder, process.env.PATH].join(delimiter));
  vi.stubEnv('SUBAN_BROWSER', named);
  await expect(findBrowser()).rejects.toMatchObject({
    code: 'no-browser',
    message: expect.stringContaining(named),
  });
});

test('a stub on PATH that does not start is passed over', async () => {
  program('chromium', 1);
  const works = program('google-chrome', 0);
  vi.stubEnv('PATH', folder);
  expect(await findBrowser()).toBe(works);
});
