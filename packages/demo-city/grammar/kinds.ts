import type { Kind } from '../catalogue.ts';
import type { Rules } from './expand.ts';
import type { Telling } from './scene.ts';

/** How often each kind of appeal is made, by the way it is told. Our own guess, for the look of the demo city. */
export const kindWeights: Readonly<Record<Telling, Readonly<Record<Kind, number>>>> = {
  place: { complaint: 48, help: 30, consultation: 6, suggestion: 10, 'tip-off': 3, praise: 3 },
  dispute: { complaint: 62, help: 24, consultation: 8, suggestion: 2, 'tip-off': 2, praise: 2 },
  affair: { consultation: 58, help: 24, complaint: 10, suggestion: 6, 'tip-off': 0, praise: 2 },
  tip: { 'tip-off': 62, complaint: 26, help: 4, consultation: 4, suggestion: 3, praise: 1 },
};

const atPlace: readonly string[] = [
  '{hello}{where}{when}{problem}，{scene}。{course}。{effect}，{plea}。{bye}。',
  '{hello}{where}{problem}，{plea}。',
  '{where}{problem}，{scene}，{plea}。',
  '{hello}{resident}，{when}{where}{problem}。{scene}，{scene}。{course}，{feel}。{plea}。{bye}。',
  '{plea}！{where}{problem}，{scene}。{effect}。',
  '{when}，{where}{problem}。{scene}。{course}，{plea}。',
  '{k}到底归谁管？{where}{scene}，{course}。{effect}，{plea}。{bye}。',
  '{course}。{where}{k}的情况还是老样子，{scene}，{scene}。{effect}，{plea}。',
  '{hello}说一下{where}{k}的事。{scene}，{effect}。{group}反映过，{course}。{feel}，{plea}。{bye}。',
  '{scene}，{scene}，说的就是{where}{k}。{plea}。',
  '{where}，{k}，{scene}，{plea}',
  '{hello}{resident}。{where}{problem}，已经{span}。{scene}。{effect}，{feel}。{course}。{plea}，{bye}。',
  '{hello}{resident}，{lead}：{when}，{where}{problem}，{scene}，{scene}。{history}，{effect}，{effect}。{attempt}，{attempt}；{course}。{feel}，{close}，{plea}。{bye}。',
  '{where}{problem}，{history}。{scene}，{scene}，{scene}，{effect}。{attempt}，{course}，{attempt}，{course}。{close}。{plea}，{plea}，{proof}。{bye}。',
  '{hello}{resident}，{lead}：{when}，{where}{problem}，{scene}，{scene}，{scene}。{history}，{history}。{effect}，{effect}，{effect}。{attempt}，{attempt}，{attempt}；{course}，{course}。{feel}，{feel}，{close}，{close}。{plea}，{plea}，{proof}，{proof}。{info}，{bye}。',
];

const against: readonly string[] = [
  '{hello}{when}碰到{k}的事，{scene}。找{rival}谈了{times}没有结果，{effect}，{plea}。{bye}。',
  '{k}，{scene}，{plea}。{road}那边的{rival}。',
  '{hello}{resident}，投诉{road}的{rival}，{k}，{scene}，{scene}。{course}。{plea}。',
  '{road}{number}号的{rival}，{when}{k}。{scene}。{effect}，{proof}，{plea}。{bye}。',
  '{plea}！{road}{number}号的{rival}，{k}，{scene}。{feel}。',
  '{scene}，{scene}。说的就是{road}的{rival}，{k}的事拖了{span}。{effect}，{plea}。',
  '{hello}{k}能不能管一管？{scene}，{rival}的态度是爱理不理。{course}。{effect}，{proof}。{plea}。{bye}。',
  '{when}在{estate}附近，{k}，{scene}，{plea}。',
  '{hello}我和{group}都遇到{k}的情况，{scene}，{rival}说什么都不认。{feel}，{plea}，{bye}。',
  '关于{k}，{resident}，{scene}。多次要求{rival}解决，已经{span}。{effect}。{plea}。',
  '{hello}{resident}，{lead}：{when}，我碰到了{k}的事，{rival}就在{road}。{scene}，{scene}，{scene}。找{rival}说了{times}，{attempt}，{attempt}；{course}。{effect}，{effect}，{feel}。{proof}，{close}，{plea}。{bye}。',
  '{k}，{scene}，{scene}。{rival}一开始答应得好，后来就变了，{scene}。{attempt}，{course}，{effect}。{group}也有同样的遭遇，{proof}，{proof}。{close}。{plea}，{plea}。{bye}。',
  '{hello}{resident}，{lead}：{when}，我碰到了{k}的事，{rival}就在{road}，{scene}，{scene}，{scene}。{history}，{history}。{effect}，{effect}，{effect}。{attempt}，{attempt}，{attempt}；{course}，{course}。{feel}，{feel}，{close}，{close}。{plea}，{plea}，{proof}，{proof}。{info}，{bye}。',
];

