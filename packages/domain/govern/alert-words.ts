/** Words of which one is enough for an alert: wherever they stand, or only in a title. */
export type AlertWords = { readonly anywhere: readonly string[]; readonly inTitle: readonly string[] };

/** When appeals of one event raise an alert. */
export type AlertRules = {
  readonly words: AlertWords;
  /** Appeals from which on an event is a weak signal. */
  readonly appeals: number;
};

/** How a city writes a list of words in its settings. */
export const wordsIn = (list: string): string[] => list.split(/[\s、，,；;]+/u).filter((word) => word !== '');

/** As they stand in the settings. */
type Lists = { readonly alertWords: { readonly anywhere: string; readonly inTitle: string } };

export const alertWordsOf = ({ alertWords }: Lists): AlertWords => ({
  anywhere: wordsIn(alertWords.anywhere),
  inTitle: wordsIn(alertWords.inTitle),
});

export const alertRules = (settings: Lists & { readonly alertFrom: number }): AlertRules => ({
  words: alertWordsOf(settings),
  appeals: settings.alertFrom,
});

/** Danger to life and limb, or violence against the weak: one appeal is enough, wherever in it the word stands. */
export const usualAnywhere =
  '自杀 轻生 跳楼 不想活 活不下去 同归于尽 投毒 食物中毒 煤气中毒 集体中毒 砍人 持刀 拐卖 猥亵 性侵 虐待';

/** Said in passing in many a text (“隐患，可能坍塌”), so that it counts only where it is what the appeal is about: in the title. */
export const usualInTitle = '爆炸 坍塌 倒塌 塌方 坠楼 溺水 死亡 泄漏 聚众 集体上访 群体性 静坐 罢工 绑架';
