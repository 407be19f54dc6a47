/** Danger to life and limb, or violence against the weak: one appeal is enough, wherever in it the word stands. */
const ANYWHERE =
  '自杀 轻生 跳楼 不想活 活不下去 同归于尽 投毒 食物中毒 煤气中毒 集体中毒 砍人 持刀 拐卖 猥亵 性侵 虐待'.split(
    ' ',
  );

/** Said in passing in many a text (“隐患，可能坍塌”), so that it counts only where it is what the appeal is about: in the title. */
const IN_TITLE = '爆炸 坍塌 倒塌 塌方 坠楼 溺水 死亡 泄漏 聚众 集体上访 群体性 静坐 罢工 绑架'.split(' ');

/** The first word that must reach a person at once, or null. */
export function sensitiveWord({
  title,
  body,
}: {
  readonly title: string;
  readonly body: string;
}): string | null {
  return (
    IN_TITLE.find((word) => title.includes(word)) ??
    ANYWHERE.find((word) => title.includes(word) || body.includes(word)) ??
    null
  );
}
