import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The JSON file of an installed data package; `specifier` like `chinese-days/dist/years/2026.json`. Throws when absent. */
export function readData(specifier: string): unknown {
  return require(specifier) as unknown;
}
