import { dictionary } from '../../i18n/language.ts';

/** The parts of the settings. */
export const tabWords = dictionary(
  {
    rules: '规则',
    history: '历次版本',
    calendar: '工作日历',
    units: '单位',
    accounts: '账号',
    catalogue: '职责清单',
    changes: '变更记录',
  },
  {
    rules: 'Rules',
    history: 'Versions',
    calendar: 'Working calendar',
    units: 'Units',
    accounts: 'Accounts',
    catalogue: 'Duty catalogue',
    changes: 'Changes',
  },
);
