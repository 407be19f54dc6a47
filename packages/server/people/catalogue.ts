import type { Matter, Reference } from './reference-store.ts';

type Known = Pick<Reference, 'matters'> & Partial<Pick<Reference, 'former'>>;

/** The names of a matter's headings, level 1 first. */
export function pathOf(reference: Known, matter: Pick<Matter, 'parent'>, english = false): string[] {
  const names: string[] = [];
  for (let code = matter.parent; code !== null; ) {
    const parent = reference.matters.get(code) ?? reference.former?.matters.get(code);
    if (!parent) break;
    names.unshift(english ? parent.nameEn : parent.name);
    code = parent.parent;
  }
  return names;
}
