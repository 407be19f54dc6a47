import { post } from '../../ui/api.ts';
import { createOutbox, idsOf, type KeptFile, type Posted } from '../../ui/outbox/outbox.ts';
import type { Draft } from '../file/draft.ts';
import { requestOf } from '../file/request.ts';
import type { Filed } from '../file/sent-store.ts';

type Letter = { readonly draft: Draft; readonly photos: readonly KeptFile[] };
/** A request of a citizen's. */
export type PostedRequest = Posted<Letter, Filed>;

/** 待发送: kept apart from the draft, for the next request may be written meanwhile. */
export const outbox = createOutbox<Letter, Filed>('suban-outbox', ({ draft, photos }) =>
  post<Filed>('/api/appeals', requestOf(draft, idsOf(photos))),
);
