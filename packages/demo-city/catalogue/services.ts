import { type Category, city, danger, district, group, outage, shared, street } from './shape.ts';

/** 公用事业: power, gas, water, lines, post. */
export const utilities: Category = {
  name: '公用事业',
  nameEn: 'Utilities',
  groups: [
    group('供电', 'Power', city('power-supply'), [
      ['突发停电', 'Power cuts', '突然停电 整栋楼没电 频繁跳闸 电压不稳', outage],
      ['电费争议', 'Bills', '电费太高 电表走得快 电费账单不对'],
      ['报装增容', 'New connections', '电表报装 用电增容 一户一表'],
      ['电力设施隐患', 'Dangerous equipment', '电线杆倾斜 高压线下垂 配电箱没锁', danger],
      ['计划停电', 'Planned cuts', '停电通知 计划停电 检修停电'],
    ]),
    group('燃气', 'Gas', city('gas-supply'), [
      ['燃气泄漏', 'Leaks', '燃气泄漏 煤气味 管道漏气', danger],
      ['停气', 'No gas', '停气 燃气打不着 管道气没开通', outage],
      ['燃气安检', 'Safety checks', '燃气安检 燃气软管更换 报警器安装'],
      ['燃气收费', 'Bills', '燃气费太高 燃气表不准 改管费'],
      ['瓶装气配送', 'Bottled gas', '煤气瓶配送 瓶装气价格 煤气不足斤'],
    ]),
    group('供水', 'Water supply', city('water-supply', 'water'), [
      ['停水', 'No water', '停水 没有水 水压太低 高层没水', outage],
      ['水管爆裂', 'Burst mains', '水管爆裂 水管漏水 地下冒水', danger],
      ['水质异常', 'Bad water', '自来水发黄 水有铁锈 水有漂白水味', danger],
      ['水费争议', 'Bills', '水费异常 水表不准 阶梯水费'],
      ['一户一表改造', 'Meters for each home', '水表出户 优质饮用水入户 二次供水改造'],
    ]),
    group('通信网络', 'Telephone and network', city('telecom'), [
      ['信号差', 'Poor signal', '手机没信号 信号差 电梯没信号', city('mobile-operator')],
      [
        '宽带故障',
        'Broadband faults',
        '宽带断网 网速慢 光纤坏',
        { ...city('broadband-operator'), urgentHours: 24 },
      ],
      ['套餐资费', 'Tariffs', '套餐乱扣费 合约机陷阱 流量费', city('telecom-operator')],
      ['携号转网', 'Keeping the number', '携号转网 销号难 注销电话卡'],
      ['线缆凌乱', 'Tangled cables', '电线乱拉 空中线缆 线缆掉下来', street()],
      ['宽带垄断', 'One provider only', '小区只能装一家宽带 宽带进场 物业垄断宽带'],
    ]),
    group('邮政与快递', 'Post and parcels', city('posts'), [
      ['快递不上门', 'Parcels not brought up', '快递不送上门 擅自放驿站 快递放门口'],
      ['快递延误', 'Late parcels', '快递不派送 物流不更新 快递卡在转运'],
      ['快递驿站', 'Parcel shops', '驿站态度 快递柜收费 驿站乱堆'],
      ['邮政服务', 'Post offices', '信件丢失 挂号信没收到 邮局营业时间'],
    ]),
    group('有线电视', 'Cable television', city('cable-television'), [
      ['电视无信号', 'No picture', '电视没信号 机顶盒坏 看不了电视', outage],
      ['收视费用', 'Fees', '有线电视费 点播乱扣费 电视套餐退订'],
    ]),
  ],
};

