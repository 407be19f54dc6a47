/**
 * The names things go by. Branded so that a unit's id can never be passed where an appeal's is meant.
 */
declare const brand: unique symbol;
type Branded<T, B extends string> = T & { readonly [brand]: B };

/** The filing month of an appeal in the city's zone, as yyyymm. Every key carries it, so old months can be moved. */
export type Cohort = Branded<number, 'Cohort'>;
/** An appeal's serial, unique for life across cohorts. */
export type AppealId = Branded<number, 'AppealId'>;
export type UnitId = Branded<number, 'UnitId'>;
/** A level-3 matter's code in the duty catalogue. */
export type MatterCode = Branded<string, 'MatterCode'>;
/** A staff account's id. */
export type AccountId = Branded<string, 'AccountId'>;
/** The number a citizen knows an appeal by: yymmdd-serial-check. */
export type AppealNumber = Branded<string, 'AppealNumber'>;

export type AppealKey = { readonly cohort: Cohort; readonly id: AppealId };

export const unitId = (n: number): UnitId => n as UnitId;
export const appealId = (n: number): AppealId => n as AppealId;
export const cohortOf = (n: number): Cohort => n as Cohort;
export const matterCode = (s: string): MatterCode => s as MatterCode;
export const accountId = (s: string): AccountId => s as AccountId;

/** ISO 7064 MOD 11,10: catches every single wrong digit and nearly all swaps, as numbers are read out on the phone. */
function checkDigit(digits: string): number {
  let product = 10;
  for (const digit of digits) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10;
}

/**
 * The number for life of an appeal. It holds the filing day, hence the cohort, so that a look-up by number
 * goes straight to the key and needs no index of its own.
 * @param day filing day in the city's zone, `YYYY-MM-DD`
 * @param id the appeal's serial; a city that files more than 10^8 appeals gets longer numbers
 */
export function formatNumber(day: string, id: AppealId): AppealNumber {
  const date = day.slice(2).replaceAll('-', '');
  const serial = String(id).padStart(8, '0');
  return `${date}-${serial}-${checkDigit(date + serial)}` as AppealNumber;
}

/** The key behind a number, or null when it is no number of ours (wrong form, no such day, wrong check digit). */
export function parseNumber(text: string): AppealKey | null {
  const match = /^(\d{2})(\d{2})(\d{2})-?(\d{8}|[1-9]\d{8,11})-?(\d)$/.exec(text.trim());
  if (!match) return null;
  const [, yy = '', mm = '', dd = '', serial = '', check = ''] = match;
  const day = new Date(Date.UTC(2000 + Number(yy), Number(mm) - 1, Number(dd)));
  if (day.toISOString().slice(2, 10) !== `${yy}-${mm}-${dd}`) return null;
  if (checkDigit(yy + mm + dd + serial) !== Number(check)) return null;
  return { cohort: cohortOf(Number(`20${yy}${mm}`)), id: appealId(Number(serial)) };
}
