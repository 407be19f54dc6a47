import type { SettingsVersionRow } from '@suban/domain/api-settings.ts';
import { dictionary } from '../../i18n/language.ts';

type Words = {
  version: (n: number) => string;
  state: Record<SettingsVersionRow['state'], string>;
  from: (time: string) => string;
  madeBy: (name: string, time: string) => string;
  beginning: string;
  changes: (n: number) => string;
  why: string;
  withdraw: string;
  withdrawSure: (n: number) => string;
  withdrawn: string;
  restore: string;
  restoreName: (n: number) => string;
  restored: (n: number) => string;
  cancel: string;
  more: string;
};

export const historyWords = dictionary<Words>(
  {
    version: (n) => `第 ${n} 版`,
    state: { 'in-force': '现行', planned: '待生效', past: '已被替代', withdrawn: '已撤回' },
    from: (time) => `${time} 起生效`,
    madeBy: (name, time) => `${name} 于 ${time} 发布`,
    beginning: '建城时的默认规则',
    changes: (n) => `修改 ${n} 处`,
    why: '理由',
    withdraw: '撤回',
    withdrawSure: (n) => `撤回第 ${n} 版？它将不再生效，但仍留在记录中。`,
    withdrawn: '已撤回',
    restore: '恢复为此版',
    restoreName: (n) => `恢复为第 ${n} 版`,
    restored: (n) => `已按第 ${n} 版填好，请预览并发布为新版本`,
    cancel: '取消',
    more: '更早的版本',
  },
  {
    version: (n) => `Version ${n}`,
    state: {
      'in-force': 'In force',
      planned: 'Planned',
      past: 'Followed by another',
      withdrawn: 'Withdrawn',
    },
    from: (time) => `In force from ${time}`,
    madeBy: (name, time) => `Published by ${name}, ${time}`,
    beginning: 'The defaults the city began with',
    changes: (n) => `${n} ${n === 1 ? 'change' : 'changes'}`,
    why: 'Reason',
    withdraw: 'Withdraw',
    withdrawSure: (n) => `Withdraw version ${n}? It will not take effect, and stays on record.`,
    withdrawn: 'Withdrawn',
    restore: 'Go back to this',
    restoreName: (n) => `Go back to version ${n}`,
    restored: (n) => `The form is as version ${n} had it; review and publish it as a new version`,
    cancel: 'Cancel',
    more: 'Older versions',
  },
);
