import { type Category, city, danger, district, group, shared, street } from './shape.ts';

/** 城市管理: what the city looks like when one steps outside. */
export const urbanManagement: Category = {
  name: '城市管理',
  nameEn: 'City management',
  groups: [
    group('市容秩序', 'Street order', street(), [
      ['占道经营', 'Trading that blocks the pavement', '占道经营 流动摊贩 摆摊占道 地摊 走鬼摊'],
      ['乱堆乱放', 'Goods and rubbish piled in public', '乱堆杂物 堆放杂物 废旧家具堆在路边 公共通道堆物'],
      ['张贴小广告', 'Fly-posting', '小广告 牛皮癣广告 电线杆贴广告 乱喷涂'],
      ['沿街晾晒', 'Washing hung over the street', '沿街晾晒 绿化带晒被子 护栏晾衣服'],
      ['露天烧烤', 'Open-air barbecues', '露天烧烤 烧烤摊油烟 夜宵摊'],
      ['废品收购占道', 'Scrap collectors on the pavement', '废品收购站 收废品占道 纸皮堆放'],
    ]),
    group('环境卫生', 'Street cleaning', street(), [
      ['道路清扫不净', 'Streets not swept', '路面没人扫 道路不干净 落叶没清 环卫清扫'],
      ['垃圾清运不及时', 'Rubbish not collected', '垃圾没人收 垃圾堆积 垃圾清运 垃圾满溢'],
      ['垃圾桶破损不足', 'Broken or missing bins', '垃圾桶破损 垃圾桶不够 果皮箱损坏'],
      ['垃圾分类投放点', 'Waste sorting points', '垃圾分类 分类投放点 撤桶并点 误时投放'],
      ['公共厕所管理', 'Public toilets', '公厕脏臭 公厕没水 公共厕所关闭 厕所没纸'],
      [
        '建筑垃圾乱倒',
        'Fly-tipped rubble',
        '偷倒渣土 建筑垃圾 装修垃圾乱倒 余泥渣土',
        shared('urban-management'),
      ],
    ]),
    group('园林绿化', 'Parks and greenery', shared('urban-management'), [
      ['树木倒伏断枝', 'Fallen trees and branches', '大树倒了 树枝断裂 树木倒伏 枯树要倒', danger],
      ['树木遮挡修剪', 'Overgrown trees', '树枝遮挡 树木修剪 树挡窗户 树叶挡路灯'],
      ['毁绿占绿', 'Green space damaged or occupied', '毁绿种菜 绿地被占 绿化带种菜 私自砍树'],
      ['公园设施损坏', 'Broken park facilities', '公园健身器材坏 公园座椅损坏 公园步道破损 儿童滑梯损坏'],
      ['绿化养护差', 'Neglected planting', '绿化枯死 草坪秃了 绿化养护 杂草丛生'],
      ['病虫害防治', 'Pests on trees', '白蚁 树上毛毛虫 红火蚁 绿化虫害'],
    ]),
    group('照明与户外广告', 'Lighting and outdoor signs', shared('urban-management'), [
      ['路灯不亮', 'Street lamps out', '路灯不亮 路灯坏了 没有路灯 路灯闪烁'],
      ['灯杆漏电破损', 'Dangerous lamp posts', '灯杆漏电 灯杆倾斜 电线裸露在灯杆', danger],
      ['招牌松动坠落', 'Signs about to fall', '招牌要掉 广告牌松动 店招坠落 招牌摇晃', danger],
      ['违规户外广告', 'Unlawful advertising', '违规广告牌 未批户外广告 楼顶大字广告'],
      ['灯光扰民', 'Light that keeps people awake', '灯光扰民 电子屏太亮 霓虹灯刺眼 光污染'],
    ]),
    group('违法建设', 'Unlawful building', shared('urban-management'), [
      ['天台加建', 'Building on roofs', '天台加建 楼顶搭棚 顶楼违建'],
      ['圈占公共用地', 'Public ground fenced off', '圈占公共用地 私装地锁 围栏圈地 占用消防登高面'],
      ['临时棚屋搭建', 'Sheds and shacks', '铁皮房 临时棚屋 乱搭乱建'],
      ['擅改外立面', 'Altered façades', '擅改外立面 凿墙开门 阳台外扩 加装防盗网外凸'],
      [
        '在建违法建筑',
        'Unlawful construction under way',
        '抢建违建 夜间偷建 没报建就盖楼',
        { limits: { 'tip-off': 5 } },
      ],
    ]),
    group('犬类与流浪动物', 'Dogs and strays', street(), [
      ['遛狗不牵绳', 'Dogs off the lead', '遛狗不牵绳 大型犬没牵绳 狗不戴嘴套'],
      ['流浪狗伤人', 'Strays that bite', '流浪狗咬人 野狗成群 流浪狗追人', danger],
      ['犬吠扰民', 'Barking', '狗叫扰民 半夜狗叫 邻居家狗一直叫'],
      ['宠物粪便', 'Dog fouling', '狗粪没人捡 狗随地大小便 宠物粪便'],
      ['死亡动物清理', 'Dead animals', '死猫死狗 路边死老鼠 动物尸体'],
      [
        '养犬登记',
        'Dog licences',
        '狗证办理 养犬登记 犬只植入芯片',
        city('urban-management', 'urban-management'),
      ],
    ]),
  ],
};

