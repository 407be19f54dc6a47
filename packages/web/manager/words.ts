import { dictionary } from '../i18n/language.ts';

/** The frame of the manager end. */
export const managerWords = dictionary(
  {
    end: '指挥中心',
    pages: {
      today: '今日',
      map: '地图',
      cases: '诉求',
      events: '热点预警',
      units: '单位',
      suggestions: '分拨建议',
      followUps: '督办通报',
      reports: '报告',
      reveals: '查看日志',
      accounts: '账号',
      settings: '设置',
      wall: '大屏',
    },
    nothingHere: '这里没有您可以查看的内容',
    nothingHereWhy:
      '指挥中心供市领导、督查员、分析员、审计员和系统管理员使用。您的账号没有这些权限；日常办件请到工作台。',
    notYours: '您的账号不能查看这一页',
    notYoursWhy: '这一页需要您的账号没有的权限。如果工作需要，请联系系统管理员。',
    toDesk: '前往工作台',
    back: '返回首页',
    notFound: '没有这一页',
    notFoundWhy: '地址可能输错了，或者这一页已经移走。',
    broken: '这一页出了问题',
    brokenWhy: '页面没能显示。可以重新载入再试一次。',
    reload: '重新载入',
  },
  {
    end: 'Command',
    pages: {
      today: 'Today',
      map: 'Map',
      cases: 'Requests',
      events: 'Hot events',
      units: 'Units',
      suggestions: 'Suggestions',
      followUps: 'Follow-ups',
      reports: 'Reports',
      reveals: 'Reveal log',
      accounts: 'Accounts',
      settings: 'Settings',
      wall: 'Wall screen',
    },
    nothingHere: 'There is nothing here for your account',
    nothingHereWhy:
      'Command is for city leaders, supervisors, analysts, auditors and system administrators. Your account has none of these rights; your daily work is at the desk.',
    notYours: 'Your account cannot see this page',
    notYoursWhy:
      'This page needs a right your account does not have. If your work needs it, ask the system administrator.',
    toDesk: 'Go to the desk',
    back: 'Back to the first page',
    notFound: 'No such page',
    notFoundWhy: 'The address may be mistyped, or the page has moved.',
    broken: 'Something went wrong on this page',
    brokenWhy: 'The page could not be shown. Load it again to have another try.',
    reload: 'Load again',
  },
);
