import { type Category, city, danger, district, group, shared, street } from './shape.ts';

/** 社会治安: peace, papers, borders. */
export const publicSecurity: Category = {
  name: '社会治安',
  nameEn: 'Public order',
  groups: [
    group('治安与扰民', 'Peace and quiet', shared('public-security'), [
      ['广场舞扰民', 'Square dancing', '广场舞 广场音响太大 跳舞音乐扰民', { limits: { complaint: 5 } }],
      ['邻里生活噪声', 'Noisy neighbours', '楼上跺脚 邻居打麻将 半夜唱歌 楼上拖椅子', street()],
      ['打架斗殴', 'Fights', '打架斗殴 聚众闹事 醉酒闹事', danger],
      ['盗窃求助', 'Theft', '电动车被偷 入室盗窃 手机被偷 快递被偷'],
      ['高空抛物', 'Things thrown from windows', '高空抛物 楼上扔烟头 楼上扔垃圾', danger],
      ['治安巡逻', 'Patrols', '增加巡逻 晚上不安全 监控没覆盖'],
    ]),
    group('诈骗与网络安全', 'Fraud and online safety', city('public-security', 'public-security'), [
      ['电信诈骗', 'Telephone fraud', '电信诈骗 冒充客服 刷单被骗 诈骗电话', danger],
      ['银行卡冻结', 'Frozen bank cards', '银行卡被冻结 涉案账户 解除止付'],
      ['个人信息泄露', 'Leaked personal data', '个人信息泄露 骚扰短信 信息被卖'],
      ['网络谣言', 'Rumours online', '网上造谣 网络暴力 恶意发帖'],
    ]),
    group('户籍与证件', 'Registration and identity papers', city('public-security', 'government-services'), [
      ['入户迁移', 'Becoming a resident', '入户办理 户口迁入 随迁入户 积分入户'],
      ['身份证办理', 'Identity cards', '身份证补办 异地办身份证 临时身份证'],
      ['居住证办理', 'Residence permits', '居住证办理 居住登记 居住证签注'],
      ['出生登记', 'Registering a birth', '新生儿上户口 出生登记 改名字'],
      ['无犯罪记录', 'Certificates of no record', '无犯罪记录证明 户籍证明 开具证明'],
    ]),
    group('出入境', 'Leaving and entering', city('public-security', 'government-services'), [
      ['护照办理', 'Passports', '护照办理 护照加急 护照换发'],
      ['港澳通行证', 'Permits for Hong Kong and Macau', '港澳通行证 续签港澳 签注一周一行'],
      ['外国人居留', 'Foreign residents', '外国人居留许可 外籍人士登记 签证延期'],
      ['出入境预约', 'Appointments', '出入境预约 出入境大厅排队 证件邮寄'],
    ]),
    group('涉黄赌毒举报', 'Vice', shared('public-security'), [
      ['赌博举报', 'Gambling', '聚众赌博 麻将馆赌钱 老虎机', { limits: { 'tip-off': 5 } }],
      ['涉黄举报', 'Prostitution', '足浴店涉黄 发小卡片 色情服务', { limits: { 'tip-off': 5 } }],
      ['涉毒举报', 'Drugs', '有人吸毒 贩毒 依托咪酯', danger],
      ['传销举报', 'Pyramid selling', '传销窝点 拉人头 发展下线'],
    ]),
  ],
};

/** 应急消防: fire, work safety, storms. */
export const emergency: Category = {
  name: '应急消防',
  nameEn: 'Emergency and fire',
  groups: [
    group('消防隐患', 'Fire hazards', city('fire-rescue', 'emergency'), [
      ['消防通道堵塞', 'Blocked fire lanes', '消防通道被堵 疏散通道锁闭 安全出口上锁', { urgentHours: 4 }],
      ['消防设施失效', 'Fire equipment out of order', '灭火器过期 消防栓没水 烟感报警坏 喷淋没水'],
      ['三小场所住人', 'People living in shops', '店里住人 三小场所 仓库住人 阁楼住人', shared('emergency')],
      ['楼道堆物', 'Stairs used for storage', '楼道堆物 楼梯间堆纸皮 走廊放鞋柜', street()],
      ['消防验收咨询', 'Fire approvals', '消防验收 消防备案 开业前消防检查'],
    ]),
    group('安全生产', 'Work safety', shared('emergency'), [
      ['无证高空作业', 'Unsafe work at height', '高空作业没安全绳 外墙清洗没防护 无证上岗', danger],
      ['车间安全隐患', 'Unsafe workshops', '车间粉尘 机器没有防护 员工没培训'],
      ['安全培训考证', 'Safety training', '特种作业证 电工证复审 焊工证'],
      ['瞒报事故', 'Concealed accidents', '工伤事故瞒报 工地死人不报 隐瞒事故', danger],
    ]),
    group('燃爆危险品', 'Explosives and dangerous goods', shared('emergency'), [
      ['违规储存瓶装气', 'Gas bottles in store', '偷放煤气罐 黑气点 瓶装液化气囤放', danger],
      ['烟花爆竹', 'Fireworks', '放烟花 燃放鞭炮 卖烟花', danger],
      ['危险化学品', 'Dangerous chemicals', '危化品仓库 化学品泄漏 酒精桶堆放', danger],
      ['加油站隐患', 'Petrol stations', '黑加油点 流动加油车 加油站抽烟', danger],
    ]),
    group('三防与气象', 'Floods, storms and weather', city('emergency', 'emergency'), [
      ['台风停课停工', 'Closing for typhoons', '台风停课 停工通知 台风天上班'],
      ['避难场所', 'Shelters', '应急避难场所 台风避险点 临时安置'],
      ['预警信息', 'Warnings', '暴雨预警 预警短信 天气预报不准', city('meteorology', 'emergency')],
      ['雷击隐患', 'Lightning', '避雷针坏 防雷检测 雷击', city('meteorology', 'emergency')],
    ]),
  ],
};