/** 生态环境: noise, air, water, waste. */
export const environment: Category = {
  name: '生态环境',
  nameEn: 'Environment',
  groups: [
    group('噪声污染', 'Noise', shared('environment'), [
      [
        '建筑施工噪声',
        'Construction noise',
        '工地噪音 夜间施工 打桩声 混凝土浇筑到半夜',
        { limits: { complaint: 5 } },
      ],
      ['工业噪声', 'Factory noise', '工厂机器声 厂房轰鸣 空压机噪音 冷却塔噪音'],
      [
        '商业经营噪声',
        'Shop and bar noise',
        '酒吧音乐太吵 店铺音响 高音喇叭叫卖 餐馆排风机噪音',
        { limits: { complaint: 5 } },
      ],
      ['装修噪声', 'Renovation noise', '装修噪音 电钻声 周末装修', street()],
      [
        '交通噪声',
        'Traffic noise',
        '高架车流噪音 公路噪音 声屏障 减速带哐哐响',
        city('transport', 'environment'),
      ],
      ['低频噪声', 'Low-frequency hum', '水泵嗡嗡声 变压器嗡嗡响 低频噪音 电梯机房声音'],
    ]),
    group('大气污染', 'Air', shared('environment'), [
      ['餐饮油烟', 'Kitchen fumes', '餐饮油烟 油烟直排 楼下餐馆油烟 油烟净化器没开'],
      ['工业废气', 'Industrial exhaust', '工厂废气 刺鼻气味 喷漆味 塑胶味', { limits: { complaint: 7 } }],
      ['工地扬尘', 'Dust from sites', '工地扬尘 泥头车撒漏 裸土没盖 灰尘太大'],
      ['露天焚烧', 'Open burning', '烧垃圾 露天焚烧 焚烧塑料 烧树叶', { urgentHours: 4 }],
      ['机动车尾气', 'Vehicle exhaust', '黑烟车 柴油车冒黑烟 尾气难闻'],
      ['恶臭异味', 'Stench', '垃圾站臭味 污水厂臭气 填埋场异味 臭味飘进小区'],
    ]),
    group('水与土壤污染', 'Water and soil pollution', shared('environment'), [
      [
        '工业废水偷排',
        'Factories dumping waste water',
        '偷排废水 工厂排污 污水颜色发黑 暗管排放',
        { urgentHours: 4 },
      ],
      ['养殖污染', 'Farm pollution', '养猪场污水 养鸡臭 养殖废水'],
      ['水源保护区污染', 'Pollution near drinking water', '水库边钓鱼烧烤 水源保护区 水库倒垃圾', danger],
      ['土壤污染', 'Polluted soil', '土壤污染 废油倒在地里 重金属地块'],
    ]),
    group('固废与辐射', 'Hazardous waste and radiation', district('environment'), [
      ['危险废物处置', 'Hazardous waste', '废机油乱倒 危险废物 化工桶丢弃 废电池处理', danger],
      ['医疗废物处置', 'Medical waste', '医疗废物 针头乱扔 诊所垃圾混放', danger],
      ['电磁辐射', 'Electromagnetic radiation', '基站辐射 高压线辐射 变电站辐射'],
      ['环评审批咨询', 'Environmental permits', '环评手续 排污许可证 环保验收'],
    ]),
    group('生态保护', 'Nature', city('planning', 'planning'), [
      ['野生动物救助', 'Wild animals in need', '野生鸟受伤 捡到猫头鹰 蛇进小区 野猪出没', { urgentHours: 4 }],
      ['山林保护', 'Woods and hills', '山上乱砍 登山道被毁 林地被挖'],
      ['海洋生态', 'Sea and shore', '海滩垃圾 海面油污 红树林被破坏', city('marine', 'environment')],
      ['野生动物交易', 'Trade in wild animals', '卖野味 贩卖野生动物 捕鸟网', { limits: { 'tip-off': 5 } }],
    ]),
  ],
};
