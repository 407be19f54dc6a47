import type { Command } from '@suban/domain/commands.ts';
import { measuresOf } from '@suban/domain/govern/alerts.ts';
import { type AppealKey, accountId, appealId, cohortOf } from '@suban/domain/ids.ts';
import { z } from 'zod';
import { scopeOf } from '../appeal/read-cases.ts';
import { runCommand } from '../appeal/run-command.ts';
import { derivedUuid } from '../connect/derived-id.ts';
import { findStaff } from '../people/staff-store.ts';
import { type Job, job } from '../platform/queue.ts';
import { Problem } from '../platform/problem.ts';
import type { Staff } from '@suban/domain/actors.ts';
import { alertLog, findAlert } from './alert-store.ts';
import { type Services_, writeAlert } from './judge-alert.ts';
import { openMembers } from './pages-store.ts';

/** The latest of an event's appeals that are looked through, and of those open that something is done about. */
const mostLooked = 500;
const mostActed = 50;

/** What follows a confirmed alert: its open cases are urged or formally followed up, in the name of who confirmed it. */
export const measureJobs = (services: Services_): Job[] => [
  job('take-measure', z.object({ alert: z.int() }), ({ alert }) => takeMeasure(services, alert)),
];

async function takeMeasure(services: Services_, id: number): Promise<void> {
  const { database } = services;
  const row = await findAlert(database.owner, id);
  if (!row || (row.measure !== 'urge' && row.measure !== 'follow-up')) return;
  const log = await alertLog(database.owner, id);
  // Told before a crash that came after the work.
  if (log.some(({ type }) => type === 'acted')) return;
  const said = log.find(({ type }) => type === 'confirmed');
  const staff = said?.account == null ? null : await staffOf(services, said.account);
  if (!said || !staff || !measuresOf(staff).includes(row.measure)) return;
  const keys = await openMembers(database.owner, row.event, mostLooked, mostActed);
  let cases = 0;
  for (const { cohort, id: appeal } of keys) {
    const key = { cohort: cohortOf(cohort), id: appealId(appeal) };
    if (await act(services, staff, key, row.measure, `${row.name}：${said.reason ?? ''}`, id)) cases += 1;
  }
  const { measure } = row;
  await database.owner.transaction(async (tx) => {
    const now = await findAlert(tx, id, true);
    if (!now) return;
    const by = { account: null, unit: null };
    const event = { type: 'acted', data: { measure, cases } } as const;
    const request = derivedUuid('acted', id);
    await writeAlert(tx, services.reference(), now, [event], {
      by,
      at: services.clock(),
      request,
      reason: null,
    });
  });
}

async function staffOf({ database, reference }: Services_, account: string): Promise<Staff | null> {
  const found = await findStaff(database, account);
  const unit = found ? reference().units.get(found.unit) : undefined;
  return found && unit
    ? { kind: 'staff', account: accountId(found.account), unit, roles: found.roles }
    : null;
}

/** A reason may be as long as an appeal's own words. */
const longest = 4_000;

/** Once for the alert and the case, however often the job is tried. @returns whether it was done */
async function act(
  services: Services_,
  staff: Staff,
  key: AppealKey,
  measure: 'urge' | 'follow-up',
  reason: string,
  alert: number,
): Promise<boolean> {
  const requestId = derivedUuid('measure', alert, key.cohort, key.id);
  const text = [...reason].slice(0, longest).join('');
  const command: Command =
    measure === 'urge'
      ? { type: 'urge', request: { requestId, text } }
      : { type: 'open-follow-up', request: { requestId, text, level: 'ordinary' } };
  try {
    await runCommand(services, key, command, staff, scopeOf(staff));
    return true;
  } catch (error) {
    // Urged a moment ago, followed up already, closed meanwhile: what was wanted is so, or no longer of use.
    if (error instanceof Problem && error.status < 500) return false;
    throw error;
  }
}
