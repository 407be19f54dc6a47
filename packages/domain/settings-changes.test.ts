import { describe, expect, test } from 'vitest';
import { changesOf, completeSettings } from './settings-changes.ts';
import { defaultSettings, type Settings, settingsSchema } from './settings.ts';

describe('what a city may set', () => {
  test('the defaults are within their own bounds', () => {
    expect(settingsSchema.parse(defaultSettings)).toEqual(defaultSettings);
  });

  const line = { kind: 'help', clock: 'working', amount: 5 } as const;
  test.each([
    [{ contactHours: 0 }, 'contactHours'],
    [{ contactHours: 1.5 }, 'contactHours'],
    [{ contactHours: '24' }, 'contactHours'],
    [{ dispatchMinutes: { urgent: 30 } }, 'dispatchMinutes.ordinary'],
    [{ dispatchMinutes: { urgent: 30, ordinary: 120, slow: 900 } }, 'dispatchMinutes'],
    [{ finishDays: { ...defaultSettings.finishDays, complaint: 251 } }, 'finishDays.complaint'],
    [{ yellowAt: 1 }, 'yellowAt'],
    [{ callBackShare: -0.01 }, 'callBackShare'],
    [{ callBackShare: Number.NaN }, 'callBackShare'],
    [{ callBackAfterDays: 10, closeUnratedDays: 10 }, 'closeUnratedDays'],
    [{ officeHours: [] }, 'officeHours'],
    [{ officeHours: [{ from: 540, to: 540 }] }, 'officeHours'],
    [
      {
        officeHours: [
          { from: 540, to: 800 },
          { from: 720, to: 1080 },
        ],
      },
      'officeHours',
    ],
    [{ officeHours: [{ from: 540, to: 1441 }] }, 'officeHours.0.to'],
    [{ limits: [{ ...line, amount: 0 }] }, 'limits.0.amount'],
    [{ limits: [{ ...line, amount: 251 }] }, 'limits.0.amount'],
    [{ limits: [{ ...line, clock: 'sundial' }] }, 'limits.0.clock'],
    [{ limits: [{ ...line, town: 'x' }] }, 'limits.0'],
    [{ limits: [line, { ...line, clock: 'elapsed', amount: 60 }] }, 'limits'],
    [{ alertFrom: 1 }, 'alertFrom'],
    [{ hotFrom: -0.1 }, 'hotFrom'],
    [{ alertWords: { ...defaultSettings.alertWords, inTitle: '死 爆炸' } }, 'alertWords.inTitle'],
    [{ alertWords: { ...defaultSettings.alertWords, anywhere: ' 、 ' } }, 'alertWords.anywhere'],
    [{ askWhen: { ...defaultSettings.askWhen, help: 'yes' } }, 'askWhen.help'],
    [{ speed: 5 }, ''],
  ])('not %j', (given, path) => {
    const read = settingsSchema.safeParse({ ...defaultSettings, ...given });
    expect(read.error?.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
  });

  test.each([
    { officeHours: [{ from: 0, to: 1440 }] },
    {
      limits: [
        line,
        { ...line, urgency: 'urgent' },
        { ...line, matter: 'street-lamp' },
        { ...line, level: 'city' },
      ],
    },
    { limits: [{ ...line, clock: 'elapsed', amount: 525_600 }] },
  ])('but %j', (given) => {
    expect(settingsSchema.safeParse({ ...defaultSettings, ...given }).success).toBe(true);
  });
});

describe('settings as they were stored', () => {
  test('nothing stored, or the part a city has set, is made whole by the defaults', () => {
    expect(completeSettings({})).toEqual(defaultSettings);
    expect(completeSettings({ contactHours: 12, finishDays: { help: 8 } })).toEqual({
      ...defaultSettings,
      contactHours: 12,
      finishDays: { ...defaultSettings.finishDays, help: 8 },
    });
  });

  test('what is no setting any more is dropped; what cannot be is an error, not a default', () => {
    expect(completeSettings({ wigs: 3, finishDays: { wigs: 3 } })).toEqual(defaultSettings);
    expect(() => completeSettings({ contactHours: 0 })).toThrow(/contactHours/);
  });
});

describe('what differs between two versions', () => {
  const after: Settings = {
    ...defaultSettings,
    contactHours: 12,
    finishDays: { ...defaultSettings.finishDays, complaint: 12 },
    officeHours: [{ from: 510, to: 1080 }],
    limits: [{ matter: 'exhaust', urgency: 'urgent', clock: 'elapsed', amount: 90 }],
  };

  test('nothing differs from itself', () => {
    expect(changesOf(after, after)).toEqual([]);
  });

  test('each value by its path, each line of the table by itself', () => {
    expect(changesOf(defaultSettings, after)).toEqual([
      { path: 'contactHours', before: 24, after: 12 },
      { path: 'finishDays.complaint', before: 15, after: 12 },
      { path: 'officeHours', before: '09:00–12:00 14:00–18:00', after: '08:30–18:00' },
      { path: 'limits', line: after.limits[0], before: null, after: '90 elapsed' },
    ]);
    expect(changesOf(after, defaultSettings).at(-1)).toMatchObject({ before: '90 elapsed', after: null });
  });

  test('a line that was moved is the same line, one with another limit is not', () => {
    const [first, second] = [
      { kind: 'help', clock: 'working', amount: 5 },
      { kind: 'praise', clock: 'working', amount: 5 },
    ] as const;
    const settings = (limits: Settings['limits']): Settings => ({ ...defaultSettings, limits });
    expect(changesOf(settings([first, second]), settings([second, first]))).toEqual([]);
    expect(changesOf(settings([first]), settings([{ ...first, amount: 6 }]))).toMatchObject([
      { path: 'limits', before: '5 working', after: '6 working' },
    ]);
  });
});
