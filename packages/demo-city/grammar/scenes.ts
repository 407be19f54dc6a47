import { demoCatalogue } from '../catalogue.ts';
import { peopleScenes } from './scenes-people.ts';
import { placeScenes } from './scenes-places.ts';
import { affair, place, type Scene, tip } from './scene.ts';

const catalogue = demoCatalogue();
const nameOf = new Map(catalogue.map((matter) => [matter.code, matter.name]));

const asked = affair(
  '材料交了一次被退回',
  '网上没查到说明',
  '两个窗口说法不一样',
  '不知道要不要本人去',
  '邻居说今年政策变了',
);
const hidden = tip(
  '知道的人不少',
  '白天关着门',
  '做了不是一天两天',
  '问起来就说没这回事',
  '有人在背后撑腰的样子',
);
const broken = place('报修两次没人来', '一家人凑合着用', '楼上楼下都有同样的毛病', '越拖越严重');

/** Matters told otherwise than the rest of their group. */
export const exceptions: Readonly<Record<string, Scene>> = {
  ...named(
    asked,
    '养犬登记 环评审批咨询 租赁备案 购房资格咨询 业委会选举 维修资金使用 加装电梯 充电桩安装 公交优惠卡 增设人行过街',
  ),
  ...named(
    asked,
    '电动车上牌 消防验收咨询 安全培训考证 避难场所 排水许可 疫苗接种 社康服务 病历报告 无偿献血 专利服务 报装增容',
  ),
  ...named(
    asked,
    '残疾人证 辅具与补贴 退役军人优待 户外劳动者驿站 人民调解 行政复议指引 公证办理 信息公开 携号转网 一户一表改造',
  ),
  ...named(asked, '征信异议 职业病防治 赛事活动 城中村涨租 停车位不足 计划停电 节水建议'),
  ...named(
    hidden,
    '保障房违规转租 骗保举报 偷税举报 野生动物交易 非法集资 假冒伪劣 黑中介 非法营运 养殖污染 瞒报事故 违规补课 违规取水 采石取土',
  ),
  ...named(broken, '保障房维修 大厅设施 校舍隐患'),
};

function named(scene: Scene, names: string): Record<string, Scene> {
  return Object.fromEntries(names.split(' ').map((name) => [name, scene]));
}

/** How a matter of level 3 is told; throws RangeError for a code whose group has no scene. */
export function sceneOf(matterCode: string): Scene {
  const group = nameOf.get(matterCode.slice(0, 4)) ?? '';
  const scene = exceptions[nameOf.get(matterCode) ?? ''] ?? placeScenes[group] ?? peopleScenes[group];
  if (scene === undefined) throw new RangeError(`no scene for matter ${matterCode}`);
  return scene;
}