/** 文体旅游: culture, sport, travel. */
export const culture: Category = {
  name: '文体旅游',
  nameEn: 'Culture, sport and travel',
  groups: [
    group('旅游服务', 'Travel', district('culture-tourism'), [
      ['旅行社纠纷', 'Travel agencies', '旅行社退团 强制购物 低价团'],
      ['景区管理', 'Sights', '景区排队 景区门票 景区厕所'],
      ['酒店民宿', 'Hotels', '民宿噪音 酒店毁约 民宿没证'],
      ['沙滩管理', 'Beaches', '沙滩收费 沙滩预约 海边救生员', shared('culture-tourism')],
    ]),
    group('文化场馆', 'Culture', district('culture-tourism'), [
      ['图书馆', 'Libraries', '图书馆占座 自助借书机 图书馆开放时间'],
      ['博物馆展馆', 'Museums', '博物馆预约 展馆黄牛 展览讲解'],
      ['演出票务', 'Shows', '演唱会退票 黄牛票 演出取消'],
      ['网吧娱乐场所', 'Amusements', '网吧未成年 剧本杀店 歌厅扰民'],
      ['文物保护', 'Heritage', '古村破坏 文物被拆 老祠堂修缮'],
    ]),
    group('体育健身', 'Sport', shared('culture-tourism'), [
      ['体育场馆', 'Sports grounds', '体育馆预约 球场收费 场馆开放'],
      ['社区球场', 'Community courts', '篮球场没灯 球场地面破 球场噪音'],
      ['健身路径', 'Outdoor gyms', '健身路径损坏 单杠松动 乒乓球台坏'],
      ['赛事活动', 'Events', '马拉松封路 赛事报名 赛事噪音', city('culture-tourism', 'culture-tourism')],
    ]),
    group('广电出版', 'Broadcasting and publishing', city('culture-tourism', 'culture-tourism'), [
      ['不良出版物', 'Harmful publications', '盗版书 不良漫画 盗版教辅'],
      ['电台电视节目', 'Programmes', '电视广告太多 电台节目 应急广播'],
      ['卫星天线', 'Satellite dishes', '私装卫星锅 非法接收卫星 卖卫星天线'],
    ]),
  ],
};

/** 政务服务: counters, law, officials. */
export const government: Category = {
  name: '政务服务',
  nameEn: 'Government services',
  groups: [
    group('办事大厅', 'Service halls', district('government-services'), [
      ['窗口态度', 'Manner at the counter', '窗口态度差 工作人员不耐烦 窗口聊天'],
      ['排队取号', 'Queues', '办事排队久 取不到号 预约不到号'],
      ['材料反复', 'Papers asked for again', '材料反复补 一次没说清 跑了好几趟'],
      ['大厅设施', 'The hall itself', '自助机坏 大厅没座位 打印收费'],
      ['办理进度', 'Progress of an application', '办件进度 迟迟不出证 审批超期'],
    ]),
    group('线上服务', 'Services online', city('government-services', 'government-services'), [
      ['系统故障', 'Systems that fail', '网站打不开 提交失败 系统报错', outage],
      ['刷脸登录', 'Signing in', '刷脸失败 登录不上 账号被锁'],
      ['电子证照', 'Electronic papers', '电子证照 电子证不认 证照关联'],
      ['数据开放', 'Open data', '开放数据 数据接口 公共数据错误'],
    ]),
    group('法律服务', 'Law', district('justice'), [
      ['法律援助', 'Legal aid', '法律援助 免费律师 申请法援'],
      ['公证办理', 'Notaries', '公证办理 委托公证 公证费'],
      ['人民调解', 'Mediation', '人民调解 邻居调解 调解室', street()],
      [
        '律师投诉',
        'Complaints about lawyers',
        '律师不尽责 律师乱收费 律所不退费',
        city('justice', 'justice'),
      ],
      ['行政复议指引', 'How to ask for review', '行政复议 不服处罚 复议申请', city('justice', 'justice')],
    ]),
    group('作风与廉政', 'Conduct of officials', district('government-services'), [
      ['推诿不作为', 'Passing the buck', '部门踢皮球 互相推诿 没人受理'],
      ['执法不规范', 'Improper enforcement', '执法粗暴 乱罚款 不出示证件', district('justice')],
      ['信息公开', 'Disclosure', '信息公开申请 政策找不到 公示不透明'],
      ['热线服务', 'The hotline itself', '热线打不通 工单被关 回访没人听'],
    ]),
  ],
};
