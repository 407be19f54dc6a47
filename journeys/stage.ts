import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { serve } from '../packages/server/serve.ts';
// Says what the run provides to the tests.
import '../packages/server/testing/global-setup.ts';
import { createStory } from '../packages/server/testing/story.ts';
import { createTestCity, type TestCity } from '../packages/server/testing/test-city.ts';
import { openVisitors, patience, type Visitors } from './visitors.ts';

/** Where what a failed story had on its pages can be looked at. */
const results = 'test-results';

export type Stage = Visitors & {
  readonly city: TestCity;
  /** What people do behind the scene of a story, over the API. */
  readonly story: ReturnType<typeof createStory>;
  /** Does `work` as if it were so many ms ago, by the server's clock; pages keep the time of now. */
  readonly ago: <T>(ms: number, work: () => Promise<T>) => Promise<T>;
};

/** What a page comes to show by and by: looked at again until it is so. */
export const soon = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: patience, interval: 100 });

/**
 * A demo city without appeals, truly served with its pages and all that follows the events, and a browser to visit it;
 * both are a test file's own. A test fails when a page it opened complained of anything. The clock is the real one, for
 * a browser has no other.
 * @returns reads the stage; there is none before the file's first hook has run
 */
export function useStage(): () => Stage {
  let stage: Stage | null = null;
  let behind = 0;
  const ready = (): Stage => {
    if (!stage) throw new Error('the stage is not ready');
    return stage;
  };
  const closers: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    const city = await createTestCity({ at: () => Date.now() - behind });
    closers.push(city.close);
    const serving = await serve(city, city.url, { pages: true });
    closers.push(() => serving.close());
    const visitors = await openVisitors(`http://127.0.0.1:${serving.port}`);
    closers.push(visitors.close);
    const ago: Stage['ago'] = async (ms, work) => {
      behind = ms;
      return await work().finally(() => {
        behind = 0;
      });
    };
    stage = { ...visitors, city, story: createStory(city), ago };
  });

  afterEach(async ({ task }) => {
    const { picturePages, closePages, takeTroubles } = ready();
    if (task.result?.state === 'fail') await picturePages(`${results}/${task.name.slice(0, 60)}`);
    await closePages();
    const troubles = takeTroubles();
    if (troubles.length > 0) throw new Error(`the pages complain:\n${troubles.join('\n')}`);
  });

  // The browser leaves first: a page whose server has gone would complain.
  afterAll(async () => {
    for (const close of closers.reverse()) await close();
  });

  return ready;
}
