import { type Category, city, danger, group, outage, shared, street } from './shape.ts';

/** 交通运输: getting about. */
export const transport: Category = {
  name: '交通运输',
  nameEn: 'Transport',
  groups: [
    group('公共汽车', 'Buses', city('bus'), [
      ['公交等候过久', 'Long waits', '公交车等很久 公交班次少 公交间隔 公交不准点'],
      ['公交线路调整', 'Routes', '公交线路取消 增开公交 公交改线 站点撤销'],
      ['公交服务态度', 'Drivers and service', '公交司机态度 甩站不停 公交急刹 拒载老人'],
      ['公交站台设施', 'Bus stops', '公交站台没顶棚 候车亭损坏 电子站牌不亮'],
      ['公交优惠卡', 'Concessions', '老人免费乘车 学生公交卡 公交卡充值'],
    ]),
    group('轨道交通', 'Metro', city('metro'), [
      ['地铁设施故障', 'Broken equipment', '扶梯停运 地铁闸机坏 直梯故障 屏蔽门', outage],
      ['地铁拥挤限流', 'Crowding', '地铁太挤 限流排队 早高峰挤不上'],
      ['地铁运营时间', 'Hours of service', '末班车太早 地铁运营时间 首班车时间'],
      ['地铁施工影响', 'Works', '地铁施工围挡 地铁施工震动 地铁工地占道'],
      ['地铁服务安检', 'Staff and security', '地铁安检态度 地铁失物 地铁票务退款'],
    ]),
    group('出租与网约车', 'Taxis and ride hailing', city('transport'), [
      ['拒载绕路', 'Refusals and detours', '出租车拒载 绕路多收 不打表 甩客'],
      ['网约车计费', 'Ride-hailing fares', '网约车乱收费 高速费重复收 取消费'],
      ['非法营运', 'Unlicensed taxis', '黑车拉客 非法营运 摩托车搭客 地铁口拉客'],
      ['失物寻找', 'Lost property', '东西落在出租车 手机丢在车上 联系不上司机'],
      ['司机权益', "Drivers' concerns", '网约车抽成 份子钱 司机封号 资格证办理'],
    ]),
    group('道路设施养护', 'Road upkeep', city('transport'), [
      ['路面坑洼破损', 'Potholes', '路面坑洼 道路塌陷 路上有大坑 路面开裂', { urgentHours: 24 }],
      ['人行道破损', 'Broken pavements', '人行道砖松 盲道被占 地砖翘起 人行道不平'],
      ['井盖缺失', 'Missing manhole covers', '井盖丢失 井盖破了 井盖响 窨井没盖', danger],
      ['护栏桥梁损坏', 'Railings and bridges', '护栏撞坏 天桥台阶破 桥面裂缝 隔音板掉'],
      ['道路施工', 'Road works', '修路没完没了 道路反复开挖 施工不恢复路面'],
      ['高速公路收费', 'Expressway tolls', '高速收费 通行费扣错 电子收费多扣', city('expressway')],
    ]),
    group('停车管理', 'Parking', city('transport'), [
      ['路边停车收费', 'Kerbside charges', '路边停车收费 宜停车扣费 泊位收费争议'],
      ['停车位不足', 'Too few spaces', '停车难 没地方停车 增加停车位'],
      ['停车场乱收费', 'Overcharging car parks', '停车场乱收费 停车费没公示 不开停车发票', shared('market')],
      ['公共充电设施', 'Public chargers', '公共充电桩坏 充电位被油车占 充电桩不够'],
    ]),
    group('共享单车', 'Shared bikes', street(), [
      ['共享单车乱停', 'Bikes left anyhow', '共享单车乱停 单车堵人行道 单车堆积 单车淤积'],
      ['单车调度不足', 'No bikes to be had', '早上没单车 单车投放少 共享单车找不到', city('transport')],
      ['还车扣费', 'Return charges', '还车扣调度费 禁停区扣费 骑行多扣钱', city('transport')],
      ['单车车况', 'Bikes in bad repair', '单车刹车失灵 单车坏的太多 座椅调不动', city('transport')],
    ]),
    group('航空与口岸', 'Airport and ports of entry', city('airport'), [
      ['机场服务', 'Airport services', '机场值机 行李丢失 机场摆渡车 机场停车'],
      ['航班延误', 'Delayed flights', '航班延误 航班取消改签 机场滞留'],
      ['口岸通关', 'Crossing the border', '口岸排队 通关太慢 口岸开放时间 过关预约', city('port')],
      ['跨境巴士', 'Cross-border coaches', '跨境巴士 过境巴士班次 跨境车票', city('port')],
    ]),
  ],
};

