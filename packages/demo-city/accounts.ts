import { pick, seeded, seedOf } from './rng.ts';

/** The roles of the rulebook (§9) that sign in. */
export const roles = [
  'operator',
  'dispatcher',
  'arbitrator',
  'receiver',
  'handler',
  'leader',
  'call-back',
  'supervisor',
  'knowledge-editor',
  'knowledge-approver',
  'analyst',
  'auditor',
  'system-admin',
  'security-admin',
  'inspector',
  'mayor',
  'duty-officer',
] as const;
export type Role = (typeof roles)[number];

/** A member of staff of the demo city. `unit` is a unit code; `note` says in Chinese what the account shows. */
export type DemoAccount = {
  username: string;
  nameZh: string;
  nameEn: string;
  unit: string;
  roles: Role[];
  note: string;
};

const account = (
  username: string,
  nameZh: string,
  nameEn: string,
  unit: string,
  role: Role,
  note: string,
): DemoAccount => ({
  username,
  nameZh,
  nameEn,
  unit,
  roles: [role],
  note,
});

/** The posts every first-line unit fills. */
export const crewRoles = ['receiver', 'handler', 'leader'] as const;
export type CrewRole = (typeof crewRoles)[number];

const staff: readonly DemoAccount[] = [
  account('operator', '何雨晴', 'He Yuqing', 'SZ-DISPATCH', 'operator', '12345话务员：接听、登记、当场答复'),
  {
    ...account(
      'hotline-leader',
      '唐婉清',
      'Tang Wanqing',
      'SZ-DISPATCH',
      'operator',
      '热线班长：看接通率，也接听',
    ),
    roles: ['operator', 'leader'],
  },
  account('dispatcher', '梁志远', 'Liang Zhiyuan', 'SZ-DISPATCH', 'dispatcher', '市分拨中心分拨员'),
  account('arbitrator', '周启明', 'Zhou Qiming', 'SZ-DISPATCH', 'arbitrator', '裁定争议、指定主办与协办'),
  account('call-back', '许嘉敏', 'Xu Jiamin', 'SZ-DISPATCH', 'call-back', '回访员，不属于任何承办单位'),
  account('inspector', '宋文静', 'Song Wenjing', 'SZ-DISPATCH', 'inspector', '质检员：抽查工单与答复'),
  account('knowledge-editor', '罗思齐', 'Luo Siqi', 'SZ-DISPATCH', 'knowledge-editor', '知识库采编'),
  account(
    'knowledge-approver',
    '谢冠南',
    'Xie Guannan',
    'SZ-DISPATCH',
    'knowledge-approver',
    '知识库审核发布',
  ),
  account(
    'supervisor',
    '高正平',
    'Gao Zhengping',
    'SZ-SUPERVISION',
    'supervisor',
    '督查：催办、督办、通报、约谈',
  ),
  account('analyst', '苏亦然', 'Su Yiran', 'SZ-SUPERVISION', 'analyst', '只看汇总与脱敏文本'),
  account(
    'auditor',
    '潘守正',
    'Pan Shouzheng',
    'SZ-SUPERVISION',
    'auditor',
    '审计员：查看访问日志、核验记录',
  ),
  account(
    'system-admin',
    '邓子谦',
    'Deng Ziqian',
    'SZ-D-ZS',
    'system-admin',
    '系统管理员：单位、账号、目录、日历',
  ),
  account(
    'security-admin',
    '叶知秋',
    'Ye Zhiqiu',
    'SZ-D-ZS',
    'security-admin',
    '安全管理员：权限、密钥、策略',
  ),
  account('duty', '韩守夜', 'Han Shouye', 'SZ-DUTY', 'duty-officer', '市总值班室：预警研判、催办'),
  account('mayor', '陈望川', 'Chen Wangchuan', 'SZ', 'mayor', '市领导：全市总览'),
  account('ft-dispatcher', '冯立夏', 'Feng Lixia', 'SZ-FT-DISPATCH', 'dispatcher', '福田区分拨中心分拨员'),
  account('ft-supervisor', '曹景行', 'Cao Jingxing', 'SZ-FT', 'supervisor', '福田区督查'),
  account('ft-receiver', '袁书瑶', 'Yuan Shuyao', 'SZ-FT', 'receiver', '福田区政府签收员'),
  account('ft-handler', '彭致和', 'Peng Zhihe', 'SZ-FT', 'handler', '福田区政府经办人'),
  account('ft-leader', '曾令仪', 'Zeng Lingyi', 'SZ-FT', 'leader', '福田区政府审核领导'),
  account('ft-mediator', '江若衡', 'Jiang Ruoheng', 'SZ-FT-P-TJ', 'handler', '人民调解员：协办、反馈'),
  account('yl-receiver', '林晓彤', 'Lin Xiaotong', 'SZ-FT-YL', 'receiver', '园岭街道签收员'),
  account('yl-handler', '黄俊杰', 'Huang Junjie', 'SZ-FT-YL', 'handler', '园岭街道经办人'),
  account('yl-leader', '郑国梁', 'Zheng Guoliang', 'SZ-FT-YL', 'leader', '园岭街道审核领导'),
  account('yl-grid', '吴海燕', 'Wu Haiyan', 'SZ-FT-YL-1-1', 'handler', '园岭街道网格员，用手机办理'),
  account('cg-receiver', '蔡明轩', 'Cai Mingxuan', 'SZ-D-CG', 'receiver', '市城管局签收员'),
  account('cg-handler', '杨若溪', 'Yang Ruoxi', 'SZ-D-CG', 'handler', '市城管局经办人'),
  account('cg-leader', '方建业', 'Fang Jianye', 'SZ-D-CG', 'leader', '市城管局审核领导'),
];

