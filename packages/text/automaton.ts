/** One place where a word stands in the text: its index in the list given, and UTF-16 offsets [start, end). */
export type Hit = { readonly word: number; readonly start: number; readonly end: number };

const ROOT = 0;

/**
 * An Aho–Corasick automaton: finds every place of every word, overlapping ones too, in one pass whose cost does not
 * grow with the number of words. Hits come in the order of their ends, longer ones first. `words` must be distinct
 * and not empty strings. One flat map holds the whole tree, keyed by node and UTF-16 unit.
 */
export function buildMatcher(words: readonly string[]): (text: string) => Hit[] {
  const children = new Map<number, number>();
  const child = (node: number, unit: number): number | undefined => children.get(node * 0x10000 + unit);
  const { nodes, wordAt } = plant(words, children);
  const fallback = new Int32Array(nodes.length); // the longest proper suffix that is in the tree
  const shorter = new Int32Array(nodes.length); // the longest proper suffix that is a word; ROOT when none

  /** The node after reading `unit` at `node`: down, or as little back up as it takes to go down. */
  const step = (node: number, unit: number): number => {
    for (let at = node; ; at = fallback[at] ?? ROOT) {
      const next = child(at, unit);
      if (next !== undefined) return next;
      if (at === ROOT) return ROOT;
    }
  };

  // Shallow nodes first: a suffix is always shallower, so its own links are ready.
  for (const { node, parent, unit, depth } of nodes.toSorted((a, b) => a.depth - b.depth)) {
    if (depth < 2) continue;
    const suffix = step(fallback[parent] ?? ROOT, unit);
    fallback[node] = suffix;
    shorter[node] = wordAt.has(suffix) ? suffix : (shorter[suffix] ?? ROOT);
  }

  return (text) => {
    const hits: Hit[] = [];
    let node = ROOT;
    for (let index = 0; index < text.length; index++) {
      node = step(node, text.charCodeAt(index));
      for (let at = node; at !== ROOT; at = shorter[at] ?? ROOT) {
        const word = wordAt.get(at);
        if (word !== undefined)
          hits.push({ word, start: index + 1 - (words[word] ?? '').length, end: index + 1 });
      }
    }
    return hits;
  };
}

type Node = { readonly node: number; readonly parent: number; readonly unit: number; readonly depth: number };

/** Grows the tree of `words` into `children`; says its nodes (index = number) and which word ends at which node. */
function plant(words: readonly string[], children: Map<number, number>) {
  const nodes: Node[] = [{ node: ROOT, parent: ROOT, unit: 0, depth: 0 }];
  const wordAt = new Map<number, number>();
  for (const [index, word] of words.entries()) {
    let parent = ROOT;
    for (let depth = 1; depth <= word.length; depth++) {
      const unit = word.charCodeAt(depth - 1);
      const key = parent * 0x10000 + unit;
      let node = children.get(key);
      if (node === undefined) {
        node = nodes.length;
        children.set(key, node);
        nodes.push({ node, parent, unit, depth });
      }
      parent = node;
    }
    wordAt.set(parent, index);
  }
  return { nodes, wordAt };
}
