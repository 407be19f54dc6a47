/**
 * Who does what: [function, letters of the unit code, Chinese, English].
 * Thirty-six departments and eleven public enterprises; with eleven area governments and 78 subdistricts
 * they are the city's 136 first-line units.
 */
type Row = readonly [work: string, letters: string, name: string, nameEn: string];

export const cityDepartments = [
  ['housing', 'ZJ', '市住房和建设局', 'Housing and Construction Bureau'],
  ['urban-management', 'CG', '市城市管理和综合执法局', 'Urban Management and Law Enforcement Bureau'],
  ['environment', 'HJ', '市生态环境局', 'Ecology and Environment Bureau'],
  ['transport', 'JT', '市交通运输局', 'Transport Bureau'],
  ['public-security', 'GA', '市公安局', 'Public Security Bureau'],
  ['traffic-police', 'JJ', '市公安局交通警察局', 'Traffic Police Bureau'],
  ['education', 'JY', '市教育局', 'Education Bureau'],
  ['health', 'WJ', '市卫生健康委员会', 'Health Commission'],
  ['market', 'SJ', '市市场监督管理局', 'Market Regulation Administration'],
  ['labour', 'RS', '市人力资源和社会保障局', 'Human Resources and Social Security Bureau'],
  ['social-insurance', 'SB', '市社会保险基金管理局', 'Social Insurance Fund Administration'],
  ['medical-insurance', 'YB', '市医疗保障局', 'Healthcare Security Bureau'],
  ['housing-fund', 'GJJ', '市住房公积金管理中心', 'Housing Provident Fund Centre'],
  ['water', 'SW', '市水务局', 'Water Bureau'],
  ['planning', 'GZ', '市规划和自然资源局', 'Planning and Natural Resources Bureau'],
  ['culture-tourism', 'WT', '市文化广电旅游体育局', 'Culture, Tourism and Sports Bureau'],
  ['civil-affairs', 'MZ', '市民政局', 'Civil Affairs Bureau'],
  ['emergency', 'YJ', '市应急管理局', 'Emergency Management Bureau'],
  ['fire-rescue', 'XF', '市消防救援支队', 'Fire and Rescue Brigade'],
  ['justice', 'SF', '市司法局', 'Justice Bureau'],
  ['government-services', 'ZS', '市政务服务和数据管理局', 'Government Services and Data Bureau'],
  ['development-reform', 'FG', '市发展和改革委员会', 'Development and Reform Commission'],
  ['industry', 'GX', '市工业和信息化局', 'Industry and Information Technology Bureau'],
  ['commerce', 'SWJ', '市商务局', 'Commerce Bureau'],
  ['science', 'KC', '市科技创新局', 'Science and Innovation Bureau'],
  ['finance', 'CZ', '市财政局', 'Finance Bureau'],
  ['state-assets', 'GZW', '市国有资产监督管理委员会', 'State Assets Commission'],
  ['taxation', 'SWU', '市税务局', 'Taxation Bureau'],
  ['financial-regulation', 'JR', '市地方金融管理局', 'Local Financial Administration'],
  ['veterans', 'TY', '市退役军人事务局', 'Veterans Affairs Bureau'],
  ['port', 'KA', '市口岸办公室', 'Ports of Entry Office'],
  ['urban-renewal', 'GXZ', '市城市更新和土地整备局', 'Urban Renewal and Land Bureau'],
  ['meteorology', 'QX', '市气象局', 'Meteorological Bureau'],
  ['marine', 'HY', '市海洋发展局', 'Marine Development Bureau'],
  ['posts', 'YZ', '市邮政管理局', 'Postal Administration'],
  ['telecom', 'TX', '市通信管理局', 'Telecommunications Administration'],
] as const satisfies readonly Row[];

export const enterprises = [
  ['power-supply', 'GD', '市供电公司', 'Power Supply Company'],
  ['water-supply', 'GS', '市供水集团', 'Water Supply Group'],
  ['gas-supply', 'RQ', '市燃气集团', 'Gas Group'],
  ['metro', 'DT', '市地铁集团', 'Metro Group'],
  ['bus', 'GJ', '市公共汽车集团', 'Bus Group'],
  ['expressway', 'GSL', '市高速公路公司', 'Expressway Company'],
  ['airport', 'JC', '市机场集团', 'Airport Group'],
  ['telecom-operator', 'DX', '市电信运营公司', 'Telecom Operator'],
  ['mobile-operator', 'YD', '市移动通信公司', 'Mobile Operator'],
  ['broadband-operator', 'KD', '市宽带网络公司', 'Broadband Operator'],
  ['cable-television', 'YX', '市有线电视公司', 'Cable Television Company'],
] as const satisfies readonly Row[];

/** Departments every area has; `name` and `nameEn` take the area's short name, city branches keep the city's. */
type DistrictRow = readonly [
  work: string,
  letters: string,
  name: (area: DistrictName) => string,
  nameEn: string,
];
type DistrictName = { name: string; short: string };
const own = (rest: string) => (area: DistrictName) => `${area.name}${rest}`;
const branch = (city: string, rest: string) => (area: DistrictName) => `${city}${area.short}${rest}`;

export const districtDepartments = [
  ['housing', 'ZJ', own('住房和建设局'), 'Housing and Construction Bureau'],
  ['urban-management', 'CG', own('城市管理和综合执法局'), 'Urban Management and Law Enforcement Bureau'],
  ['environment', 'HJ', branch('市生态环境局', '管理局'), 'Ecology and Environment Branch'],
  ['public-security', 'GA', branch('市公安局', '分局'), 'Public Security Branch'],
  ['education', 'JY', own('教育局'), 'Education Bureau'],
  ['health', 'WJ', own('卫生健康局'), 'Health Bureau'],
  ['market', 'SJ', branch('市市场监督管理局', '监管局'), 'Market Regulation Branch'],
  ['labour', 'RS', own('人力资源局'), 'Human Resources Bureau'],
  ['water', 'SW', own('水务局'), 'Water Bureau'],
  ['planning', 'GZ', branch('市规划和自然资源局', '管理局'), 'Planning and Natural Resources Branch'],
  ['culture-tourism', 'WT', own('文化广电旅游体育局'), 'Culture, Tourism and Sports Bureau'],
  ['civil-affairs', 'MZ', own('民政局'), 'Civil Affairs Bureau'],
  ['emergency', 'YJ', own('应急管理局'), 'Emergency Management Bureau'],
  ['justice', 'SF', own('司法局'), 'Justice Bureau'],
  ['government-services', 'ZS', own('政务服务和数据管理局'), 'Government Services and Data Bureau'],
] as const satisfies readonly DistrictRow[];

/** Functions found at city level, and those found in every area. */
export type CityFunction = (typeof cityDepartments)[number][0] | (typeof enterprises)[number][0];
export type DistrictFunction = (typeof districtDepartments)[number][0];

/** 多元共治: who outside government helps in each area. [function, letters, name after the area's, English]. */
export const partners: readonly (readonly [string, string, string, string])[] = [
  ['mediation', 'TJ', '人民调解委员会', "People's Mediation Committee"],
  ['property-service', 'WY', '物业管理协会', "Property Managers' Association"],
  ['social-work', 'SG', '社会工作者协会', "Social Workers' Association"],
];
