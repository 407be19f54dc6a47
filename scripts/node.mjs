// Plain JavaScript that Node 18 still reads: runs the TypeScript named after it on Node 24, which npm installs with the
// rest. npm means to put that one first on a script's PATH, but npm 10 loses it (npm/cli#4362), so it is found by folder.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED = 24;
const folder = `../node_modules/node-${process.platform}-${process.arch}/bin/node`;
const installed = fileURLToPath(new URL(folder, import.meta.url));
const node = Number(process.versions.node.split('.')[0]) >= NEEDED ? process.execPath : installed;

if (existsSync(node)) {
  const PATH = [dirname(node), process.env.PATH].join(delimiter);
  const { status } = spawnSync(node, process.argv.slice(2), {
    stdio: 'inherit',
    env: Object.assign({}, process.env, { PATH }),
  });
  process.exit(status === null ? 1 : status);
}
console.error(
  `Node.js ${NEEDED} or newer is needed; this is ${process.version}, and npm installed none for this machine. ` +
    `Run "npm ci" again without --omit=optional, or install Node.js ${NEEDED} from https://nodejs.org.`,
);
process.exit(1);
