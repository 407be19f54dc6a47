import { useSyncExternalStore } from 'react';

/** 长辈版: larger type and fewer things on a page, kept on this device. */
const key = 'suban.large';
const listeners = new Set<() => void>();
let current = localStorage.getItem(key) === 'on';
const show = () => document.documentElement.toggleAttribute('data-large', current);
show();

export function setLarge(next: boolean): void {
  current = next;
  if (next) localStorage.setItem(key, 'on');
  else localStorage.removeItem(key);
  show();
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useLarge = (): boolean => useSyncExternalStore(subscribe, () => current);
