import type { Kind } from '@suban/domain/appeal.ts';
import { newRequestId } from '../../ui/api.ts';

/** What a citizen has written and not sent yet. It outlives the page; its photos lie in photos/store.ts. */
export type Draft = {
  /** One id for the draft's whole life: sending it twice files it once. */
  requestId: string;
  text: string;
  /** null: not changed by the citizen, so the suggestion holds. */
  title: string | null;
  kind: Kind | null;
  address: string;
  /** Where the phone said it is, when asked to. Metres of accuracy with it. */
  position: { lat: number; long: number; accuracy: number } | null;
  phone: string;
  name: string;
  confidential: boolean;
  /** 可公开: said by the citizen, never by default. */
  open: boolean;
  /** The case that the citizen says is the same, by its number. */
  sameAs: string | null;
};

const key = 'suban.draft';

export const emptyDraft = (): Draft => ({
  requestId: newRequestId(),
  text: '',
  title: null,
  kind: null,
  address: '',
  position: null,
  phone: '',
  name: '',
  confidential: false,
  open: false,
  sameAs: null,
});

/** The draft kept on this device, or an empty one. An unreadable or older one loses only what is missing from it. */
export function readDraft(): Draft {
  try {
    return { ...emptyDraft(), ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Draft>) };
  } catch {
    return emptyDraft();
  }
}

/** Storage may be full or forbidden (private window): then the draft lives as long as the page. */
export function writeDraft(draft: Draft): void {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    return;
  }
}

export function forgetDraft(): void {
  localStorage.removeItem(key);
}
