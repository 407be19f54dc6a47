import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { readOrEmpty } from './files.ts';

/** A process's command line as words; none when it is gone, or a zombie nobody has collected yet. */
export function commandLine(pid: number): string[] {
  return readOrEmpty(`/proc/${pid}/cmdline`)
    .split('\0')
    .filter((word) => word !== '');
}

/** Whether the process still runs. A zombie counts as ended, though signals still reach its number. */
export function isRunning(pid: number): boolean {
  return commandLine(pid).length > 0;
}

/** The processes whose command line passes the test. (Root in a container may see no more of other users' ones.) */
export function findProcesses(test: (command: string[]) => boolean | undefined): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && test(commandLine(pid)) === true);
}

/** Sends a signal; a process that ended in the meantime is none of our worry. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Whoever waits for its end sees whether it has.
  }
}

/** Waits until `done`, at most `patience` ms; whether it came to that. */
export async function until(done: () => boolean, patience: number): Promise<boolean> {
  const deadline = performance.now() + patience;
  while (!done()) {
    if (performance.now() > deadline) return false;
    await sleep(10);
  }
  return true;
}
