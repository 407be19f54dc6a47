import type { AppealState } from '@suban/domain/appeal.ts';
import { dictionary } from '../../i18n/language.ts';

/** The states as a citizen would say them; the desk's words (`terms.state`) say what staff have to do. */
export const stateWords = dictionary<Record<AppealState, string>>(
  {
    received: '已收到',
    'answered-at-once': '已答复',
    referred: '已指路',
    dispatched: '办理中',
    'awaiting-rating': '待您评价',
    closed: '已办完',
    merged: '合并办理',
    withdrawn: '已撤回',
  },
  {
    received: 'Received',
    'answered-at-once': 'Answered',
    referred: 'Referred',
    dispatched: 'In hand',
    'awaiting-rating': 'Yours to rate',
    closed: 'Done',
    merged: 'Handled together',
    withdrawn: 'Withdrawn',
  },
);
