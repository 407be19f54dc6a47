import { refusals, type RefusalCode } from '@suban/domain/refusals.ts';

/** Every error of the edge, beside the domain's refusals. A code keeps its meaning once published. */
const edge = {
  'bad-input': { status: 400, zh: '填写内容有误', en: 'Something in the request is not right' },
  'bad-json': { status: 400, zh: '请求不是有效的 JSON', en: 'The request is not valid JSON' },
  'too-large': { status: 413, zh: '内容过大', en: 'The request is too large' },
  'unsupported-type': { status: 415, zh: '不支持的内容类型', en: 'This type of content is not accepted' },
  'photo-too-large': {
    status: 413,
    zh: '照片过大，请不超过 10 MB',
    en: 'The photo is too large: 10 MB at most',
  },
  'photo-unreadable': {
    status: 400,
    zh: '照片无法读取，请换一张',
    en: 'The photo cannot be read; please choose another',
  },
  'photo-unknown': {
    status: 400,
    zh: '照片不存在或已被使用',
    en: 'No such photo, or it belongs to another request',
  },
  'recording-too-large': {
    status: 413,
    zh: '录音或录像的文件过大，请录短一些',
    en: 'The recording is too large: please make a shorter one',
  },
  'recording-too-long': {
    status: 400,
    zh: '录音或录像超过了时长上限，请录短一些',
    en: 'The recording is longer than is taken: please make a shorter one',
  },
  'recording-unreadable': {
    status: 400,
    zh: '录音或录像无法读取，请换一段（支持 WebM、MP4、M4A、Ogg Opus）',
    en: 'The recording cannot be read; WebM, MP4, M4A and Ogg Opus are taken',
  },
  'range-unsatisfiable': { status: 416, zh: '没有这一段内容', en: 'There is no such part of the file' },
  'photo-missing': { status: 400, zh: '没有收到照片', en: 'No photo was received' },
  'boundaries-unreadable': {
    status: 400,
    zh: '不是可用的边界文件（GeoJSON 面要素，每个街道一个，properties.code 为单位代码）',
    en: 'This is no usable file of boundaries (GeoJSON polygons, one a subdistrict, properties.code its unit’s code)',
  },
  'boundaries-unknown-unit': {
    status: 400,
    zh: '边界文件中有不是街道的单位代码',
    en: 'The file of boundaries names a code that is no subdistrict’s',
  },
  'boundaries-twice': {
    status: 400,
    zh: '边界文件中同一街道出现了两次',
    en: 'The file of boundaries has one subdistrict twice',
  },
  'boundaries-too-detailed': {
    status: 400,
    zh: '边界过于精细，网页会很慢，请先简化',
    en: 'The boundaries have more points than pages can carry; please simplify them first',
  },
  'not-found': { status: 404, zh: '没有找到', en: 'Not found' },
  'key-wrong': {
    status: 401,
    zh: '密钥缺失、无效或已停用',
    en: 'The key is missing, not valid or was stopped',
  },
  'call-time': {
    status: 400,
    zh: '通话时间须在过去 31 天内，且不晚于现在',
    en: 'The time of a call must lie within the last 31 days and not ahead of now',
  },
  'call-unknown': {
    status: 404,
    zh: '没有这个来电，或不是您接听的',
    en: 'There is no such call, or it is not yours',
  },
  'call-no-number': {
    status: 409,
    zh: '这个来电没有号码，请填写联系电话',
    en: 'This call came without a number: please give one',
  },
  'period-unfinished': {
    status: 409,
    zh: '这一时段尚未结束，结束后才有报告',
    en: 'This period has not ended yet; its report is made afterwards',
  },
  'number-or-code': {
    status: 404,
    zh: '编号或查询码不正确',
    en: 'The number or the query code is not right',
  },
  'link-invalid': { status: 404, zh: '评价链接无效', en: 'This rating link is not valid' },
  'rated-already': { status: 410, zh: '已经评价过了', en: 'This has been rated already' },
  'sign-in-first': { status: 401, zh: '请先登录', en: 'Please sign in first' },
  'sign-in-failed': {
    status: 401,
    zh: '用户名或密码不正确',
    en: 'The user name or the password is not right',
  },
  'code-wrong': { status: 401, zh: '验证码不正确或已过期', en: 'The code is wrong or has expired' },
  'sms-not-set-up': {
    status: 503,
    zh: '短信服务未配置，暂不能用手机号登录',
    en: 'Text messages are not set up, so signing in by phone is not possible yet',
  },
  'too-many-requests': {
    status: 429,
    zh: '操作太频繁，请稍后再试',
    en: 'Too many requests; please try again later',
  },
  'request-id-reused': {
    status: 409,
    zh: '请求编号已用于另一件事',
    en: 'This request id was used for something else',
  },
  'too-many-filters': {
    status: 409,
    zh: '最多保存 20 个筛选，请先删除一个',
    en: 'At most 20 filters can be kept; please remove one first',
  },
  'changed-meanwhile': {
    status: 409,
    zh: '刚被他人更改，请刷新后再改',
    en: 'Somebody else has just changed this; please reload',
  },
  'change-refused': {
    status: 409,
    zh: '更改不合规则，未作任何改动',
    en: 'The change breaks a rule; nothing was changed',
  },
  'change-same': { status: 409, zh: '与现状相同，没有更改', en: 'Nothing differs from what there is' },
  'undo-conflict': {
    status: 409,
    zh: '之后又有更改，不能撤销；请直接修改',
    en: 'It was changed again since and cannot be undone; change it as it is now',
  },
  'account-closed': { status: 409, zh: '账号已停用', en: 'The account is closed' },
  'activation-invalid': {
    status: 404,
    zh: '激活链接无效、已使用或已过期，请联系管理员重新发放',
    en: 'The activation link is not valid, was used or has expired; ask an administrator for a new one',
  },
  'password-weak': {
    status: 400,
    zh: '密码至少 10 位，须含字母、数字、符号中的两类，且不得包含账号名',
    en: 'A password has at least 10 characters with two of letters, digits and signs, and not the account’s name',
  },
  'sheet-unreadable': {
    status: 400,
    zh: '文件无法读取：须为 CSV（UTF-8）或 xlsx，首行为列名',
    en: 'The file cannot be read: it must be CSV (UTF-8) or xlsx with column names in its first row',
  },
  'sheet-invalid': {
    status: 400,
    zh: '清单有误，未作任何改动',
    en: 'The catalogue has mistakes; nothing was changed',
  },
  'settings-changed-meanwhile': {
    status: 409,
    zh: '设置刚被他人更改，请刷新后再改',
    en: 'Somebody else has just changed the settings; please reload and change them again',
  },
  'settings-same': {
    status: 409,
    zh: '与现行设置相同，没有更改',
    en: 'Nothing differs from the latest settings',
  },
  'settings-from-past': { status: 400, zh: '生效日期须在今天之后', en: 'The date must lie after today' },
  'settings-order': {
    status: 409,
    zh: '已有更晚生效的版本：请选其后的日期，或先撤回该版本',
    en: 'A version is planned for later: choose a date after it, or withdraw it first',
  },
  'settings-in-force': {
    status: 409,
    zh: '已生效的版本不能撤回，请另立新版本',
    en: 'What is or was in force cannot be withdrawn; make a new version',
  },
  'calendar-unreadable': {
    status: 400,
    zh: '文件无法读取：须为 CSV（日期,类型,名称）或 JSON 列表',
    en: 'The file cannot be read: it must be CSV (date,kind,name) or a JSON list',
  },
  'calendar-invalid': {
    status: 400,
    zh: '日历有误，未作更改',
    en: 'The calendar has mistakes; nothing was changed',
  },
  'alerted-already': {
    status: 409,
    zh: '该事件已有预警',
    en: 'There is an alert for this event already',
  },
  'not-ready': { status: 503, zh: '系统正在启动', en: 'The system is starting' },
  internal: { status: 500, zh: '系统出错，请稍后再试', en: 'Something went wrong; please try again later' },
} as const satisfies Record<string, { status: number; zh: string; en: string }>;

export const problems = { ...refusals, ...edge };
export type ProblemCode = RefusalCode | keyof typeof edge;
export type Field = { path: string; message: string };

/** An error with a stable code that the edge answers as it is; anything else is `internal` and logged. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly fields: readonly Field[] | undefined;
  constructor(code: ProblemCode, fields?: readonly Field[]) {
    super(problems[code].en);
    this.code = code;
    this.fields = fields;
  }
  get status(): number {
    return problems[this.code].status;
  }
  body() {
    const { zh, en } = problems[this.code];
    return {
      code: this.code,
      message: zh,
      messageEn: en,
      ...(this.fields ? { fields: [...this.fields] } : {}),
    };
  }
}
