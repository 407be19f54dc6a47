import type { YearFault } from '@suban/domain/calendar/year.ts';
import { dictionary } from '../../i18n/language.ts';

type Words = {
  years: string;
  published: string;
  provisional: string;
  provisionalWhy: string;
  uploaded: (name: string, time: string, times: number) => string;
  beginning: string;
  month: readonly string[];
  weekdays: readonly string[];
  mark: { holiday: string; workday: string };
  legend: { holiday: string; workday: string; weekend: string; changed: string };
  dayOf: (date: string) => string;
  /** A holiday is kept by its Chinese name. */
  holiday: (name: string) => string;
  summary: string;
  spans: (first: string, last: string, days: number) => string;
  worked: (days: string) => string;
  history: string;
  now: string;
  restore: string;
  restoreName: (n: number) => string;
  restored: string;
  upload: string;
  uploadHint: string;
  year: string;
  file: string;
  text: string;
  template: string;
  beginNow: string;
  preview: string;
  previewOf: (year: number, n: number) => string;
  noChange: string;
  lacks: (days: string) => string;
  why: string;
  whyHint: string;
  whyMissing: string;
  publish: string;
  back: string;
  saved: (year: number) => string;
  whole: string;
  line: (n: string) => string;
  fault: Record<YearFault['code'], string>;
  badFile: string;
};

const holidaysEn: readonly (readonly [string, string])[] = [
  ['元旦', 'New Year'],
  ['春节', 'Spring Festival'],
  ['清明', 'Qingming'],
  ['劳动', 'Labour Day'],
  ['端午', 'Dragon Boat'],
  ['中秋', 'Mid-Autumn'],
  ['国庆', 'National Day'],
];

const monthsEn =
  'January February March April May June July August September October November December'.split(' ');

export const calendarWords = dictionary<Words>(
  {
    years: '年份',
    published: '已发布',
    provisional: '暂定',
    provisionalWhy: '尚未上传国务院安排，按法定节假日推算；没有调休，期限为暂定。',
    uploaded: (name, time, times) => `${name} 于 ${time} 上传${times > 1 ? `（第 ${times} 次）` : ''}`,
    beginning: '建城时载入',
    month: monthsEn.map((_, i) => `${i + 1}月`),
    weekdays: ['一', '二', '三', '四', '五', '六', '日'],
    mark: { holiday: '休', workday: '班' },
    legend: { holiday: '放假', workday: '调休上班', weekend: '周末', changed: '此次改动' },
    dayOf: (date) => `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`,
    holiday: (name) => name,
    summary: '放假与调休',
    spans: (first, last, days) => (days === 1 ? first : `${first}至${last}，共 ${days} 天`),
    worked: (days) => `${days}上班`,
    history: '历次上传',
    now: '现行',
    restore: '恢复为此次',
    restoreName: (n) => `恢复为第 ${n} 次上传`,
    restored: '已按该次上传填好，请预览并发布',
    upload: '上传一年的日历',
    uploadHint:
      '每行一天：日期,类型,名称。类型为 holiday（休）或 workday（班，调休上班的周末）；只写与普通周历不同的日子。也可以是同样内容的 JSON 列表。',
    year: '年份',
    file: '选择 CSV 或 JSON 文件',
    text: '文件内容',
    template: '填入法定节假日作底稿',
    beginNow: '填入现有日历作底稿',
    preview: '预览',
    previewOf: (year, n) => `${year} 年预览：改动 ${n} 天，尚未发布`,
    noChange: '与现有日历相同',
    lacks: (days) => `缺少法定节假日：${days}。请核对文件是否完整；如国家另有规定，仍可发布。`,
    why: '依据',
    whyHint: '例如：国办发明电〔2026〕8 号',
    whyMissing: '请写明依据',
    publish: '发布日历',
    back: '返回修改',
    saved: (year) => `${year} 年日历已发布，在办诉求的时限正在重算`,
    whole: '整个文件',
    line: (n) => `第 ${n} 行`,
    fault: {
      'date-invalid': '日期不正确，应如 2027-02-06',
      'date-outside-year': '日期不在所选年份',
      'date-twice': '日期重复',
      'kind-unknown': '类型应为 holiday（休）或 workday（班）',
      'name-missing': '缺少名称，或名称过长',
      'workday-on-weekday': '调休上班日应为周六或周日',
      'no-holidays': '没有任何放假日',
      'too-long-off': '连续放假超过 20 天，文件可能不完整',
    },
    badFile: '文件无法读取',
  },
  {
    years: 'Year',
    published: 'Published',
    provisional: 'Provisional',
    provisionalWhy:
      'The State Council’s calendar has not been uploaded: reckoned with the statutory holidays, without make-up workdays; due dates are provisional.',
    uploaded: (name, time, times) => `Uploaded by ${name}, ${time}${times > 1 ? ` (upload ${times})` : ''}`,
    beginning: 'Loaded when the city began',
    month: monthsEn,
    weekdays: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
    mark: { holiday: 'off', workday: 'work' },
    legend: { holiday: 'Holiday', workday: 'Make-up workday', weekend: 'Weekend', changed: 'Changed here' },
    dayOf: (date) => `${Number(date.slice(8))} ${monthsEn[Number(date.slice(5, 7)) - 1]?.slice(0, 3)}`,
    holiday: (name) => holidaysEn.find(([zh]) => name.startsWith(zh))?.[1] ?? name,
    summary: 'Holidays and make-up workdays',
    spans: (first, last, days) => (days === 1 ? first : `${first} to ${last}, ${days} days`),
    worked: (days) => `worked: ${days}`,
    history: 'Uploads',
    now: 'In force',
    restore: 'Go back to this',
    restoreName: (n) => `Go back to upload ${n}`,
    restored: 'The form is as that upload had it; preview and publish it',
    upload: 'Upload a year',
    uploadHint:
      'A day a line: date,kind,name. The kind is holiday or workday (a weekend day that is worked); only days that differ from the plain week. A JSON list of the same is read too.',
    year: 'Year',
    file: 'Choose a CSV or JSON file',
    text: 'The file’s text',
    template: 'Begin with the statutory holidays',
    beginNow: 'Begin with the year as it is',
    preview: 'Preview',
    previewOf: (year, n) =>
      `${year}: ${n} ${n === 1 ? 'day' : 'days'} would change, nothing is published yet`,
    noChange: 'The same as now',
    lacks: (days) =>
      `These statutory holidays are missing: ${days}. Check that the file is complete; where the law has changed it can be published all the same.`,
    why: 'Authority',
    whyHint: 'For example: notice of the General Office, no. 8 of 2026',
    whyMissing: 'Please name the authority',
    publish: 'Publish the calendar',
    back: 'Back to the text',
    saved: (year) =>
      `The calendar of ${year} is published; the clocks of open requests are being reckoned anew`,
    whole: 'The whole file',
    line: (n) => `Line ${n}`,
    fault: {
      'date-invalid': 'no such date; write 2027-02-06',
      'date-outside-year': 'the date is not in the year chosen',
      'date-twice': 'the date is there twice',
      'kind-unknown': 'the kind must be holiday or workday',
      'name-missing': 'the name is missing or too long',
      'workday-on-weekday': 'a make-up workday must be a Saturday or Sunday',
      'no-holidays': 'no holiday at all',
      'too-long-off': 'more than 20 days off in a row: the file may not be complete',
    },
    badFile: 'The file could not be read',
  },
);
