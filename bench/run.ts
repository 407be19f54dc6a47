import { crash } from './crash.ts';
import { intake } from './intake.ts';
import { lifecycle } from './lifecycle.ts';
import type { Options } from './options.ts';

const benches: Readonly<Record<string, (options: Options) => Promise<object>>> = { intake, lifecycle, crash };

/** Runs one bench and prints what it found as one JSON object. @throws Error for an unknown name */
export async function bench(name: string, options: Options): Promise<void> {
  const run = benches[name];
  if (!run) throw new Error(`no bench is called ${name}; there are ${Object.keys(benches).join(', ')}`);
  console.log(JSON.stringify({ bench: name, ...options, ...(await run(options)) }, null, 2));
}
