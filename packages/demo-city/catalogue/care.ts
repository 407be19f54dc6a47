import { type Category, city, danger, district, group, shared, street } from './shape.ts';

/** 教育: from crèche to university entrance. */
export const education: Category = {
  name: '教育',
  nameEn: 'Education',
  groups: [
    group('入学升学', 'Admission', district('education'), [
      [
        '小一初一学位',
        'School places',
        '小一学位 初一学位申请 学位紧张 学区划分',
        { limits: { consultation: 3 } },
      ],
      ['积分入学', 'Points for admission', '积分入学 积分不够 入学积分计算'],
      ['转学插班', 'Changing school', '转学插班 插班申请 转学手续'],
      ['中考政策', 'Senior-school entrance', '中考报名 指标生 中考录取线', city('education', 'education')],
      ['高考报名', 'University entrance', '高考报名 异地高考 自考报名', city('education', 'education')],
    ]),
    group('学校管理', 'Schools', district('education'), [
      ['教师师德', 'Conduct of teachers', '老师体罚 老师辱骂学生 老师有偿补课'],
      ['作业与作息', 'Homework and hours', '作业太多 早读太早 课后延时服务'],
      ['学校收费', 'School charges', '学校乱收费 校服费 午托费'],
      ['学校食堂', 'School canteens', '食堂饭菜差 学校午餐有虫 配餐公司'],
      ['校服教材', 'Uniforms and textbooks', '校服质量差 教辅强制购买 课本没发'],
    ]),
    group('校外培训', 'Private tuition', district('education'), [
      ['培训机构跑路', 'Closed-down tutors', '培训机构跑路 培训班关门 兴趣班停课'],
      ['培训退费', 'Refunds', '课时费不退 培训退费 网课退款'],
      ['违规补课', 'Unlawful tuition', '违规补课 住宅楼补课 假期学科培训'],
      ['托管机构', 'After-school care', '托管班没证 午托班卫生 晚托机构'],
    ]),
    group('学前托育', 'Kindergartens and crèches', district('education'), [
      ['幼儿园学位', 'Kindergarten places', '公办幼儿园学位 幼儿园摇号 幼儿园报名'],
      ['幼儿园收费', 'Kindergarten fees', '幼儿园涨价 保教费 幼儿园退费'],
      ['幼儿园管理', 'Running of kindergartens', '幼儿园老师打孩子 幼儿园关停 孩子在园受伤'],
      ['托育服务', 'Crèches', '托育机构 托班补贴 三岁以下托管', district('health')],
    ]),
    group('校园安全', 'Safety at school', district('education'), [
      ['校园欺凌', 'Bullying', '校园欺凌 孩子被同学打 校园霸凌', danger],
      ['校门口安全', 'Safety at the gates', '放学没有护学岗 校门口车多 学生过马路危险'],
      ['校舍隐患', 'Unsafe school buildings', '教室甲醛 操场跑道气味 校舍漏雨'],
      ['心理健康', 'Well-being of pupils', '学生心理辅导 孩子厌学 心理老师'],
    ]),
  ],
};