/** 道路交通管理: rules of the road. */
export const traffic: Category = {
  name: '道路交通管理',
  nameEn: 'Road traffic',
  groups: [
    group('交通秩序', 'Order on the road', city('traffic-police', 'public-security'), [
      [
        '违法停车',
        'Illegal parking',
        '违停 路边违章停车 公交站违停 占用盲道停车',
        { limits: { complaint: 5 } },
      ],
      ['大货车闯禁', 'Lorries where they may not go', '大货车闯禁行 泥头车超速 货车夜间过街'],
      ['飙车炸街', 'Racing and roaring', '飙车炸街 改装车轰油门 摩托车炸街', { limits: { complaint: 5 } }],
      ['路口拥堵', 'Jams', '路口堵车 早晚高峰拥堵 学校门口堵车'],
      ['逆行闯红灯', 'Wrong-way riding and red lights', '闯红灯 逆行 斑马线不让行'],
    ]),
    group('信号与标志', 'Signals and signs', city('traffic-police'), [
      ['信号灯故障', 'Broken signals', '红绿灯坏 信号灯不亮 黄灯一直闪', { urgentHours: 4 }],
      ['信号配时', 'Signal timing', '红灯太长 绿灯时间短 行人过街时间不够'],
      ['标线不清', 'Faded markings', '斑马线看不清 车道线磨没 标线划错'],
      ['增设人行过街', 'New crossings', '增设斑马线 装红绿灯 增加过街天桥'],
      ['标志牌遮挡', 'Hidden signs', '交通标志被挡 限速牌看不见 指路牌错误'],
    ]),
    group('车驾管业务', 'Vehicles and licences', city('traffic-police', 'government-services'), [
      ['驾驶证换领', 'Renewing a licence', '驾驶证换证 驾照到期 外地驾照转入'],
      ['机动车年检', 'Vehicle inspection', '车辆年检 年审过期 检测站排队'],
      ['上牌过户', 'Plates and transfer', '车辆上牌 二手车过户 车牌补办 小汽车指标摇号'],
      ['考试预约', 'Driving tests', '科目二预约 驾考排队 驾校不退费'],
    ]),
    group('电动自行车', 'Electric bicycles', city('traffic-police', 'public-security'), [
      ['电动车上牌', 'Registering e-bikes', '电动车上牌 电动自行车备案 临时牌过期'],
      ['电动车乱停', 'E-bikes left anyhow', '电动车乱停 外卖车堵门口 电动车占人行道', street()],
      ['电动车违章', 'E-bike offences', '电动车不戴头盔 电动车走机动车道 外卖骑手抢道'],
      ['电动车扣留', 'Impounded e-bikes', '电动车被扣 扣车不退 取车手续'],
    ]),
    group('违法处理与事故', 'Fines and accidents', city('traffic-police', 'public-security'), [
      ['违章罚款申诉', 'Contesting a fine', '违章申诉 罚单不合理 电子眼误拍'],
      ['挪车求助', 'A car blocking the way', '请人挪车 车被堵 联系不上车主', danger],
      ['事故处理', 'Accidents', '交通事故处理 事故责任认定 肇事逃逸'],
      ['拖车收费', 'Towing', '拖车费太高 车被拖走 拖车损坏车辆'],
    ]),
  ],
};
