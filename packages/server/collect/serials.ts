import { serialBlock, takeSerials } from '../appeal/store.ts';
import type { Database } from '../platform/database.ts';

type Block = { next: number; end: number; taking: Promise<void> | null };
const blocks = new WeakMap<Database, Block>();

/** A serial from this process's own block: filing needs no round trip for its number. One call fetches for all who wait. */
export async function nextSerial(database: Database): Promise<number> {
  const block = blocks.get(database) ?? { next: 0, end: 0, taking: null };
  blocks.set(database, block);
  while (block.next >= block.end) {
    block.taking ??= refill(database, block).finally(() => {
      block.taking = null;
    });
    await block.taking;
  }
  block.next += 1;
  return block.next - 1;
}

async function refill(database: Database, block: Block): Promise<void> {
  const first = await takeSerials(database);
  block.next = first;
  block.end = first + serialBlock;
}
