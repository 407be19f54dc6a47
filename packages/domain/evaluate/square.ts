import type { Kind } from '../appeal.ts';

/**
 * 公开广场: may others read this request once it is closed? Only where its citizen said so when filing: publishing personal
 * information wants a consent of its own (个人信息保护法 25), and a default is none. Never what is confidential, a tip-off,
 * or about a unit: those who are spoken of would read it.
 */
export const mayBeShown = (filed: {
  readonly open?: true | undefined;
  readonly kind: Kind;
  readonly confidential: boolean;
  readonly accused: unknown;
}): boolean =>
  filed.open === true && !filed.confidential && filed.kind !== 'tip-off' && filed.accused === null;