/** Named accounts for trying the system: one or more for each role, and the crews of one story. */
export function demoAccounts(): DemoAccount[] {
  return staff.map((member) => ({ ...member, roles: [...member.roles] }));
}

const surnames = [
  ['王', 'Wang'],
  ['李', 'Li'],
  ['张', 'Zhang'],
  ['刘', 'Liu'],
  ['钟', 'Zhong'],
  ['赖', 'Lai'],
  ['卢', 'Lu'],
  ['江', 'Jiang'],
  ['范', 'Fan'],
  ['石', 'Shi'],
  ['姚', 'Yao'],
  ['温', 'Wen'],
  ['庄', 'Zhuang'],
  ['龚', 'Gong'],
  ['欧', 'Ou'],
  ['丘', 'Qiu'],
] as const;
const givenFirst = [
  ['嘉', 'jia'],
  ['思', 'si'],
  ['文', 'wen'],
  ['立', 'li'],
  ['雅', 'ya'],
  ['志', 'zhi'],
  ['慧', 'hui'],
  ['子', 'zi'],
  ['春', 'chun'],
  ['永', 'yong'],
] as const;
const givenSecond = [
  ['豪', 'hao'],
  ['琪', 'qi'],
  ['涛', 'tao'],
  ['颖', 'ying'],
  ['鹏', 'peng'],
  ['兰', 'lan'],
  ['斌', 'bin'],
  ['婷', 'ting'],
  ['达', 'da'],
  ['宁', 'ning'],
] as const;

const crewNote: Record<CrewRole, string> = { receiver: '签收员', handler: '经办人', leader: '审核领导' };

function crewMember(unit: string, role: CrewRole): DemoAccount {
  const named = staff.find((member) => member.unit === unit && member.roles.includes(role));
  if (named !== undefined) return { ...named, roles: [...named.roles] };
  const username = `${unit.replace(/^SZ-/, '').toLowerCase()}-${role}`;
  const rng = seeded(seedOf(username));
  const [surname, first, second] = [pick(rng, surnames), pick(rng, givenFirst), pick(rng, givenSecond)];
  const nameZh = surname[0] + first[0] + second[0];
  const nameEn = `${surname[1]} ${first[1].charAt(0).toUpperCase()}${first[1].slice(1)}${second[1]}`;
  return account(username, nameZh, nameEn, unit, role, crewNote[role]);
}

/** Receiver, handler and leader of any unit, always the same people; a unit's named accounts where it has them. */
export function crewAccounts(unitCode: string): DemoAccount[] {
  return crewRoles.map((role) => crewMember(unitCode, role));
}

/** The usernames of `crewAccounts`, by post. */
export function crewOf(unitCode: string): Record<CrewRole, string> {
  return {
    receiver: crewMember(unitCode, 'receiver').username,
    handler: crewMember(unitCode, 'handler').username,
    leader: crewMember(unitCode, 'leader').username,
  };
}
