import { buildWeb } from '../packages/server/platform/web-pages.ts';

/** Once before all stories: two of them at a time would build the same pages side by side. */
export const setup = (): Promise<void> => buildWeb(console.log);
