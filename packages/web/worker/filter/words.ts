import { dictionary } from '../../i18n/language.ts';
import type { FilterName } from './filters.ts';

const zh: Record<FilterName, string> = {
  light: '亮灯',
  matter: '事项',
  area: '区域',
  unit: '单位',
  channel: '渠道',
  kind: '类型',
  from: '提交自',
  to: '提交至',
};
const en: Record<FilterName, string> = {
  light: 'Light',
  matter: 'Matter',
  area: 'Area',
  unit: 'Unit',
  channel: 'Channel',
  kind: 'Kind',
  from: 'Filed from',
  to: 'Filed until',
};

export const filterWords = dictionary(
  {
    name: zh,
    filter: '筛选',
    any: '不限',
    without: (what: string) => `去掉：${what}`,
    clear: '清除筛选',
    none: '没有符合筛选的办件',
    looking: '正在查找…',
    save: '保存筛选',
    saveTitle: '给这组筛选起个名字',
    saveName: '名称',
    nameMissing: '请输入名称',
    cancel: '取消',
    saved: '已保存，在左侧一点即开',
    mine: '我的筛选',
    remove: (name: string) => `删除筛选：${name}`,
    removed: '已删除',
    searchPlace: '搜索',
  },
  {
    name: en,
    filter: 'Filter',
    any: 'Any',
    without: (what: string) => `Without: ${what}`,
    clear: 'Clear the filter',
    none: 'No case fits the filter',
    looking: 'Looking…',
    save: 'Save filter',
    saveTitle: 'Name this filter',
    saveName: 'Name',
    nameMissing: 'Enter a name',
    cancel: 'Cancel',
    saved: 'Saved: one click on the left opens it',
    mine: 'My filters',
    remove: (name: string) => `Remove filter: ${name}`,
    removed: 'Removed',
    searchPlace: 'Search',
  },
);
