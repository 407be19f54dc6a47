import type { Tx } from '../platform/database.ts';
import type { Placed, Reader } from '../platform/reader.ts';
import { addPrecedents, type NewPrecedent } from './precedents-store.ts';

/** 裁定先例: each decision about whose duty a matter is, kept by matter. */
export const precedents: Reader = {
  name: 'precedents',
  only: ['arbitrated', 'send-back-refused'],
  async handle(tx: Tx, events: readonly Placed[]) {
    await addPrecedents(
      tx,
      events.flatMap((placed) => decisionIn(placed) ?? []),
    );
  },
};

function decisionIn({ key, seq, at, event, about }: Placed): NewPrecedent | null {
  const matter = about?.matter;
  if (!matter) return null;
  if (event.type === 'arbitrated')
    return { key, seq, at, matter, unit: event.data.unit.id, how: 'arbitrated' };
  if (event.type === 'send-back-refused' && about.unit !== null)
    return { key, seq, at, matter, unit: about.unit, how: 'kept' };
  return null;
}
