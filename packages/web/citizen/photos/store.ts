import { keptTable } from '../../ui/outbox/kept.ts';
import type { KeptFile } from '../../ui/outbox/outbox.ts';

/** Photos and recordings of the draft, until the request is filed. A convenience: where it is forbidden they live as long as the page. */
export const draftPhotos = keptTable<KeptFile>('suban-draft', 'photos', 'key');
export type PhotoStore = typeof draftPhotos;
