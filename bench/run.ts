import { classify } from './classify.ts';
import { crash } from './crash.ts';
import { events } from './events.ts';
import { intake } from './intake.ts';
import { lifecycle } from './lifecycle.ts';
import type { Options } from './options.ts';
import { pages } from './pages.ts';
import { paint } from './paint.ts';
import { predict } from './predict.ts';
import { similar } from './similar.ts';
import { suggest } from './suggest.ts';

const benches: Readonly<Record<string, (options: Options) => Promise<object>>> = {
  classify,
  intake,
  lifecycle,
  crash,
  similar,
  events,
  pages,
  paint,
  predict,
  suggest,
};

/** Runs one bench and prints what it found as one JSON object. @throws Error for an unknown name */
export async function bench(name: string, options: Options): Promise<void> {
  const run = benches[name];
  if (!run) throw new Error(`no bench is called ${name}; there are ${Object.keys(benches).join(', ')}`);
  console.log(JSON.stringify({ bench: name, ...options, ...(await run(options)) }, null, 2));
}
