import { type Category, city, danger, district, group, shared } from './shape.ts';

/** 劳动就业: pay, contracts, finding work. */
export const labour: Category = {
  name: '劳动就业',
  nameEn: 'Work',
  groups: [
    group('工资报酬', 'Pay', shared('labour'), [
      ['拖欠工资', 'Unpaid wages', '拖欠工资 工资没发 老板欠薪 三个月没工资', { limits: { complaint: 7 } }],
      ['农民工欠薪', 'Building workers unpaid', '工地欠薪 包工头跑了 农民工工资', { urgentHours: 24 }],
      ['加班费', 'Overtime pay', '没有加班费 加班不算钱 加班调休不给'],
      ['克扣工资', 'Deductions', '克扣工资 迟到扣三倍 绩效乱扣'],
      ['最低工资', 'Minimum wage', '低于最低工资 停工待岗工资 底薪太低'],
    ]),
    group('劳动合同', 'Contracts', shared('labour'), [
      ['不签合同', 'No contract', '不签劳动合同 入职没合同 空白合同'],
      ['违法辞退', 'Unlawful dismissal', '违法辞退 无故开除 怀孕被辞退'],
      ['经济补偿', 'Severance', '离职补偿金 裁员赔偿 公司搬迁补偿'],
      ['离职手续', 'Leaving papers', '不给离职证明 不办离职 扣押档案'],
      ['竞业限制', 'Non-compete clauses', '竞业协议 竞业补偿 保密费'],
    ]),
    group('工时休假', 'Hours and leave', shared('labour'), [
      ['超时加班', 'Excessive hours', '每天工作十二小时 强制加班 月休两天'],
      ['年休假', 'Annual leave', '年休假不给 年假工资 带薪休假'],
      ['高温津贴', 'Heat allowance', '高温津贴 高温天露天作业 车间没空调'],
      ['女职工保护', "Women's protection", '哺乳假 产假工资 孕期调岗'],
      ['未成年工', 'Child labour', '招童工 未成年打工 暑假工被骗', danger],
    ]),
    group('就业服务', 'Finding work', district('labour'), [
      ['求职招聘', 'Jobs', '招聘会 找工作 公益岗位'],
      ['黑中介', 'Crooked agencies', '职业黑中介 收押金介绍工作 招工骗局'],
      ['职业培训', 'Training', '技能培训补贴 职业证书 免费培训'],
      ['就业补贴', 'Subsidies', '就业补贴 创业补贴 应届生补贴'],
      ['人才引进', 'Attracting talent', '人才引进 毕业生接收 学历入户', city('labour', 'labour')],
    ]),
    group('新业态劳动', 'Platform work', shared('labour'), [
      ['骑手权益', 'Riders', '骑手罚款 外卖平台扣钱 站点克扣骑手'],
      ['劳务派遣', 'Agency work', '劳务派遣 同工不同酬 外包转签'],
      ['实习生权益', 'Interns', '实习没工资 学校强制实习 实习证明'],
      ['户外劳动者驿站', 'Rest stops', '环卫工休息点 暖蜂驿站 骑手歇脚'],
    ]),
  ],
};

/** 营商环境: what enterprises ask for. */
export const business: Category = {
  name: '营商环境',
  nameEn: 'Business',
  groups: [
    group('登记准入', 'Registration', district('market'), [
      ['执照办理', 'Licences', '营业执照办理 个体户注册 执照变更', { limits: { consultation: 1 } }],
      ['企业注销', 'Closing a firm', '公司注销 简易注销 吊销恢复'],
      ['冒名登记', 'Registered in a stolen name', '身份证被冒用注册公司 冒名法人 被当股东'],
      ['经营异常', 'Listed as abnormal', '经营异常名录 信用修复 地址失联'],
      ['许可证办理', 'Permits', '食品经营许可 许可证延期 一照多址'],
    ]),
    group('产业扶持', 'Support for industry', city('industry'), [
      ['产业资金申报', 'Grants', '产业扶持资金 专精特新补贴 技改补贴'],
      ['产业用房', 'Premises', '产业用房 厂房租金 园区清退'],
      ['企业用电用工', 'Power and staff', '企业用电报装 招工难 企业限电'],
      ['高新企业认定', 'High-tech status', '高新技术企业认定 科技项目申报 研发资助', city('science')],
    ]),
    group('商贸外资', 'Trade and foreign capital', city('commerce'), [
      ['外贸企业', 'Exporters', '出口退税 跨境电商 外贸展会补贴'],
      ['外资服务', 'Foreign investors', '外资企业设立 外商投资 港资企业'],
      ['商圈管理', 'Shopping districts', '商场空铺 夜经济 步行街业态'],
      ['成品油与拍卖', 'Fuel and auctions', '成品油许可 典当行 拍卖许可'],
    ]),
    group('账款与合同', 'Debts between firms', district('government-services'), [
      ['拖欠企业账款', 'Unpaid invoices', '拖欠货款 工程款没结 政府欠款', { limits: { complaint: 10 } }],
      ['政策承诺不兑现', 'Promises not kept', '招商承诺没兑现 奖励没给 新官不理旧账'],
      ['检查过频', 'Too many inspections', '检查太频繁 多头检查 重复执法'],
    ]),
    group('物价与能源', 'Prices and energy', city('development-reform'), [
      ['公共定价', 'Public prices', '水价调整 阶梯电价 停车定价'],
      ['项目审批', 'Projects', '项目立项 投资备案 重大项目'],
      ['节能减碳', 'Saving energy', '节能改造 碳普惠 光伏补贴'],
    ]),
  ],
};
