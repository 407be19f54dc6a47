import type { SheetFault } from '@suban/domain/reference/matter-sheet.ts';
import { dictionary } from '../../i18n/language.ts';

/** Why a row of an uploaded catalogue cannot be. */
export const sheetWords = dictionary<Record<SheetFault['code'], string>>(
  {
    'column-missing': '缺少这一列',
    'code-invalid': '代码格式不对',
    'code-twice': '代码重复',
    'parent-unknown': '没有这个上级代码',
    'too-deep': '清单只有三级',
    'name-missing': '缺少名称',
    'value-invalid': '内容超出范围',
    'number-invalid': '应为数字',
    'yes-or-no': '应为是或否',
    'level-invalid': '层级应为市、区、街道、社区或网格',
  },
  {
    'column-missing': 'the column is missing',
    'code-invalid': 'not a code',
    'code-twice': 'the code is there twice',
    'parent-unknown': 'no such code above',
    'too-deep': 'the catalogue has three levels',
    'name-missing': 'the name is missing',
    'value-invalid': 'out of bounds',
    'number-invalid': 'must be a number',
    'yes-or-no': 'must be yes or no',
    'level-invalid': 'the level must be city, district, subdistrict, community or grid',
  },
);
