import type { ReferenceList } from '@suban/domain/reference/entries.ts';
import type { Evidence } from '@suban/domain/matter-rule.ts';
import type { UnitKind } from '@suban/domain/units.ts';
import { dictionary, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { settingsWords } from '../settings/words.ts';
import { listWords } from './words.ts';

type Words = {
  unit: Record<
    | 'parent'
    | 'level'
    | 'kind'
    | 'function'
    | 'name'
    | 'nameEn'
    | 'firstLine'
    | 'phone'
    | 'phoneHours'
    | 'active',
    string
  >;
  account: Record<'name' | 'nameEn' | 'unit' | 'roles' | 'active' | 'activation', string>;
  matter: Record<
    | 'parent'
    | 'level'
    | 'name'
    | 'nameEn'
    | 'keywords'
    | 'responsible'
    | 'backstop'
    | 'finishDays'
    | 'urgentHours'
    | 'mayPushDown'
    | 'evidence'
    | 'active',
    string
  >;
  unitKind: Record<UnitKind, string>;
  evidence: Record<Evidence, string>;
  matterLevel: (n: number) => string;
  days: (n: number) => string;
  hours: (n: number) => string;
  issued: string;
  government: string;
};

export const fieldWords = dictionary<Words>(
  {
    unit: {
      parent: '上级单位',
      level: '层级',
      kind: '类别',
      function: '职能',
      name: '名称',
      nameEn: '英文名称',
      firstLine: '一线单位',
      phone: '公开电话',
      phoneHours: '接听时间',
      active: '启用',
    },
    account: {
      name: '姓名',
      nameEn: '英文姓名',
      unit: '单位',
      roles: '岗位',
      active: '启用',
      activation: '激活链接',
    },
    matter: {
      parent: '上级',
      level: '级别',
      name: '名称',
      nameEn: '英文名称',
      keywords: '关键词',
      responsible: '责任职能与层级',
      backstop: '兜底职能与层级',
      finishDays: '办理时限（工作日）',
      urgentHours: '紧急时限（小时）',
      mayPushDown: '可下派街道社区',
      evidence: '结案标准',
      active: '启用',
    },
    unitKind: {
      government: '政府、街道、社区、网格',
      department: '部门',
      'dispatch-centre': '分拨中心',
      supervision: '督查、值班',
      enterprise: '公用企业',
      partner: '社会力量',
    },
    evidence: {
      contact: '已联系',
      'photo-before': '办理前照片',
      'photo-after': '办理后照片',
      site: '现场',
      'legal-basis': '法律依据',
    },
    matterLevel: (n) => `${['一', '二', '三'][n - 1] ?? n}级`,
    days: (n) => `${n} 个工作日`,
    hours: (n) => `${n} 小时`,
    issued: '重新发放，原密码作废',
    government: '属地政府',
  },
  {
    unit: {
      parent: 'Unit above',
      level: 'Level',
      kind: 'Kind',
      function: 'Function',
      name: 'Name (Chinese)',
      nameEn: 'Name (English)',
      firstLine: 'First-line unit',
      phone: 'Public phone',
      phoneHours: 'Phone hours',
      active: 'Active',
    },
    account: {
      name: 'Name (Chinese)',
      nameEn: 'Name (English)',
      unit: 'Unit',
      roles: 'Roles',
      active: 'Active',
      activation: 'Activation link',
    },
    matter: {
      parent: 'Above',
      level: 'Level',
      name: 'Name (Chinese)',
      nameEn: 'Name (English)',
      keywords: 'Keywords',
      responsible: 'Responsible function and level',
      backstop: 'Backstop function and level',
      finishDays: 'Answer within (working days)',
      urgentHours: 'When urgent, within (hours)',
      mayPushDown: 'May be pushed down',
      evidence: 'Needed before closing',
      active: 'Active',
    },
    unitKind: {
      government: 'Government, subdistrict, community, grid',
      department: 'Department',
      'dispatch-centre': 'Dispatch centre',
      supervision: 'Supervision, duty room',
      enterprise: 'Public enterprise',
      partner: 'Partner outside government',
    },
    evidence: {
      contact: 'contacted',
      'photo-before': 'photo before',
      'photo-after': 'photo after',
      site: 'site',
      'legal-basis': 'legal basis',
    },
    matterLevel: (n) => `level ${n}`,
    days: (n) => `${n} working ${n === 1 ? 'day' : 'days'}`,
    hours: (n) => `${n} h`,
    issued: 'issued anew, the old password is void',
    government: 'government of the area',
  },
);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const wordIn = (words: Readonly<Record<string, string>>, code: unknown): string =>
  words[String(code)] ?? String(code);

/** What a field is called, and how a value of it reads. */
export function useFieldWords(list: ReferenceList) {
  const t = useText(listWords);
  const own = useText(fieldWords);
  const term = useText(terms);
  const { level: levels } = useText(settingsWords);
  const text = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return t.none;
    if (typeof value === 'boolean') return value ? t.yes : t.no;
    if (Array.isArray(value)) {
      const words = field === 'roles' ? term.role : field === 'evidence' ? own.evidence : {};
      return value.length === 0 ? t.none : value.map((each) => wordIn(words, each)).join(t.between);
    }
    if (field === 'activation') return own.issued;
    if (field === 'level') return list === 'unit' ? wordIn(levels, value) : own.matterLevel(Number(value));
    if (field === 'kind') return wordIn(own.unitKind, value);
    if (field === 'urgentHours') return own.hours(Number(value));
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    if (!isRecord(value)) return t.none;
    if (field === 'finishDays') {
      const parts = Object.entries(value).map(
        ([kind, n]) => `${wordIn(term.kind, kind)} ${own.days(Number(n))}`,
      );
      return parts.length === 0 ? t.none : parts.join(t.between);
    }
    const work = value['function'] === 'government' ? own.government : String(value['function']);
    return `${work} · ${wordIn(levels, value['level'])}`;
  };
  return { label: (field: string): string => (field === 'key' ? t.key : wordIn(own[list], field)), text };
}
