import { type AppealKey, appealId, cohortOf } from '@suban/domain/ids.ts';
import { type Alike, type Filed, fileText, likenessFrom, soughtTokens } from '@suban/text/similar/filed.ts';
import { unpack } from '@suban/text/similar/packed.ts';
import { OFFER_FROM } from '@suban/text/similar/same-event.ts';
import type { AppealText } from '@suban/text/similar/signature.ts';
import { knownUnit, type Reference } from '../people/reference-store.ts';
import type { Sql } from '../platform/database.ts';
import { candidates } from './similar-store.ts';

/** An appeal's words as they are compared: where it is stands before what is said of it. */
export const comparable = (title: string, body: string, address: string | null): AppealText => ({
  title,
  body: address ? `${address}。${body}` : body,
});

/** An area tells places apart where it is a subdistrict: a district holds too many, and many are known no closer. */
export function closeArea(reference: Reference, area: number | null): number | null {
  const unit = area === null ? undefined : knownUnit(reference, area);
  return unit?.level === 'subdistrict' ? unit.id : null;
}

export const filedFrom = (reference: Reference, text: AppealText, area: number | null): Filed =>
  fileText(text, closeArea(reference, area));

export type Similar = Alike & { readonly key: AppealKey };

/**
 * Appeals that may be the same event, the likeliest first, of those the reader may see; a bounded read, whatever there is.
 * Those that name only other places are left out: a wrong merge is the worse error.
 */
export async function findSimilar(sql: Sql, filed: Filed, but: AppealKey | null): Promise<Similar[]> {
  const found = await candidates(sql, soughtTokens(filed), but);
  return likeliest(
    filed,
    found.map(({ cohort, id, packed }) => ({
      key: { cohort: cohortOf(cohort), id: appealId(id) },
      filed: unpack(packed),
    })),
  );
}

export type Other = { readonly key: AppealKey; readonly filed: Filed | null };

/** Of these what may be the same event as `own`, the likeliest first, of equals the newest. */
export function likeliest(own: Filed, others: readonly Other[]): Similar[] {
  return others
    .flatMap(({ key, filed }): Similar[] => {
      const alike = filed && likenessFrom(OFFER_FROM, own, filed);
      return alike ? [{ key, ...alike }] : [];
    })
    .sort((a, b) => b.chance - a.chance || b.key.cohort - a.key.cohort || b.key.id - a.key.id);
}
