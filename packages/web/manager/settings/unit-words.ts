import type { SettingUnit } from '@suban/domain/settings-fields.ts';

/** Chinese counts one as it counts many. */
export const unitZh: Record<SettingUnit, string> = {
  seconds: '秒',
  megabytes: 'MB',
  minutes: '分钟',
  hours: '小时',
  days: '个工作日',
  'calendar-days': '天',
  share: '%',
  stars: '星',
  appeals: '件',
};
export const unitEn: Record<SettingUnit, string> = {
  seconds: 'seconds',
  megabytes: 'MB',
  minutes: 'minutes',
  hours: 'hours',
  days: 'working days',
  'calendar-days': 'days',
  share: '%',
  stars: 'stars',
  appeals: 'requests',
};
export const singleEn: Record<SettingUnit, string> = {
  seconds: 'second',
  megabytes: 'MB',
  minutes: 'minute',
  hours: 'hour',
  days: 'working day',
  'calendar-days': 'day',
  share: '%',
  stars: 'star',
  appeals: 'request',
};
