import { type Category, city, danger, district, group, outage, shared, street } from './shape.ts';

/** 住房建设: building, buying and letting homes. */
export const housing: Category = {
  name: '住房建设',
  nameEn: 'Housing and construction',
  groups: [
    group('工程质量安全', 'Building quality and site safety', district('housing'), [
      ['新房渗漏开裂', 'New homes that leak or crack', '新房漏水 墙面开裂 精装房质量差 交房质量问题'],
      ['外墙脱落', 'Falling façades', '外墙瓷砖脱落 外墙掉皮 墙砖砸下来', danger],
      ['工地围挡破损', 'Broken hoardings', '工地围挡破损 围挡占人行道 工地没有警示'],
      ['塔吊施工隐患', 'Cranes and dangerous sites', '塔吊吊臂过小区 脚手架松动 高空坠物工地', danger],
      ['拆除作业隐患', 'Dangerous demolition', '拆房没有防护 拆除作业 野蛮拆除', danger],
      ['家装质量纠纷', 'Home renovation disputes', '装修公司烂尾 装修质量差 装修增项'],
    ]),
    group('保障性住房', 'Public housing', city('housing', 'housing'), [
      ['公租房申请', 'Applying for public rental homes', '公租房申请 公租房条件 公租房材料'],
      ['公租房轮候', 'Waiting list', '公租房轮候 轮候排名 轮候资格取消'],
      ['保障房违规转租', 'Public homes sublet', '保障房转租 公租房空置 人才房出租牟利'],
      ['保障房维修', 'Repairs in public homes', '公租房漏水 保障房设施坏 安居房电梯'],
      ['住房补贴', 'Housing subsidies', '租房补贴 人才住房补贴 货币补贴发放'],
    ]),
    group('房屋租赁', 'Renting', shared('housing'), [
      ['租赁备案', 'Registering a lease', '租赁合同备案 租赁凭证 房东不配合备案'],
      ['押金不退', 'Deposits kept', '押金不退 房东扣押金 退租纠纷'],
      ['二房东跑路', 'Vanished middlemen', '二房东跑路 长租公寓爆雷 包租公司失联'],
      ['群租隔断', 'Overcrowded partitioned flats', '群租房 隔断房 一套房住十几个人'],
      ['城中村涨租', 'Rising rents in urban villages', '城中村涨租 强制涨房租 房租翻倍'],
      ['房东加收水电', 'Landlords overcharging utilities', '房东水电加价 电费一块五一度 水费加价'],
    ]),
    group('房地产交易', 'Buying a home', district('housing'), [
      ['延期交楼', 'Late handover', '延期交楼 楼盘烂尾 开发商停工 逾期交房'],
      ['楼盘虚假宣传', 'False promises by developers', '楼盘虚假宣传 样板房不一致 货不对板'],
      ['中介违规', 'Misconduct by agents', '中介乱收费 房产中介吃差价 中介虚假房源'],
      ['购房定金退还', 'Getting a deposit back', '购房定金 诚意金不退 认筹金'],
      ['购房资格咨询', 'Who may buy', '购房资格 限购政策 首套房认定'],
    ]),
    group('房屋安全', 'Safety of buildings', shared('housing'), [
      ['房屋沉降倾斜', 'Sinking or leaning buildings', '房屋倾斜 地基沉降 楼体裂缝', danger],
      ['承重墙拆改', 'Load-bearing walls removed', '砸承重墙 拆承重墙 楼上乱拆墙', { urgentHours: 4 }],
      ['老旧房屋鉴定', 'Surveys of old buildings', '危房鉴定 老房子安全检测 房屋安全鉴定'],
      ['挡土墙险情', 'Dangerous retaining walls', '挡土墙开裂 围墙要倒 护坡塌了', danger],
    ]),
  ],
};

/** 物业管理: life inside the estate. */
export const property: Category = {
  name: '物业管理',
  nameEn: 'Estate management',
  groups: [
    group('物业收费', 'Estate fees', shared('housing'), [
      ['物业费标准', 'Level of estate fees', '物业费太高 物业费涨价 管理费标准'],
      ['停车费争议', 'Parking fees in estates', '小区停车费 月卡涨价 车位管理费'],
      ['代收水电费', 'Utilities charged by managers', '物业代收电费 公摊水电 公摊费用不公开'],
      ['装修押金', 'Renovation deposits', '装修押金不退 装修出入证收费 垃圾清运费'],
    ]),
    group('物业服务', 'Estate services', shared('housing'), [
      ['保洁保安不到位', 'Poor cleaning and security', '小区卫生差 保安不管 保洁没人做 门禁坏了'],
      ['公共设施失修', 'Shared facilities out of repair', '楼道灯坏 单元门坏 泳池停用 健身房关停'],
      ['物业态度差', 'Rude managers', '物业态度恶劣 管理处推诿 物业不接电话'],
      ['物业擅自改用途', 'Shared space put to other use', '架空层出租 物业占用公共区域 公共用房被出租'],
      ['房屋漏水邻里纠纷', 'Leaks between neighbours', '楼上漏水 天花板渗水 卫生间漏到楼下', street()],
    ]),
    group('业主自治', "Owners' self-government", street(), [
      ['业委会选举', "Electing an owners' committee", '成立业委会 业委会换届 业委会选举'],
      ['业主大会投票', "Owners' votes", '业主大会 投票造假 代签名'],
      ['物业选聘更换', 'Changing the manager', '更换物业 老物业不撤场 物业招标'],
      ['公共收益公开', 'Accounts of shared income', '公共收益 电梯广告收入 收支不公示'],
      ['维修资金使用', 'The repair fund', '专项维修资金 日常维修金 维修基金使用', shared('housing')],
    ]),
    group('电梯运行', 'Lifts', shared('market'), [
      ['电梯困人', 'People trapped', '电梯困人 被关电梯里 电梯按铃没人', danger],
      ['电梯故障频发', 'Lifts that keep failing', '电梯老坏 电梯抖动 电梯停运 电梯冲顶', outage],
      ['电梯维保检验', 'Maintenance and inspection', '电梯年检过期 电梯维保 电梯检验标志'],
      ['加装电梯', 'Adding a lift', '加装电梯 旧楼装电梯 低层不同意加装', shared('housing')],
    ]),
    group('小区停车充电', 'Parking and charging in estates', street(), [
      ['小区乱停车', 'Cars parked anyhow', '小区乱停车 车停消防通道 堵住车库口'],
      ['车位只售不租', 'Spaces sold, not let', '车位只售不租 车位分配 车位摇号', shared('housing')],
      ['电动车进楼', 'E-bikes indoors', '电动车推上楼 电动车进电梯 楼道充电', { urgentHours: 4 }],
      ['飞线充电', 'Charging over a dangling cable', '飞线充电 窗口拉线充电 私拉电线', { urgentHours: 4 }],
      ['充电桩安装', 'Installing chargers', '装充电桩 物业不让装充电桩 充电桩报装', shared('housing')],
    ]),
  ],
};
