/** The number and code just given out, for this tab: reloading the page must not lose them. */
export type Filed = { number: string; queryCode: string };

const key = 'suban.filed';

export const keepFiled = (filed: Filed): void => sessionStorage.setItem(key, JSON.stringify(filed));

export function lastFiled(): Filed | null {
  const kept = sessionStorage.getItem(key);
  return kept === null ? null : (JSON.parse(kept) as Filed);
}
