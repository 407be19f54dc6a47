/**
 * Query codes stay for this tab only: a code opens a request to whoever holds it, and a phone may be borrowed.
 * They never stay in the address bar, which is shared, photographed and kept in the history.
 */
const key = (number: string): string => `suban.code.${number}`;

export const rememberCode = (number: string, code: string): void => sessionStorage.setItem(key(number), code);
export const rememberedCode = (number: string): string | null => sessionStorage.getItem(key(number));

/** The API's address of a request or a part of it. */
export const appealPath = (number: string, part = ''): string =>
  `/api/appeals/${encodeURIComponent(number)}${part}`;
/** The same with the code, for what only a code opens. */
export const withCode = (number: string, code: string, part = ''): string =>
  `${appealPath(number, part)}?code=${encodeURIComponent(code)}`;
