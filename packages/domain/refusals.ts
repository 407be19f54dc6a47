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
  'follow-up-open': { status: 409, zh: '督办已立案', en: 'A formal follow-up is already open' },
} as const satisfies Record<string, { status: number; zh: string; en: string }>;

export type RefusalCode = keyof typeof refusals;
export type Refusal = { readonly refused: RefusalCode };
export const refuse = (code: RefusalCode): Refusal => ({ refused: code });
