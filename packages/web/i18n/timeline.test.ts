import type { TimelineItem } from '@suban/domain/api.ts';
import { referralReasons } from '@suban/domain/dispatch/requests.ts';
import { contactAnswers } from '@suban/domain/evaluate/requests.ts';
import type { EventType } from '@suban/domain/events.ts';
import { answerOutcomes, applications, contactMethods } from '@suban/domain/handle/requests.ts';
import type { FollowUpCause } from '@suban/domain/supervise/events.ts';
import { followUpLevels } from '@suban/domain/supervise/requests.ts';
import { clockNames } from '@suban/domain/supervise/steps.ts';
import { describe, expect, test } from 'vitest';
import { timelineEn } from './timeline-en.ts';
import { timelineZh } from './timeline-zh.ts';

const languages = { zh: timelineZh, en: timelineEn } as const;

/** Every cause there is: the compiler wants each, and only those. */
const everyCause: Readonly<Record<FollowUpCause, true>> = {
  'dissatisfied-twice': true,
  supervisor: true,
  overdue: true,
  'promise-broken': true,
};
const causes = Object.keys(everyCause);

/** Of an event's data the field that its sentence hangs on, with every value there is. */
const told: Partial<
  Readonly<Record<EventType, readonly [field: string, values: readonly (string | boolean)[]]>>
> = {
  referred: ['reason', referralReasons],
  contacted: ['method', contactMethods],
  'answer-approved': ['outcome', answerOutcomes],
  applied: ['what', applications],
  'application-refused': ['what', applications],
  'light-raised': ['clock', clockNames],
  chased: ['clock', ['dispatch', 'finish', 'co-handle']],
  'follow-up-opened': ['cause', causes],
  'circular-issued': ['cause', causes],
  'call-back-planned': ['cause', ['sample', 'silent']],
  evaluated: ['contacted', contactAnswers],
  checked: ['contacted', contactAnswers],
  closed: ['how', ['rated', 'unrated', 'reasoned']],
};

const plain: readonly string[] = ['call-back-planned', 'closed'] satisfies EventType[];
const item = (what: string, data: TimelineItem['data']): TimelineItem => ({
  seq: 2,
  at: '2026-03-02T01:00:00Z',
  what,
  unit: null,
  by: 'system',
  texts: {},
  photos: [],
  data: { reached: true, solved: true, level: 'ordinary', light: 'red', ...data },
});

describe.each(['zh', 'en'] as const)('what happened, in %s', (lang) => {
  const words = languages[lang];
  const say = (what: string, data: TimelineItem['data'] = {}) =>
    words.sentence[what as EventType]({
      you: words.reader,
      unit: lang === 'zh' ? '园岭街道办' : 'Yuanling',
      named: lang === 'zh' ? '园岭街道办' : 'Yuanling',
      item: item(what, data),
      when: () => '3/5 18:00',
    });
  const alone = lang === 'zh' ? /^[^A-Za-z]*$/ : /^[^\u4e00-\u9fff]*$/;

  test.each(Object.keys(languages[lang].sentence))('%s has a sentence', (what) => {
    expect(say(what)).toMatch(alone);
    expect(say(what)).not.toMatch(/undefined|null|^\s*$/);
  });

  test.each(Object.entries(told))('each kind of %s has a sentence of its own', (what, [field, values]) => {
    const sentences = values.map((value) => say(what, { [field]: value }));
    for (const sentence of sentences) expect(sentence).toMatch(alone);
    // A value without words of its own would say what an unknown one says; of these two the last is the plain case.
    const unknown = plain.includes(what) ? [] : [say(what, { [field]: 'of a newer release' })];
    expect(new Set([...sentences, ...unknown]).size).toBe(values.length + unknown.length);
  });

  test.each(followUpLevels.slice(1))('a follow-up of the level %s says so', (level) => {
    expect(say('follow-up-opened', { level })).not.toBe(say('follow-up-opened', { level: 'ordinary' }));
  });
});
