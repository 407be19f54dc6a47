import { type Category, city, danger, district, group, shared } from './shape.ts';

/** 市场监管: what is sold and how. */
export const market: Category = {
  name: '市场监管',
  nameEn: 'Market regulation',
  groups: [
    group('食品安全', 'Food', shared('market'), [
      [
        '餐饮卫生',
        'Restaurant hygiene',
        '餐馆卫生差 后厨脏 吃到虫子 头发在菜里',
        { limits: { complaint: 7 } },
      ],
      ['食物中毒', 'Food poisoning', '吃完拉肚子 食物中毒 集体腹泻', danger],
      ['过期变质食品', 'Stale food', '过期食品 面包发霉 变质肉 临期改日期'],
      ['无证食品加工', 'Unlicensed food makers', '无证小作坊 黑作坊 无证餐饮 没有健康证'],
      ['外卖安全', 'Takeaways', '外卖有异物 外卖商家没实体店 幽灵外卖'],
      ['农贸市场', 'Food markets', '菜市场缺斤短两 活禽宰杀 注水肉 菜市场脏乱'],
    ]),
    group('药品与医疗器械', 'Medicines and devices', district('market'), [
      ['药品质量', 'Quality of medicines', '假药 过期药 药品没批号'],
      ['药店违规', 'Chemists', '药店卖处方药 药店乱推销 没有药师'],
      ['保健品欺诈', 'Health-product fraud', '保健品骗老人 养生讲座 虚假疗效'],
      ['化妆品质量', 'Cosmetics', '化妆品过敏 三无化妆品 面膜烂脸'],
    ]),
    group('产品质量', 'Goods', district('market'), [
      ['家电质量', 'Appliances', '家电质量 空调漏氟 冰箱不制冷'],
      ['电动车电池', 'E-bike batteries', '电池鼓包 改装电池 劣质充电器', danger],
      ['儿童用品', 'Things for children', '玩具有毒 童车质量 儿童座椅不合格'],
      ['假冒伪劣', 'Counterfeits', '假货 高仿名牌 假烟假酒 冒牌手机'],
      ['计量短缺', 'Short measure', '电子秤不准 加油短量 称重作弊'],
    ]),
    group('价格与收费', 'Prices', shared('market'), [
      ['明码标价', 'Displayed prices', '没有明码标价 结账多收钱 价格欺诈'],
      ['哄抬物价', 'Profiteering', '哄抬菜价 台风天涨价 坐地起价', { urgentHours: 24 }],
      ['强制消费', 'Forced purchases', '最低消费 强收服务费 餐具收费'],
      ['涉企收费', 'Charges on firms', '园区电费加价 转供电加价 协会强制收费'],
    ]),
    group('特种设备', 'Special equipment', district('market'), [
      ['锅炉压力容器', 'Boilers and vessels', '锅炉没检验 压力容器 储气罐超期', danger],
      ['游乐设施', 'Rides', '游乐设施故障 过山车停在半空 蹦床伤人', danger],
      ['叉车与起重', 'Forklifts and hoists', '叉车无证驾驶 行车吊钩 叉车没牌'],
      ['气瓶检验', 'Gas bottles', '气瓶过期 氧气瓶没检 充装站违规', danger],
    ]),
    group('广告与知识产权', 'Advertising and intellectual property', district('market'), [
      ['虚假广告', 'False advertising', '虚假广告 夸大宣传 绝对化用语'],
      ['商标侵权', 'Trademarks', '商标侵权 冒用品牌 招牌傍名牌'],
      ['专利服务', 'Patents', '专利申请资助 专利被侵权 专利代理'],
      ['不正当竞争', 'Unfair competition', '刷单炒信 恶意差评 商业诋毁'],
    ]),
  ],
};

