import { createRequire } from 'node:module';

// A synchronous require on first use: the addon and its dictionaries cost 0.2 s and 60 MB, and most processes that
// import this package (the browser build, short commands) never cut a word.
const require = createRequire(import.meta.url);

function load() {
  const { Jieba } = require('@node-rs/jieba') as typeof import('@node-rs/jieba');
  return Jieba.withDict(dictionary());
}

let loaded: ReturnType<typeof load> | undefined;

/** The one segmenter of this process, loaded when first asked for. */
export function jieba(): ReturnType<typeof load> {
  loaded ??= load();
  return loaded;
}

function dictionary(): Uint8Array {
  const { dict } = require('@node-rs/jieba/dict') as { readonly dict: Uint8Array };
  return dict;
}

/**
 * How often each of `words` occurs in the corpus behind jieba's dictionary, and as what part of speech (`ns` is a
 * place name). A word the dictionary does not have is missing from the answer.
 */
export function wordFrequencies(words: ReadonlySet<string>): Map<string, { count: number; tag: string }> {
  const found = new Map<string, { count: number; tag: string }>();
  for (const line of new TextDecoder().decode(dictionary()).split('\n')) {
    const [word = '', count = '0', tag = ''] = line.trimEnd().split(' ');
    if (words.has(word)) found.set(word, { count: Number(count), tag });
  }
  return found;
}
