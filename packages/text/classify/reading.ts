import type { Document } from './document.ts';
import { eachGram, wordsIn } from './grams.ts';
import { type Block, buildLookup } from './vector.ts';

/** Told of each known gram: its row in the block, the index of its first unit, and how many units it has. */
export type Visit = (row: number, at: number, length: number) => void;

/**
 * Reads a message once for many blocks: most blocks share most of their grams, and hashing and finding them is the
 * dearest part of classifying. Title and opening are where the whole text starts, so their grams are among its.
 */
export type Reader = {
  readonly read: (document: Document) => void;
  /** Visits what the message read last has of a block. */
  readonly eachRow: (block: number, visit: Visit) => void;
};

/** Prepares one table of grams for all blocks of characters, and one for all of words. */
export function buildReader(blocks: readonly Block[]): Reader {
  const tables = { character: buildTable(blocks, 'character'), word: buildTable(blocks, 'word') };
  const ends = blocks.map(() => 0);
  const read = (document: Document): void => {
    const words = wordsIn(document, 'whole');
    tables.character.read(words);
    tables.word.read(words);
    for (const [index, { part, unit }] of blocks.entries()) {
      const own = part === 'whole' ? words : wordsIn(document, part);
      ends[index] = unit === 'word' ? own.length : own.reduce((sum, { length }) => sum + length, 0);
    }
  };
  const eachRow = (block: number, visit: Visit): void => {
    const { unit, longest } = blocks[block] ?? { unit: 'word', longest: 0 };
    tables[unit].eachRow(block, longest, ends[block] ?? 0, visit);
  };
  return { read, eachRow };
}

function buildTable(blocks: readonly Block[], unit: Block['unit']) {
  const own = blocks.map((block) => (block.unit === unit ? block : null));
  const longest = Math.max(0, ...own.map((block) => block?.longest ?? 0));
  const keys = Uint32Array.from(new Set(own.flatMap((block) => (block ? [...block.keys] : []))));
  const lookup = buildLookup(keys);
  const rowsOf = new Int32Array(keys.length * blocks.length).fill(-1);
  for (const [index, block] of own.entries())
    for (const [row, key] of (block?.keys ?? []).entries()) rowsOf[lookup(key) * blocks.length + index] = row;

  let places = new Int32Array(0);
  const read = (words: readonly string[]): void => {
    const units = unit === 'word' ? words.length : words.reduce((sum, { length }) => sum + length, 0);
    const size = units * longest;
    if (places.length < size) places = new Int32Array(2 * size);
    if (longest > 0)
      eachGram(words, { part: 'whole', unit, longest }, (hash, at, length) => {
        places[at * longest + length - 1] = lookup(hash);
      });
  };
  const eachRow = (block: number, most: number, end: number, visit: Visit): void => {
    for (let at = 0; at < end; at += 1) {
      const last = Math.min(most, end - at);
      for (let length = 1; length <= last; length += 1) {
        const gram = places[at * longest + length - 1] ?? -1;
        const row = gram < 0 ? -1 : (rowsOf[gram * blocks.length + block] ?? -1);
        if (row >= 0) visit(row, at, length);
      }
    }
  };
  return { read, eachRow };
}
