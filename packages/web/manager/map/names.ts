import { type Language, nameIn } from '../../i18n/language.ts';

type Named = { readonly name: string; readonly nameEn: string };

/** “园岭” for “园岭街道”, “Bao'an” for “Bao'an District”: a hexagon has room for three signs. */
export const shortIn = (lang: Language, named: Named): string =>
  nameIn(lang, named)
    .replace(/(街道|镇)$/, '')
    .replace(/ (Subdistrict|Town|District|New District|Special Cooperation Zone)$/, '');

export const districtOf = (cell: {
  readonly districtName: string;
  readonly districtNameEn: string;
}): Named => ({
  name: cell.districtName,
  nameEn: cell.districtNameEn,
});
