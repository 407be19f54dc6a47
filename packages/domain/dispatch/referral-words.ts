import type { ReferralReason } from './requests.ts';

/**
 * The route a citizen is told of when an appeal is referred, by the reason: a city's own words, filled in beforehand and
 * changed case by case. A refusal names the route open to the citizen (潍坊条例 19).
 */
export const defaultRoutes: Readonly<Record<ReferralReason, string>> = {
  emergency:
    '已将您反映的情况和联系电话转交 110、119、120 或 122 先行处置。危险还在时，请立即直接拨打：报警 110，火警和救援 119，医疗急救 120，交通事故 122。',
  'legal-route':
    '劳动争议可向劳动人事争议仲裁委员会申请仲裁；不服行政决定的，可自知道之日起六十日内申请行政复议，或依法向人民法院起诉；信访事项可向信访机构提出。免费法律咨询请拨打 12348。',
  'same-matter': '请凭原诉求编号和查询码在“查进度”中查看办理进展；有新的情况，可在原诉求中补充。',
  secrecy: '依法不能公开的内容，可向有权机关书面申请查询；需要政府信息的，可向制作该信息的机关申请公开。',
  'not-government':
    '可与对方协商，或请人民调解委员会免费调解；消费纠纷可拨打 12315；也可通过有资质的企业或社会组织解决。',
  unlawful: '请依法表达诉求；对法律规定有疑问的，可拨打 12348 免费咨询。',
};
