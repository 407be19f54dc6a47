import type { ReferralReason } from '@suban/domain/dispatch/requests.ts';

/** What is said at steps the demo city's grammar has no words for. */

/** Why an appeal is referred, and the route the citizen is told of. */
type Referral = { readonly text: string; readonly route: string };

export const referralWords: Readonly<
  Record<Exclude<ReferralReason, 'secrecy' | 'unlawful'>, readonly Referral[]>
> = {
  'legal-route': [
    {
      text: '您反映的事项已进入仲裁程序，行政机关不能代替仲裁作出决定。',
      route: '请依裁决办理；对裁决不服的，可在法定期限内向人民法院起诉。',
    },
    {
      text: '该事项属于合同纠纷，依法由人民法院管辖。',
      route: '可向有管辖权的人民法院起诉，也可先到公共法律服务中心免费咨询，电话 12348。',
    },
    {
      text: '您对已作出的行政处理决定有异议，依法应通过复议或诉讼解决。',
      route: '可自收到决定之日起六十日内申请行政复议，或向人民法院提起行政诉讼。',
    },
  ],
  'not-government': [
    {
      text: '您需要的是市场化服务，政府部门不直接提供。',
      route: '请通过正规企业办理，并保留好合同和票据；发生消费纠纷可拨打 12315。',
    },
    {
      text: '该事项属于当事人之间自行约定的范围。',
      route: '建议先协商，也可请所在社区的人民调解委员会居中调解。',
    },
  ],
  'same-matter': [
    {
      text: '您此前已就同一事项提出诉求，目前正在办理中，没有新的情况。',
      route: '请凭原编号查询进展，有新的情况可随时在原诉求中补充。',
    },
  ],
  emergency: [
    {
      text: '情况紧急，已立即转报应急值班室。',
      route: '已转交 119 和相关抢险单位先行处置，请注意自身安全；险情加重请直接拨打 119。',
    },
  ],
};

export const upheldWords = [
  '经核对职责清单，退单理由成立，改派有关单位办理。',
  '已与双方核实，该地点不属于原单位管理范围，同意退单。',
  '退单依据充分，同意改派，请新承办单位抓紧联系市民。',
] as const;
export const refusedWords = [
  '退单依据不足，该事项在贵单位职责清单内，请继续办理。',
  '经核实属于贵单位管辖范围，不同意退单，请尽快联系市民。',
] as const;
export const designationWords = [
  '经会商，由该单位主办，其他单位配合，请即日联系市民。',
  '争议事项已裁定，指定该单位承办，不得再退。',
] as const;
export const findings = [
  '请补充现场处理情况和完成时间后再报。',
  '答复没有回应市民的第二个问题，请完善。',
  '缺少依据，请写明相关规定。',
  '语句过于笼统，请写清做了什么、谁来跟进。',
] as const;
export const withdrawals = [
  '问题已经自行解决，不用再办了，谢谢。',
  '刚才物业已经处理好，撤回。',
  '地点写错了，我重新提交一份。',
  '和对方谈妥了，不再反映。',
] as const;
export const urges = [
  '已经好几天了，请问什么时候能处理？',
  '一直没有人联系我，麻烦催一下。',
  '情况比之前更严重，请尽快。',
  '答应的时间到了，还没有动静。',
] as const;
export const followUpWords = ['办理超期，市民多次催办，请承办单位限期办结并书面说明原因。'] as const;
export const assignmentWords = [
  '请到现场核实并联系市民，处理情况及时反馈。',
  '属于本辖区日常巡查范围，请今日内上门。',
] as const;
export const passingWords = ['地点在贵区，请区分拨中心按职责分派。'] as const;

export const extensionWords = [
  '需等待产权单位提供图纸，请求延期。',
  '材料采购尚需数日，请求延期完成。',
  '连续降雨无法施工，请求顺延。',
];
export const ledgerWords = [
  '涉及地块规划调整，暂不具备实施条件，申请挂账。',
  '待下一年度改造计划批复后实施，申请挂账。',
];
export const grantWords = ['情况属实，同意。', '理由充分，同意，请向市民说明。'];
export const invitationWords = ['双方诉求有分歧，请协助调解。', '请协助上门了解情况并反馈。'];
