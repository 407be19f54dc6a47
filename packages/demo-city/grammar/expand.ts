import { pick, type Rng } from '../rng.ts';

/** A context-free grammar: a symbol's productions, in which `{other}` stands for another symbol. */
export type Rules = Readonly<Record<string, readonly string[]>>;

/**
 * A random text of the language of `start`. One text doesn't use a production twice while others are left, so that
 * nobody says the same thing twice. An undefined symbol throws RangeError.
 */
export function expand(rng: Rng, rules: Rules, start: string): string {
  const used = new Set<string>();
  const choose = (symbol: string): string => {
    const all = rules[symbol];
    if (all === undefined) throw new RangeError(`the grammar has no symbol ${symbol}`);
    const fresh = all.filter((production) => !used.has(`${symbol} ${production}`));
    const production = pick(rng, fresh.length > 0 ? fresh : all);
    used.add(`${symbol} ${production}`);
    return production.replace(/\{([a-z]+)\}/g, (_, inner: string) => choose(inner));
  };
  return tidy(choose(start));
}

/** Empty productions leave punctuation side by side: of each run the strongest mark stays, and none leads. */
function tidy(text: string): string {
  return text
    .replace(
      /[，。！？：；]{2,}/g,
      (run) => ['？', '！', '。', '；', '：'].find((mark) => run.includes(mark)) ?? '，',
    )
    .replace(/^[，。！？：；]+/, '')
    .replace(/[，：；]+$/, '。');
}
