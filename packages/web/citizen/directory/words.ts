import { dictionary } from '../../i18n/language.ts';

/** Units write their hours once, in Chinese; these are the words hours are made of. */
const hoursEn = [
  ['工作日', 'Workdays'],
  ['每天', 'Every day'],
  ['周末', 'Weekends'],
  ['节假日', 'Holidays'],
  ['、', ', '],
  ['，', ', '],
] as const;

export const words = dictionary(
  {
    title: '公开电话',
    what: '各单位对外公开的电话，点一下就能拨。',
    search: '找单位',
    searchHint: '单位名、街道名，例如“水务”“莲花”',
    cityLevel: '市级单位',
    found: (count: number) => `${count} 个单位`,
    none: '没有找到这样的单位。不知道该找谁，就直接说出您的诉求，我们来分。',
    call: (name: string) => `拨打${name}`,
    hours: (written: string) => written,
  },
  {
    title: 'Phone directory',
    what: 'The numbers units publish. Touch one to call.',
    search: 'Find a unit',
    searchHint: 'Its name or subdistrict, such as “water” or “Lianhua”',
    cityLevel: 'City departments',
    found: (count: number) => `${count} ${count === 1 ? 'unit' : 'units'}`,
    none: 'No such unit. If you do not know whom to turn to, just tell us and we will find out.',
    call: (name: string) => `Call ${name}`,
    hours: (written: string) => hoursEn.reduce((text, [zh, en]) => text.replaceAll(zh, en), written),
  },
);
