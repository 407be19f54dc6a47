/** What a recording is; `seconds` as its own container tells. */
export type Found = {
  readonly kind: 'voice' | 'video';
  /** What it is served as. */
  readonly type: string;
  readonly seconds: number;
};

/** It is not what its first bytes promise, or not all of it is there. */
export class Unreadable extends Error {}

/** @throws Unreadable unless what was read fits into its frame */
export function isTiled(fits: boolean): void {
  if (!fits) throw new Unreadable();
}