const ownAffair: readonly string[] = [
  '{hello}{resident}，{k}的事办了{span}还没办好，{scene}。{effect}，{plea}。{bye}。',
  '{hello}{k}，{scene}，{course}。{plea}。',
  '{k}跑了{times}，{scene}，{scene}。{effect}。{plea}。{bye}。',
  '{when}去{sub}办{k}，{scene}，{plea}。',
  '{plea}。{resident}，{k}卡住了，{scene}，{feel}。',
  '{hello}{scene}。因为{k}的事，{group}都跟着着急。{course}，{effect}，{plea}。{bye}。',
  '{sub}，{k}，{scene}，{plea}',
  '{hello}{resident}，{lead}：{when}开始办{k}，{scene}，{scene}。{attempt}，{attempt}；{course}。{effect}，{effect}，{feel}。{close}，{plea}，{info}。{bye}。',
  '{hello}{resident}，{lead}：{when}开始办{k}，{scene}，{scene}，{scene}。{history}，{history}。{effect}，{effect}，{effect}。{attempt}，{attempt}，{attempt}；{course}，{course}。{feel}，{feel}，{close}，{close}。{plea}，{plea}，{proof}，{proof}。{info}，{bye}。',
];

const unlawful: readonly string[] = [
  '举报{where}{k}，{scene}，{proof}。{plea}。',
  '{hello}{where}有{k}的情况，{scene}，{scene}。{effect}。{proof}，{plea}。{bye}。',
  '{when}发现{where}{k}，{scene}。{plea}，{proof}。',
  '{where}{k}，{plea}。',
  '{hello}我要举报，{road}{number}号，{k}，{scene}，已经{span}了。{course}。{plea}。',
  '{scene}，{scene}，怀疑{where}在搞{k}。{effect}，{plea}。{bye}。',
  '{k}！{where}，{scene}。{proof}，{plea}。',
  '{hello}{resident}，实名反映{where}{k}，{scene}。{effect}。{plea}，{proof}。',
  '{hello}{resident}，{lead}：{road}{number}号{when}{k}，{scene}，{scene}，{scene}。{history}，{attempt}，{course}。{effect}，{feel}。{proof}，{proof}，{close}。{plea}，{plea}。{bye}。',
  '{hello}{resident}，{lead}：{when}发现{where}{k}，{scene}，{scene}，{scene}。{history}，{history}。{effect}，{effect}，{effect}。{attempt}，{attempt}，{attempt}；{course}，{course}。{feel}，{feel}，{close}，{close}。{plea}，{plea}，{proof}，{proof}。{info}，{bye}。',
];

