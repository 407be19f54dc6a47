/**
 * What many people of one place write about one thing: titles and bodies that a reader, and a detector, sees to be the same
 * event. `endsDaysAgo`: when the last of them came; `overDays`: how long it took them all; the words are invented.
 */
export type Burst = {
  readonly matter: string;
  readonly subdistrict: string;
  readonly endsDaysAgo: number;
  readonly overDays: number;
  readonly said: readonly (readonly [title: string, body: string])[];
};

/** `matter` is the name of the catalogue's third level. The last entry of each list came last. */
export const bursts: readonly Burst[] = [
  {
    matter: '水管爆裂',
    subdistrict: 'SZ-FT-YL',
    endsDaysAgo: 0.02,
    overDays: 0.7,
    said: [
      ['鹿鸣花园门口水管爆裂', '鹿鸣花园正门口的自来水管爆裂了，水一直往路上冒，请尽快派人抢修。'],
      [
        '鹿鸣花园水管爆了整栋没水',
        '鹿鸣花园门口水管爆裂以后，三栋四栋全部停水，老人做不了饭，抢修的人还没有来。',
      ],
      ['鹿鸣花园爆管后路面塌陷', '鹿鸣花园门口水管爆裂冲空了路基，人行道开始下陷，电动车差点掉进去。'],
      ['投诉鹿鸣花园爆管无人抢修', '鹿鸣花园水管爆裂已经大半天，打供水热线都说在排队，水白白流，小区停水。'],
      ['鹿鸣花园门口还在冒水', '鹿鸣花园门口水管爆裂处围了一圈锥桶就没人管了，水还在往外冒，晚上看不清。'],
    ],
  },
  {
    matter: '工业废气',
    subdistrict: 'SZ-BA-SJ',
    endsDaysAgo: 0.4,
    overDays: 5,
    said: [
      ['岗头工业园夜里排废气', '岗头工业园每到晚上十点以后就有刺鼻气味，像油漆味，窗户不敢开。'],
      ['岗头工业园刺鼻气味', '住在岗头工业园旁边，这几天夜里喷漆废气特别重，孩子一直咳嗽。'],
      ['举报岗头工业园偷排废气', '岗头工业园里的喷涂厂半夜偷排废气，气味刺鼻，白天来查就停工。'],
      ['岗头工业园喷漆味熏得睡不着', '连续几晚岗头工业园飘来喷漆味的废气，头晕恶心，希望环保部门夜里来查。'],
      ['岗头工业园废气扰民', '岗头工业园的废气又来了，刺鼻气味从厂房屋顶的管子冒出来，拍了视频。'],
      ['岗头工业园废气没人管', '上次投诉岗头工业园废气，回复说达标，可是夜里刺鼻气味一点没有少。'],
    ],
  },
  {
    matter: '农民工欠薪',
    subdistrict: 'SZ-LG-BT',
    endsDaysAgo: 0.15,
    overDays: 0.1,
    said: [
      [
        '云栖里工地欠薪，工友要跳楼',
        '云栖里二期工地拖欠三个月工资，包工头跑了，有工友爬上六楼说要跳楼，请马上来人。',
      ],
      ['云栖里工地拖欠农民工工资', '云栖里二期工地欠二十多个农民工工资，总包推给劳务公司，过年没钱回家。'],
    ],
  },
  {
    matter: '健身房跑路',
    subdistrict: 'SZ-NS-YH',
    endsDaysAgo: 11,
    overDays: 6,
    said: [
      ['炫动力健身房关门跑路', '粤海炫动力健身房昨天突然关门，年卡和私教课都没有退，老板电话打不通。'],
      ['炫动力健身跑路要求退款', '在炫动力健身房办了两年卡，现在大门上锁说装修，其实是跑路，要求退卡。'],
      ['投诉炫动力健身房拒不退费', '炫动力健身房关门前还在促销卖课，第二天就跑路，一百多个会员建了群。'],
      ['炫动力健身房私教课不退', '炫动力健身房私教课剩四十节，门店关闭，找不到负责人，请帮忙退费。'],
      ['炫动力健身房老板失联', '炫动力健身房跑路一周，老板失联，房东要清场，会员的卡怎么办。'],
      ['炫动力健身房会员集体求助', '我们是炫动力健身房的会员，门店跑路涉及几十万元预付款，请立案处理。'],
      ['炫动力健身跑路何时有结果', '炫动力健身房跑路的事投诉过了，还没有人联系，请告诉我们进展。'],
    ],
  },
  {
    matter: '外墙脱落',
    subdistrict: 'SZ-FT-YL',
    endsDaysAgo: 33,
    overDays: 16,
    said: [
      ['翠堤雅居外墙瓷砖脱落', '翠堤雅居二栋外墙瓷砖掉下来砸坏了楼下的车，物业只拉了一条警戒线。'],
      ['翠堤雅居外墙又掉瓷砖', '翠堤雅居二栋外墙又有大块瓷砖脱落，正好掉在儿童游乐区旁边，太危险。'],
      ['翠堤雅居外墙空鼓没人修', '翠堤雅居多栋外墙空鼓、瓷砖脱落，物业说维修基金要业主签字，一拖再拖。'],
      ['投诉翠堤雅居物业不修外墙', '翠堤雅居外墙瓷砖脱落三次了，物业推给开发商，开发商说过了保修期。'],
      ['翠堤雅居外墙砖砸伤人', '今天早上翠堤雅居二栋外墙掉砖，砸到一位买菜回来的阿姨，请立即处理外墙隐患。'],
    ],
  },
  {
    matter: '道路积水',
    subdistrict: 'SZ-LH-DM',
    endsDaysAgo: 71,
    overDays: 1.2,
    said: [
      ['文锦涵洞积水车子熄火', '下雨一个小时文锦涵洞就积水半米深，两辆车熄火在里面，没有人封路。'],
      ['文锦涵洞又被水淹', '文锦涵洞积水快到膝盖，行人绕不过去，排水泵好像没有开。'],
      ['文锦涵洞逢雨必淹', '文锦涵洞一下雨就积水，年年投诉年年淹，请把泵站修好。'],
      ['文锦涵洞积水无人值守', '今天文锦涵洞积水时没有任何警示，电动车冲进去摔倒了。'],
    ],
  },
];

/** The places they are about, as each of them calls it. */
export const burstPlaces = ['鹿鸣花园', '岗头工业园', '云栖里', '炫动力', '翠堤雅居', '文锦涵洞'];
