import { expect, test } from 'vitest';
import { crash } from './crash.ts';

test('kill -9 in the middle of the intake: nothing acknowledged is lost, nothing is done twice', async () => {
  const { rounds } = await crash({ seconds: 3, clients: 8, together: true, appeals: 0 });
  expect(rounds).toHaveLength(2);
  for (const round of rounds) expect(round).toMatchObject({ lost: 0, doubled: 0, jobs: 0 });
}, 120_000);
