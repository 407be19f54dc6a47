import type { StaffRole } from '../roles.ts';
import { same } from './changes.ts';
import type { AccountEntry } from './entries.ts';
import { type Change, editedKeys, type Fault, type FaultCode } from './faults.ts';

/** Who makes a change: their user name and roles. */
export type Keeper = { readonly username: string; readonly roles: readonly StaffRole[] };

/** 三员分立: each of these stands alone, so that nobody both gives rights and uses them, or reads appeals and keeps the house. */
export const apartRoles: readonly StaffRole[] = ['system-admin', 'security-admin', 'auditor'];

/**
 * RULEBOOK §9: the system administrator keeps accounts, the security administrator gives the rights. Does this person
 * keep every field that an edit changes? A new account begins without roles.
 */
export function mayKeep({ roles }: Keeper, { before, after }: Change<AccountEntry>): boolean {
  return editedKeys({ before, after }).every((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    if (!is) return true;
    const grants = !same([...(was?.roles ?? [])].sort(), [...is.roles].sort());
    const keeps = !was || !same({ ...was, roles: [] }, { ...is, roles: [] });
    return (!grants || roles.includes('security-admin')) && (!keeps || roles.includes('system-admin'));
  });
}

/**
 * Why a change of accounts may not be.
 * @param change the edited ones, and every active account of the two administrators
 * @param units the codes of the active units
 */
export function accountFaults(
  keeper: Keeper,
  change: Change<AccountEntry>,
  units: ReadonlySet<string>,
): Fault[] {
  const own = editedKeys(change).flatMap((key) => {
    const [before, after] = [change.before.get(key), change.after.get(key)];
    if (!after) return [];
    return [...selfFaults(keeper, key, before, after), ...entryFaults(key, after, units)];
  });
  return [...own, ...lastFaults(change)];
}

const fault = (key: string, field: string, code: FaultCode): Fault => ({ key, field, code });

/** Nobody gives themselves a right, or shuts themselves out. */
function selfFaults(
  { username }: Keeper,
  key: string,
  before: AccountEntry | undefined,
  after: AccountEntry,
): Fault[] {
  if (key !== username || !before) return [];
  return [
    ...(same(before.roles, after.roles) ? [] : [fault(key, 'roles', 'own-roles')]),
    ...(after.active ? [] : [fault(key, 'active', 'own-account')]),
  ];
}

function entryFaults(
  key: string,
  { roles, unit, active }: AccountEntry,
  units: ReadonlySet<string>,
): Fault[] {
  const apart = roles.length > 1 && roles.some((role) => apartRoles.includes(role));
  return [
    ...(active && !units.has(unit) ? [fault(key, 'unit', 'unit-unknown')] : []),
    ...(apart ? [fault(key, 'roles', 'roles-apart')] : []),
  ];
}

/** The city is never left without either administrator. */
function lastFaults(change: Change<AccountEntry>): Fault[] {
  const administrators = ['system-admin', 'security-admin'] as const;
  return administrators.flatMap((role) => {
    const holds = (entry: AccountEntry | undefined) => entry?.active === true && entry.roles.includes(role);
    if ([...change.after.values()].some(holds)) return [];
    return editedKeys(change)
      .filter((key) => holds(change.before.get(key)))
      .map((key) => fault(key, change.after.get(key)?.active === false ? 'active' : 'roles', `last-${role}`));
  });
}

/**
 * Who may let somebody choose a password anew, and so hand over the link: the system administrator; of an administrator's or
 * auditor's account the security administrator, for who keeps accounts must not come by the right to give rights. Never of
 * one's own.
 */
export function mayReset({ username, roles }: Keeper, key: string, { roles: theirs }: AccountEntry): boolean {
  const needed = theirs.some((role) => apartRoles.includes(role)) ? 'security-admin' : 'system-admin';
  return key !== username && roles.includes(needed);
}

/** How long a link to activate an account is good, in hours: a weekend and a day. */
export const activationHours = 72;
/** The shortest password. */
export const passwordLength = 10;
export type PasswordFault = 'too-short' | 'too-plain' | 'has-username';

/** Why a password will not do; null: it will. Letters, digits, other signs: two of the three. */
export function passwordFault(password: string, username: string): PasswordFault | null {
  if ([...password].length < passwordLength) return 'too-short';
  if (password.toLowerCase().includes(username.toLowerCase())) return 'has-username';
  const sorts = [/\p{L}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((sort) => sort.test(password));
  return sorts.length < 2 ? 'too-plain' : null;
}
