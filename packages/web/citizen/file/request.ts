import type { FileRequest } from '@suban/domain/collect/requests.ts';
import type { Draft } from './draft.ts';

/** What is filed of a draft; `photos` are the ids of those that have arrived. */
export function requestOf(draft: Draft, photos: readonly string[]): FileRequest {
  const { requestId, text, title, kind, position, confidential, open, sameAs } = draft;
  const address = draft.address.trim();
  const name = draft.name.trim();
  const place = {
    ...(address ? { address } : {}),
    ...(position ? { lat: position.lat, long: position.long } : {}),
  };
  return {
    requestId,
    text,
    ...(title?.trim() ? { title } : {}),
    ...(kind ? { kind } : {}),
    ...(address || position ? { place } : {}),
    contact: { phone: draft.phone, ...(name ? { name } : {}) },
    photos: [...photos],
    confidential,
    // What is kept confidential is shown to nobody.
    ...(open && !confidential ? { open } : {}),
    // Who asks to be kept confidential follows nobody.
    ...(sameAs && !confidential ? { sameAs } : {}),
  };
}
