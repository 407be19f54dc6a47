import type { StaffMe } from '@suban/domain/api.ts';
import { ApiError, get, post } from '../../ui/api.ts';
import { createOutbox, type KeptFile, type Posted } from '../../ui/outbox/outbox.ts';

/** A photo of a place, before or after the work. */
export type Evidence = KeptFile & { readonly role: 'before' | 'after' };

/** What a grid worker does on the spot. */
export type FieldCommand = 'acknowledge' | 'contact' | 'answer';

type Deed = {
  /** Whose deed it is: nobody else's session sends it. */
  readonly account: string;
  readonly number: string;
  readonly command: FieldCommand;
  /** The command's request without its id and photos. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly photos: readonly Evidence[];
};
export type PostedDeed = Posted<Deed, null>;

const idsOf = (photos: readonly Evidence[], role: Evidence['role']): string[] =>
  photos.flatMap((photo) => (photo.role === role && photo.id ? [photo.id] : []));

/** Somebody else is signed in on this phone: it waits for its own. Passes by itself, as an ended session does. */
const notTheirs = new ApiError(401, { code: 'sign-in-first', message: '', messageEn: '' });

/** 待送出: done on the spot, sent once there is a network. */
export const fieldOutbox = createOutbox<Deed, null>('suban-field', async (deed, requestId) => {
  const { account, number, command, body, photos } = deed;
  if ((await get<StaffMe>('/api/staff/me')).account !== account) throw notTheirs;
  const shown =
    command === 'answer' ? { before: idsOf(photos, 'before'), after: idsOf(photos, 'after') } : {};
  await post(`/api/desk/cases/${encodeURIComponent(number)}/${command}`, { ...body, ...shown, requestId });
  return null;
});
