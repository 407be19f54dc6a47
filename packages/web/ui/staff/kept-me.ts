import type { StaffMe } from '@suban/domain/api.ts';

/** Everything that is kept for work in the field begins so: databases and this. */
const prefix = 'suban-field';
const key = `${prefix}-me`;

/** Who works in the field on this phone: without a network there is nobody to ask. */
export function keepMe(me: StaffMe): void {
  try {
    localStorage.setItem(key, JSON.stringify(me));
  } catch {
    // Storage forbidden: the page works with a network.
  }
}

export function keptMe(): StaffMe | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as StaffMe | null;
  } catch {
    return null;
  }
}

/** Orders, drafts, photos and what was not sent: a phone may pass to another person. */
export async function forgetField(): Promise<void> {
  try {
    localStorage.removeItem(key);
    for (const { name } of await indexedDB.databases())
      if (name?.startsWith(prefix)) indexedDB.deleteDatabase(name);
  } catch {
    // Nothing can be kept where this is forbidden.
  }
}
