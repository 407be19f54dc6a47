import type { ChangeItemRow } from '@suban/domain/api-reference.ts';
import { type ChangeItem, whatOf } from '@suban/domain/reference/changes.ts';

/** A change's part in one entry as it is shown. @param named as the entry is called now */
export function itemRow(
  item: ChangeItem,
  named: { readonly name: string; readonly nameEn: string },
): ChangeItemRow {
  const { key, before, after } = item;
  return {
    key,
    ...named,
    what: whatOf(item),
    fields: Object.entries(after).map(([field, is]) => ({
      field,
      before: before?.[field] ?? null,
      after: is,
    })),
  };
}