/** 消费维权: what people paid for and did not get. */
export const consumers: Category = {
  name: '消费维权',
  nameEn: 'Consumer rights',
  groups: [
    group('预付式消费', 'Prepaid cards', shared('market'), [
      ['健身房跑路', 'Vanished gyms', '健身房跑路 健身卡退费 私教课不退', { limits: { complaint: 10 } }],
      ['美容美发卡', 'Beauty and hair cards', '理发店充值卡 美容院关门 美容卡退款'],
      ['洗车与养车卡', 'Car-wash cards', '洗车卡 洗车店倒闭 养护套餐不兑现'],
      ['餐饮充值卡', 'Restaurant cards', '餐厅充值 餐饮储值卡 店铺换老板不认卡'],
      ['游泳与亲子馆', 'Pools and play centres', '游泳馆关停 亲子乐园闭店 月子中心跑路'],
    ]),
    group('网络购物', 'Online shopping', city('market', 'market'), [
      ['网购退货退款', 'Returns and refunds', '网购不退款 七天无理由 退货运费'],
      ['直播带货', 'Live-stream sales', '直播间虚假宣传 主播卖假货 直播赠品没发'],
      ['快递丢损', 'Lost parcels', '快递丢件 包裹破损 快递赔偿', city('posts', 'market')],
      ['团购订房', 'Vouchers and bookings', '团购券用不了 酒店订房不退 票务平台不退票'],
      ['游戏充值', 'Games', '未成年人充值 游戏充值退款 打赏退款'],
    ]),
    group('售后服务', 'After-sales service', shared('market'), [
      ['维修乱收费', 'Repair overcharging', '上门维修乱收费 小病大修 空调加氟骗局'],
      ['三包争议', 'Guarantees', '三包期内不修 退换货被拒 保修推诿'],
      ['家政服务', 'Domestic services', '家政公司不退钱 保姆中途走 月嫂纠纷'],
      ['搬家服务', 'Removals', '搬家坐地起价 搬家损坏家具 搬家公司加价'],
    ]),
    group('汽车消费', 'Cars', district('market'), [
      ['新车质量', 'New cars', '新车故障 车机黑屏 汽车异响'],
      ['购车合同', 'Purchase contracts', '买车定金 延期交车 加价提车'],
      ['汽车维修', 'Garages', '修车乱换件 四店维修 保养没做'],
      ['二手车纠纷', 'Used cars', '二手车调表 事故车隐瞒 泡水车'],
    ]),
  ],
};

/** 金融财税: money and tax. */
export const finance: Category = {
  name: '金融财税',
  nameEn: 'Finance and tax',
  groups: [
    group('银行与贷款', 'Banks and loans', city('financial-regulation'), [
      ['贷款纠纷', 'Loans', '贷款利息太高 砍头息 提前还款违约金'],
      ['暴力催收', 'Debt collectors', '暴力催收 爆通讯录 催收电话骚扰'],
      ['信用卡争议', 'Credit cards', '信用卡年费 信用卡逾期协商 盗刷'],
      ['征信异议', 'Credit records', '征信有误 逾期记录 征信修复骗局'],
    ]),
    group('保险与理财', 'Insurance and investment', city('financial-regulation'), [
      ['保险理赔', 'Claims', '保险拒赔 车险理赔 重疾险不赔'],
      ['保险退保', 'Surrender', '保险退保 误导买保险 代理退保'],
      ['非法集资', 'Unlawful fund-raising', '非法集资 高息理财 养老投资骗局', { limits: { 'tip-off': 10 } }],
      ['理财亏损', 'Investments', '理财产品亏损 基金误导销售 私募不兑付'],
    ]),
    group('税收服务', 'Tax', city('taxation', 'government-services'), [
      ['个税申报', 'Income tax', '个税退税 个税申报 专项附加扣除'],
      ['发票开具', 'Invoices', '商家不开发票 拒开发票 电子发票'],
      ['偷税举报', 'Tax evasion', '偷税漏税 两套账 虚开发票', { limits: { 'tip-off': 30 } }],
      ['房产交易税', 'Tax on homes', '契税 房屋过户税费 增值税满二'],
    ]),
    group('财政补贴', 'Public money', city('finance'), [
      ['补贴未到账', 'Grants not received', '补贴没到账 消费券用不了 家电补贴'],
      ['政府采购', 'Public procurement', '政府采购投诉 招标不公 围标串标', { limits: { complaint: 20 } }],
      ['国企管理', 'State-owned firms', '国企物业租金 国企招聘不公 国企拖欠货款', city('state-assets')],
    ]),
  ],
};
