import type { FileRequest } from '@suban/domain/collect/requests.ts';
import type { Draft } from './draft.ts';

/** Where it is, as far as a draft says; without anything said there is no place. */
export function placeOf({ address, position }: Pick<Draft, 'address' | 'position'>) {
  const place = {
    ...(address.trim() ? { address: address.trim() } : {}),
    ...(position ? { lat: position.lat, long: position.long } : {}),
  };
  return Object.keys(place).length > 0 ? { place } : {};
}

/** What is filed of a draft; `photos` are the ids of those that have arrived. */
export function requestOf(draft: Draft, photos: readonly string[]): FileRequest {
  const { requestId, text, title, kind, confidential, open, sameAs } = draft;
  const name = draft.name.trim();
  return {
    requestId,
    text,
    ...(title?.trim() ? { title } : {}),
    ...(kind ? { kind } : {}),
    ...placeOf(draft),
    contact: { phone: draft.phone, ...(name ? { name } : {}) },
    photos: [...photos],
    confidential,
    // What is kept confidential is shown to nobody.
    ...(open && !confidential ? { open } : {}),
    // Who asks to be kept confidential follows nobody.
    ...(sameAs && !confidential ? { sameAs } : {}),
  };
}
