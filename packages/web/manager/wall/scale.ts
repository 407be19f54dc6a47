import { useSyncExternalStore } from 'react';

/** What the wall is drawn for, in CSS pixels. */
const [width, height] = [1920, 1080];

const subscribe = (listener: () => void) => {
  addEventListener('resize', listener);
  return () => removeEventListener('resize', listener);
};

/** How much larger than 1920 × 1080 the screen is: what CSS cannot tell a chart. */
export const useScale = (): number =>
  useSyncExternalStore(subscribe, () => Math.min(innerWidth / width, innerHeight / height));