const question: readonly string[] = [
  '{hello}请问{k}怎么弄？{resident}，{scene}。{info}。',
  '{hello}想咨询{k}，{scene}，{info}。{bye}。',
  '{k}有什么要求和材料？{scene}，{info}。',
  '{resident}，想问{k}的事。{scene}，{scene}。{info}，{info}。{bye}。',
  '{hello}{k}可以到{sub}问吗？{scene}，{info}。',
  '请教一下，{k}和{k}是一回事吗？{scene}。{info}，{bye}。',
  '{when}在网上查{k}没查明白，{scene}，{info}。',
  '{k}应该去哪里问，{sub}这边可以吗',
  '{hello}{resident}，{lead}：{when}开始准备{k}，{scene}，{scene}。{attempt}，说法都不一样。{info}，{info}，{info}。{close}。{bye}。',
];

const whoseDuty: readonly string[] = [
  '{hello}请问{k}该由哪个部门负责？{where}{scene}，{info}。',
  '{where}{k}，{info}？{scene}。',
  '{hello}想问一下，遇到{k}应该找谁？{scene}，{info}。{bye}。',
  '{resident}，{when}遇到{k}的情况，{scene}。{info}，{info}。',
  '{k}有没有规定？{where}{scene}。{info}。',
];

const proposal: readonly string[] = [
  '{hello}{resident}，关于{k}提个建议：{idea}，{idea}。{benefit}。',
  '{k}的问题年年有人提，{scene}。建议{idea}，{benefit}，{bye}。',
  '希望{sub}在{k}方面{idea}，{scene}，{benefit}。',
  '{resident}，说说{k}。{scene}，{scene}。{history}，与其一次次处理，不如{idea}，再{idea}。{benefit}，{benefit}。{close}，{bye}。',
];
const siteProposal: readonly string[] = [
  ...proposal,
  '建议管一管{where}{k}的情况，{scene}。可以{idea}，{benefit}。',
  '建议{idea}，现在{where}{k}，{scene}。',
];

const praise: readonly string[] = [
  '表扬{sub}的工作人员。{when}反映{k}的事，{fast}，{glad}。',
  '{hello}{resident}，之前说的{k}已经解决，{fast}，{fast}。{glad}。',
  '感谢！{where}{k}的问题拖了{span}，这次{fast}，{glad}。',
  '给{sub}点个赞，{k}的事{fast}，{glad}，{bye}。',
];

const helpTurn = (templates: readonly string[]): readonly string[] =>
  templates.map((line) => line.replaceAll('{plea}', '{urge}'));

const trouble: Readonly<Record<Telling, readonly string[]>> = {
  place: atPlace,
  dispute: against,
  affair: ownAffair,
  tip: unlawful,
};

/** The sentence orders of a body. */
export function bodyTemplates(telling: Telling, kind: Kind): readonly string[] {
  switch (kind) {
    case 'consultation':
      return telling === 'affair' ? question : whoseDuty;
    case 'suggestion':
      return telling === 'place' || telling === 'tip' ? siteProposal : proposal;
    case 'praise':
      return praise;
    case 'tip-off':
      return unlawful;
    case 'help':
      return helpTurn(trouble[telling]);
    case 'complaint':
      return trouble[telling];
    default:
      return kind satisfies never;
  }
}

/** Titles: short, as people write them. */
export const titles: Rules = {
  complaint: [
    '{estate}{k}',
    '反映{road}{k}的问题',
    '{k}问题何时解决',
    '{sub}{k}',
    '{k}没人管',
    '投诉{k}',
    '关于{estate}{k}的问题',
  ],
  help: ['求助：{k}', '{estate}{k}，请帮忙', '{k}怎么办', '{road}{k}急需处理', '{sub}{k}求助'],
  'tip-off': ['举报{road}{k}', '{estate}附近{k}', '举报{k}', '{sub}{road}{k}'],
  consultation: ['咨询{k}', '请问{k}', '关于{k}的咨询', '{sub}{k}咨询', '想了解{k}'],
  suggestion: ['关于{k}的建议', '建议改进{estate}{k}问题', '对{sub}{k}的一点建议', '{k}能不能改进'],
  praise: ['感谢{sub}解决{k}', '表扬{sub}', '{k}已解决，谢谢'],
};
