import { hasTime } from './find.ts';

/** What tells when without a date: now, of late, since, how often, for how long. */
const ROUGHLY =
  /现在|目前|正在|眼下|此刻|刚刚|刚才|最近|近期|近来|近日|这几?[天日晚周月年]|[这前]段时间|这阵子|今[天日早晚年]|昨[天日晚]|前[天晚]|前几天|上周|上个?月|去年|前年|上次|连续|连着|接连|一直|长期|常年|多年|经常|时常|天天|夜夜|每[天日晚早夜周月年到逢]|白天|夜[里间晚]|晚上|半夜|深夜|凌晨|清晨|早上|早晚|上午|中午|下午|傍晚|周末|平时|节假日|已经?有?[\d一二两三四五六七八九十几半多]+个?[天日周月年]|[\d一二两三四五六七八九十几半多]+个?(?:天|小时|星期|礼拜|月|年)(?:了|没|不|都|以来|前|多)|以来|以后就|开始/u;

/** 何时: does the text tell, roughly at least, when it was or since when it goes on? */
export const tellsWhen = (text: string): boolean => hasTime(text) || ROUGHLY.test(text);
