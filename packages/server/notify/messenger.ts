import type { Placed, Reader } from '../platform/reader.ts';
import { addMessages } from './store.ts';
import { citizenHears } from './who-hears.ts';

/** Makes a message of every event a citizen should hear of. How it reaches them is the delivery's business. */
export const messenger: Reader = {
  name: 'messages',
  async handle(tx, events: readonly Placed[]) {
    const messages = events.flatMap((placed) => {
      const template = citizenHears(placed.event);
      if (!template) return [];
      const { key, seq, at } = placed;
      return [
        { key: `${key.cohort}/${key.id}/${seq}/citizen`, cohort: key.cohort, appeal: key.id, template, at },
      ];
    });
    await addMessages(tx, messages);
  },
};
