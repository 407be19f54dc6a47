import { sha256 } from '../platform/crypto.ts';

/**
 * The same UUID for the same parts, so that doing a thing again is seen to be the same thing. Version 8 of RFC 9562, for
 * its digest is SHA-256 where version 5 has SHA-1.
 */
export function derivedUuid(...parts: readonly (string | number)[]): string {
  // JSON keeps the parts apart: ('a', 'bc') is not ('ab', 'c').
  const hex = sha256(JSON.stringify(parts)).toString('hex');
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
}