/** 卫生健康: hospitals and public health. */
export const health: Category = {
  name: '卫生健康',
  nameEn: 'Health',
  groups: [
    group('医疗服务', 'Medical services', city('health', 'health'), [
      ['挂号就诊', 'Seeing a doctor', '挂号难 预约挂不上 候诊太久 专家号没了'],
      ['医患纠纷', 'Disputes with hospitals', '医疗事故 手术失败 医生误诊 医患纠纷'],
      ['医护态度', 'Manner of staff', '医生态度差 护士不理人 急诊没人管'],
      ['医院收费', 'Hospital bills', '医院乱收费 检查费太贵 重复检查'],
      ['社康服务', 'Community clinics', '社康中心 家庭医生 社康没药', district('health')],
      ['病历报告', 'Records and reports', '病历复印 检查报告查询 影像胶片'],
    ]),
    group('公共卫生', 'Public health', shared('health'), [
      ['传染病防控', 'Infectious diseases', '登革热 流感聚集 手足口病 诺如病毒', danger],
      ['蚊虫鼠害消杀', 'Mosquitoes and rats', '蚊子太多 老鼠多 蟑螂消杀 积水滋生蚊虫', street()],
      ['疫苗接种', 'Vaccination', '疫苗预约 接种点 宫颈癌疫苗 儿童疫苗本'],
      ['公共场所卫生', 'Hygiene in public places', '泳池水脏 理发店卫生 酒店床单不换'],
      ['饮用水卫生', 'Drinking-water hygiene', '自来水有异味 二次供水水箱脏 水里有虫', danger],
    ]),
    group('非法行医', 'Unlicensed practice', shared('health'), [
      ['黑诊所', 'Unlicensed clinics', '黑诊所 无证行医 出租屋看病', { urgentHours: 24 }],
      ['非法医美', 'Unlicensed cosmetic medicine', '非法医美 美容院打针 无证注射'],
      ['代孕与非法鉴定', 'Surrogacy and sex tests', '代孕机构 胎儿性别鉴定 卖卵'],
    ]),
    group('妇幼与生育', 'Mothers and children', district('health'), [
      ['生育登记', 'Registering a pregnancy', '生育登记 准生证 二孩三孩登记'],
      ['产检分娩', 'Antenatal care and birth', '产检建册 产科床位 无痛分娩'],
      ['育儿补贴', 'Child allowance', '育儿补贴 生育补贴 育儿津贴申领'],
      ['计划生育奖扶', 'Family-planning awards', '独生子女奖励 计生奖扶 失独家庭'],
    ]),
    group('控烟与职业病', 'Smoking and occupational illness', shared('health'), [
      ['公共场所吸烟', 'Smoking in public places', '餐厅有人抽烟 电梯里抽烟 网吧吸烟 室内吸烟'],
      ['职业病防治', 'Occupational illness', '职业病鉴定 尘肺病 车间噪声耳聋'],
      ['无偿献血', 'Blood donation', '无偿献血 献血车 用血报销', city('health', 'health')],
      ['急救服务', 'Ambulances', '救护车来得慢 急救车收费 除颤仪位置', city('health', 'health')],
    ]),
  ],
};

/** 社会保障: pensions, medical insurance, housing fund. */
export const insurance: Category = {
  name: '社会保障',
  nameEn: 'Social insurance',
  groups: [
    group('养老保险', 'Pensions', city('social-insurance', 'labour'), [
      ['养老金申领', 'Claiming a pension', '退休金申领 养老金计算 退休办理'],
      ['社保转移', 'Moving contributions', '社保转移 外省社保转入 养老保险合并'],
      ['社保断缴补缴', 'Gaps and back payments', '社保断缴 补缴社保 漏缴社保'],
      ['灵活就业参保', 'Joining as a freelancer', '灵活就业参保 个人交社保 自己交养老'],
      ['养老待遇认证', 'Proof of life', '养老资格认证 停发养老金 认证失败'],
    ]),
    group('医疗保险', 'Medical insurance', city('medical-insurance', 'government-services'), [
      ['医保报销', 'Reimbursement', '医保报销 报销比例 住院报销没到账'],
      ['异地就医', 'Treatment elsewhere', '异地就医备案 外地看病报销 跨省结算'],
      ['医保参保缴费', 'Joining and paying', '少儿医保 居民医保缴费 医保一档二档'],
      ['生育津贴', 'Maternity pay', '生育津贴 生育保险报销 陪产假津贴'],
      ['门诊特定病种', 'Long-term prescriptions', '慢性病门特 门诊特定病种 大病门诊'],
      ['骗保举报', 'Insurance fraud', '骗取医保 冒用医保卡 药店刷医保卖百货', { limits: { 'tip-off': 10 } }],
    ]),
    group('工伤与失业', 'Injury and unemployment', city('social-insurance', 'labour'), [
      ['工伤认定', 'Recognising an injury', '工伤认定 上下班途中受伤 工伤申请', city('labour', 'labour')],
      ['工伤待遇', 'Injury benefits', '工伤赔付 伤残鉴定 工伤医疗费'],
      ['失业金申领', 'Unemployment benefit', '失业金 失业补助 失业登记后没到账'],
      ['社保卡办理', 'Insurance cards', '社保卡补办 社保卡激活 金融社保卡'],
    ]),
    group('住房公积金', 'Housing fund', city('housing-fund', 'government-services'), [
      ['公积金提取', 'Withdrawals', '公积金提取 租房提取 离职提取公积金'],
      ['公积金贷款', 'Loans', '公积金贷款 公积金额度 商转公'],
      ['公积金欠缴', 'Employers not paying in', '公司不交公积金 公积金少缴 补缴公积金'],
      ['公积金转移', 'Transfers', '公积金转移 外地公积金转入 公积金账户合并'],
    ]),
  ],
};