/** 水务: drains, rivers, leaks. */
export const water: Category = {
  name: '水务',
  nameEn: 'Water',
  groups: [
    group('排水内涝', 'Drainage and flooding', shared('water'), [
      ['道路积水', 'Flooded roads', '路面积水 一下雨就淹 水浸街 车库进水', danger],
      ['下水道堵塞', 'Blocked drains', '下水道堵 污水倒灌 粪水溢出 化粪池满', { urgentHours: 24 }],
      ['雨污混流', 'Sewage in rain drains', '雨污混流 污水排进雨水管 阳台污水直排'],
      ['排水管网破损', 'Broken sewers', '排水管破裂 雨水篦子坏 排水沟塌'],
      ['排水许可', 'Drainage permits', '排水许可证 接入排水管网 排水报批'],
    ]),
    group('河湖管理', 'Rivers and lakes', shared('water'), [
      ['河道黑臭', 'Foul rivers', '河水发臭 河道黑水 河涌臭 水面死鱼'],
      ['河道垃圾', 'Rubbish in rivers', '河里漂垃圾 河岸垃圾 水葫芦'],
      ['侵占河道', 'Encroachment', '占用河道 河堤乱建 河边围垦'],
      ['碧道设施', 'Riverside walks', '碧道破损 河边栏杆坏 亲水平台积泥'],
    ]),
    group('节水与水利', 'Saving water and waterworks', shared('water'), [
      ['水库管理', 'Reservoirs', '水库泄洪 水库大坝 水库违规游泳', danger],
      ['水土流失', 'Erosion', '黄泥水冲路面 水土流失 工地泥浆外排'],
      ['违规取水', 'Taking water unlawfully', '私打水井 偷用消防栓水 偷水'],
      ['节水建议', 'Saving water', '绿化浇水浪费 喷灌漏水 节约用水'],
    ]),
  ],
};

/** 规划国土: land, title, renewal. */
export const planning: Category = {
  name: '规划国土',
  nameEn: 'Planning and land',
  groups: [
    group('规划编制', 'Plans', city('planning', 'planning'), [
      ['法定图则', 'Statutory plans', '法定图则 规划调整 用地性质', { limits: { consultation: 5 } }],
      ['规划公示意见', 'Comments on draft plans', '规划公示 对规划有意见 反对建垃圾站'],
      ['公共配套缺失', 'Missing amenities', '没有规划学校 缺少菜市场 配套公园没建'],
      ['建设许可', 'Building permits', '建设工程规划许可 报建流程 规划验收'],
    ]),
    group('不动产登记', 'Title to property', city('planning', 'government-services'), [
      ['房产证办理', 'Title deeds', '房产证办理 办不了房产证 历史遗留房产'],
      ['过户登记', 'Transfers', '房屋过户 继承过户 赠与登记'],
      ['抵押登记', 'Mortgages', '抵押登记 解押 抵押注销'],
      ['产权查询', 'Searching the register', '查询产权 名下无房证明 宗地图'],
    ]),
    group('城市更新', 'Urban renewal', city('urban-renewal', 'government'), [
      ['旧改进度', 'Progress of renewal', '旧改进度 城市更新停滞 回迁房没建'],
      ['拆迁补偿', 'Compensation', '拆迁补偿 补偿标准 面积确权'],
      ['回迁安置', 'Rehousing', '回迁房选房 过渡费没发 安置房延期'],
      ['旧村整治', 'Refurbishing old villages', '城中村改造 老旧小区改造 旧村外立面'],
    ]),
    group('地质灾害', 'Landslides', shared('planning'), [
      ['边坡滑坡', 'Unstable slopes', '山体滑坡 边坡开裂 泥石流 斜坡落石', danger],
      ['地面塌陷', 'Sinkholes', '地面塌陷 地陷 路边突然下沉', danger],
      ['采石取土', 'Quarrying', '偷挖山土 违规采石 盗采砂石'],
    ]),
    group('测绘与地名', 'Mapping and names', district('planning'), [
      ['门牌地址', 'House numbers', '门牌号 地址编码 楼栋编码不对'],
      ['道路命名', 'Street names', '道路命名 路名牌写错 没有路牌'],
      ['面积测绘', 'Floor area', '房屋面积测绘 面积缩水 建筑面积不符'],
    ]),
  ],
};
