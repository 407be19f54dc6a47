/**
 * Every reason a command is refused for, with its stable code, HTTP status and words.
 * The codes are an interface: once published, a code keeps its meaning.
 */
export const refusals = {
  'not-allowed': { status: 403, zh: '您的岗位不能执行此操作', en: 'Your role may not do this' },
  'not-yours': { status: 403, zh: '此件不在您的单位办理', en: 'This case is not with your unit' },
  'wrong-state': {
    status: 409,
    zh: '此件当前状态不能执行此操作',
    en: 'The case is not in a state that allows this',
  },
  'matter-missing': { status: 409, zh: '请先确定事项再分拨', en: 'Choose a matter before dispatching' },
  'matter-unknown': { status: 400, zh: '职责清单中没有此事项', en: 'No such matter in the duty catalogue' },
  'unit-unknown': { status: 400, zh: '没有此单位', en: 'No such unit' },
  'unit-accused': {
    status: 409,
    zh: '被投诉单位及其下属不得办理此件',
    en: 'A complaint never goes to the unit it is about, or below it',
  },
  'unit-outside': {
    status: 409,
    zh: '只能交给本单位下属单位',
    en: 'Only a unit below yours can be assigned',
  },
  'district-outside': {
    status: 409,
    zh: '区分拨中心只能分拨给本区单位',
    en: 'A district centre dispatches within its district only',
  },
  'not-on-duty-list': {
    status: 409,
    zh: '该事项不在街道社区职责清单内，不得下派',
    en: 'Not on the grassroots duty list: it may not be pushed down',
  },
  designated: { status: 409, zh: '指定承办单位不得退单', en: 'A designated unit cannot send back' },
  'send-back-late': { status: 409, zh: '已超过退单时限', en: 'The time for sending back has passed' },
  'own-review': { status: 409, zh: '须由另一人审核', en: 'A second person must review the answer' },
  'urged-recently': {
    status: 429,
    zh: '刚刚催办过，请稍后再试',
    en: 'Already urged a short while ago; please try later',
  },
  'own-call-back': {
    status: 409,
    zh: '回访不得由承办单位进行',
    en: 'The handling unit never makes the call-back',
  },
  'basis-missing': { status: 400, zh: '此答复须写明法律依据', en: 'This outcome needs a legal basis' },
  'promise-past': { status: 400, zh: '承诺日期须在将来', en: 'The promised date must lie ahead' },
  'follow-up-none': { status: 409, zh: '没有未结的督办', en: 'No formal follow-up is open' },
  recused: { status: 403, zh: '您已申请回避此件', en: 'You have stepped back from this case' },
  'applied-already': {
    status: 409,
    zh: '已有申请待审批',
    en: 'An application is waiting for a decision already',
  },
  'application-none': { status: 409, zh: '没有待审批的申请', en: 'No application is waiting' },
  'application-late': {
    status: 409,
    zh: '须在到期前提出申请',
    en: 'It must be asked for before the limit expires',
  },
  'extended-already': { status: 409, zh: '只能延期一次', en: 'A limit is extended once only' },
  'extension-long': { status: 400, zh: '延期超过上限', en: 'Longer than an extension may be' },
  'review-date': {
    status: 400,
    zh: '复查日期须在将来且不超过上限',
    en: 'The review date must lie ahead, within the longest the ledger allows',
  },
  'closure-early': {
    status: 409,
    zh: '须经督办后再次不满意方可说明理由办结',
    en: 'Closing with reasons needs a second dissatisfaction and a formal follow-up',
  },
  'new-fact': {
    status: 409,
    zh: '督办后有新情况，不能说明理由办结',
    en: 'Something new was added since the follow-up: it cannot be closed with reasons',
  },
  'own-application': { status: 409, zh: '申请须由他人审批', en: 'Somebody else decides an application' },
  'joined-already': {
    status: 409,
    zh: '该单位已在承办或协办',
    en: 'That unit handles or co-handles it already',
  },
  'not-joined': {
    status: 409,
    zh: '贵单位没有待反馈的协办',
    en: 'Your unit has no co-handling to report on',
  },
  'partner-leads': {
    status: 409,
    zh: '社会力量只能协办或受派，不能主办',
    en: 'A partner may help but never leads',
  },
  'evidence-missing': {
    status: 409,
    zh: '未达到该事项结案标准',
    en: 'What this matter needs before closing is missing',
  },
  'promise-none': { status: 409, zh: '没有待兑现的承诺', en: 'No promise is open' },
  'master-unknown': { status: 400, zh: '没有可并入的诉求', en: 'No such request to follow' },
  'master-unfit': { status: 409, zh: '不能并入该诉求', en: 'It cannot follow that request' },
  'has-followers': {
    status: 409,
    zh: '已有诉求并入此件，请先拆分',
    en: 'Others follow this case; split them first',
  },
  'contest-late': { status: 409, zh: '已超过提出异议的期限', en: 'The time for contesting has passed' },
  'contested-already': { status: 409, zh: '只能提出一次异议', en: 'An ending can be contested once' },
  'concealed-already': { status: 409, zh: '已为保密件', en: 'It is confidential already' },
  'follow-up-unmet': {
    status: 409,
    zh: '超期未办结，不能结束督办',
    en: 'What is overdue is followed up until it is done',
  },
  'follow-up-open': { status: 409, zh: '督办已立案', en: 'A formal follow-up is already open' },
  'exclusion-asked-already': {
    status: 409,
    zh: '已申请过剔除，或有剔除申请待决定',
    en: 'It was asked already for this unit, or one is waiting for a decision',
  },
  'exclusion-none': {
    status: 409,
    zh: '没有待决定或已准予的剔除',
    en: 'No exclusion is asked for or granted',
  },
  'exclusion-own': {
    status: 409,
    zh: '剔除须由第三方决定',
    en: 'A third party decides of an exclusion: not the unit itself, nor a dispatch centre',
  },
  'judged-already': { status: 409, zh: '此预警已经研判', en: 'This alert has been judged already' },
} as const satisfies Record<string, { status: number; zh: string; en: string }>;

export type RefusalCode = keyof typeof refusals;
export type Refusal = { readonly refused: RefusalCode };
export const refuse = (code: RefusalCode): Refusal => ({ refused: code });
