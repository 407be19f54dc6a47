import { sha256 } from '../../platform/crypto.ts';
import type { Sql } from '../../platform/database.ts';
import { Open311Error } from './errors.ts';
import { findPartner } from './store.ts';

/**
 * Whose key it is, or null when none was given. Keys are long random words, so a plain hash gives none of them away.
 * @throws Open311Error 403 for a key that is nobody's or was stopped
 */
export async function partnerOf(sql: Sql, apiKey: string | undefined): Promise<string | null> {
  if (apiKey === undefined) return null;
  const partner = await findPartner(sql, sha256(apiKey));
  if (partner === null) throw new Open311Error(403, 'api_key 无效或已停用 · this api_key is not valid');
  return partner;
}

/** @throws Open311Error 403 also when no key was given */
export async function requirePartner(sql: Sql, apiKey: string | undefined): Promise<string> {
  const partner = await partnerOf(sql, apiKey);
  if (partner === null) throw new Open311Error(403, '缺少 api_key · an api_key is needed');
  return partner;
}
