import { keptTable } from '../kept.ts';

/** A photo as it lies on this device: shrunk, and its id once the server has it. */
export type KeptPhoto = { key: string; blob: Blob; id: string | null };

/** Photos of the draft, until the request is filed. A convenience: where it is forbidden they live as long as the page. */
export const draftPhotos = keptTable<KeptPhoto>('suban-draft', 'photos', 'key');
export type PhotoStore = typeof draftPhotos;
