import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A hundredth of a second: Linux's unit in /proc, on every machine of today. In ms. */
const tick = 10;

type Stat = { readonly pid: number; readonly parent: number; readonly own: number; readonly ofDead: number };

/** From /proc/PID/stat; the name may hold blanks and ends with the last bracket. Null when it has just ended. */
function statOf(pid: number): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [, parent = 0] = fields;
    const [user = 0, system = 0, deadUser = 0, deadSystem = 0] = fields.slice(11, 15);
    return { pid, parent, own: (user + system) * tick, ofDead: (deadUser + deadSystem) * tick };
  } catch {
    return null;
  }
}

/** Processor time a process, its children and its dead children have used, in ms: unlike a rate, it hardly feels who else is on the machine. */
export function cpuOf(pid: number): number {
  const all = readdirSync('/proc')
    .flatMap((name) => (/^\d+$/.test(name) ? [statOf(Number(name))] : []))
    .filter((stat) => stat !== null);
  const self = all.find((stat) => stat.pid === pid);
  const children = all.filter((stat) => stat.parent === pid).reduce((sum, { own }) => sum + own, 0);
  return (self?.own ?? 0) + (self?.ofDead ?? 0) + children;
}

/** The postmaster of a cluster folder. */
export const postmasterOf = (folder: string): number =>
  Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
