/** 110 police, 119 fire and rescue, 120 ambulance, 122 traffic police: the same all over the country. */
export const emergencyServices = ['110', '119', '120', '122'] as const;
export type EmergencyService = (typeof emergencyServices)[number];

/** Words of a danger that is happening, and who is called for it; the first that is found counts. */
const signs: readonly (readonly [services: readonly EmergencyService[], words: RegExp])[] = [
  [['110', '119'], /想?跳楼|轻生|自杀|不想活|活不下去|同归于尽/u],
  [
    ['119', '120'],
    /(?:燃气|煤气|天然气|液化气|危化品|氯气|氨气)(?:正在|大量)?(?:泄[漏露]|中毒)|有人被困|溺水|落水了/u,
  ],
  [['119'], /着火|起火|失火|火灾|冒浓?烟|爆炸|坍塌|倒塌压|困在电梯|电梯困人|被困电梯/u],
  [['122', '120'], /(?:车祸|交通事故|撞[了到]?人|撞车)[^。！？]{0,20}(?:受伤|流血|昏迷|被困|死)/u],
  [['120'], /昏迷|晕倒|没有呼吸|停止呼吸|心脏骤停|大出血|抽搐不止|食物中毒|突发心梗|中风倒地/u],
  [['122'], /车祸|交通事故|撞[了到]人|肇事逃逸/u],
  [['110'], /持刀|砍人|捅人|抢劫|绑架|打群架|正在打人|家暴|被打得|跟踪我|入室|拐卖|投毒|炸弹/u],
];

/** 疑似紧急: the word and whom to hand over to (北京条例 11, 29); null where the words tell of none. */
export function emergencyIn(
  text: string,
): { readonly word: string; readonly services: readonly EmergencyService[] } | null {
  for (const [services, words] of signs) {
    const word = words.exec(text)?.[0];
    if (word !== undefined) return { word, services };
  }
  return null;
}