/** 民政救助: those who need a hand. */
export const civilAffairs: Category = {
  name: '民政救助',
  nameEn: 'Civil affairs',
  groups: [
    group('社会救助', 'Relief', shared('civil-affairs'), [
      ['低保申请', 'Minimum living allowance', '低保申请 低保边缘 低保金发放', street()],
      ['临时救助', 'Emergency relief', '临时救助 突发重病没钱 困难补助'],
      ['流浪乞讨救助', 'People living rough', '流浪人员 乞讨老人 天桥下睡觉', { urgentHours: 4 }],
      ['困境儿童', 'Children in need', '困境儿童 孤儿补助 孩子没人照看', danger],
    ]),
    group('养老服务', 'Care for the elderly', shared('civil-affairs'), [
      ['高龄津贴', 'Allowance for the very old', '高龄津贴 八十岁老人津贴 敬老卡', street()],
      ['长者饭堂', 'Canteens for the elderly', '长者饭堂 老人食堂 助餐点', street()],
      ['养老机构', 'Care homes', '养老院床位 养老院护理差 养老院收费'],
      ['居家养老', 'Care at home', '居家养老 适老化改造 独居老人探访'],
    ]),
    group('婚姻与殡葬', 'Marriage and funerals', district('civil-affairs'), [
      ['结婚离婚登记', 'Marriage and divorce', '结婚登记预约 离婚冷静期 补领结婚证'],
      ['殡葬服务', 'Funerals', '殡仪馆收费 骨灰寄存 公墓价格', city('civil-affairs', 'civil-affairs')],
      ['祭扫管理', 'Tomb sweeping', '清明扫墓预约 山上烧纸 墓地修缮'],
      ['乱埋乱葬', 'Unlawful graves', '乱埋乱葬 私自建坟 活人墓'],
    ]),
    group('残疾人与退役军人', 'Disabled people and veterans', shared('civil-affairs'), [
      ['残疾人证', 'Disability certificates', '残疾证办理 残疾等级评定 残疾证换新'],
      ['无障碍设施', 'Access', '无障碍坡道 轮椅上不去 盲道断头 无障碍电梯'],
      ['辅具与补贴', 'Aids and allowances', '轮椅申请 残疾补贴 护理补贴'],
      ['退役军人优待', 'Veterans', '退役军人优待证 退伍安置 优抚金', city('veterans', 'civil-affairs')],
    ]),
    group('社区与社会组织', 'Communities and associations', street(), [
      ['居委会服务', 'Residents’ committees', '居委会盖章 社区开证明 社区工作站态度'],
      ['社区活动场所', 'Community rooms', '社区活动室 党群服务中心开放 老人活动室'],
      ['社区选举', 'Elections', '居委会选举 社区股份公司 股份分红'],
      ['慈善募捐', 'Charity', '假募捐 慈善捐款去向 募捐箱', district('civil-affairs')],
    ]),
  ],
};
