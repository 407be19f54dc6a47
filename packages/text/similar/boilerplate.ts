/**
 * What stands in any petition: greetings, appeals to the reader, the rhetoric of urging. It says neither where nor
 * what, and one who writes “请加快……力度” every week would otherwise be like himself whatever he writes about.
 */
export const BOILERPLATE = `
尊敬的 敬爱的 亲爱的 您好 你好 书记 市长 局长 主任 领导 区长 县长 各级领导 希望领导 百忙之中 百忙中 高度重视 重视
请求 恳请 恳求 敬请 请问 咨询 反映 投诉 举报 建议 希望 求助 强烈要求 强烈 要求 关于 请 盼 期盼 给予 作为
加快 力度 步伐 刻不容缓 大背景下 背景下 大力倡导 大力创建 倡导 全覆盖 有何 何时 行动 省会 地处 众多 国家
市委市政府 市委 市政府 政府部门 相关部门 有关部门 相关单位 网友 留言 平台 原帖链接
回复 答复 现回复如下 来信已收悉 收悉 经调查 问题 情况 解决 处理
谢谢 感谢 感激不尽 非常感谢 老百姓 人民群众 为民做主 做主 血汗钱 讨回公道 公道 维权 合法权益 依法 苦不堪言
迟迟 多次 至今 一直 再次 什么时候 为什么 怎么 不知 能够 可以 没有 进行 严重 影响 正常 生活
居民 业主 市民 群众 我们 大家 我是 本人 一名 住在 小区 附近 周边`
  .trim()
  .split(/\s+/u);
