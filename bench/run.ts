import { crash } from './crash.ts';
import { intake } from './intake.ts';
import { lifecycle } from './lifecycle.ts';

export type Options = { readonly seconds: number; readonly clients: number; readonly apart: boolean };

const benches: Readonly<Record<string, (options: Options) => Promise<object>>> = { intake, lifecycle, crash };

/** Runs one bench and prints what it found as one JSON object. @throws Error for an unknown name */
export async function bench(name: string, options: Options): Promise<void> {
  const run = benches[name];
  if (!run) throw new Error(`no bench is called ${name}; there are ${Object.keys(benches).join(', ')}`);
  console.log(JSON.stringify({ bench: name, ...options, ...(await run(options)) }, null, 2));
}
