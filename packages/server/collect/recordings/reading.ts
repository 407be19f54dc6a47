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

/** A part of an MP4 (ISO 14496-12): what it is, and its bytes from `body` to `end`. */
export type Box = {
  readonly type: string;
  readonly start: number;
  readonly body: number;
  readonly end: number;
};
