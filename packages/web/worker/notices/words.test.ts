import { noticeKeys } from '@suban/domain/notices.ts';
import { beforeAll, expect, test, vi } from 'vitest';

let noticeWords: typeof import('./words.ts')['noticeWords'];
beforeAll(async () => {
  // The language of a page is read from the browser.
  vi.stubGlobal('localStorage', { getItem: () => null });
  vi.stubGlobal('document', { documentElement: {} });
  ({ noticeWords } = await import('./words.ts'));
});

test('every notice there can be has words of its own in both languages, and no other has any', () => {
  for (const { sentence } of [noticeWords.zh, noticeWords.en]) {
    expect(Object.keys(sentence).toSorted()).toEqual(noticeKeys.toSorted());
    expect(new Set(Object.values(sentence)).size).toBe(noticeKeys.length);
  }
  for (const words of Object.values(noticeWords.en.sentence)) expect(words).not.toMatch(/\p{Script=Han}/u);
  for (const words of Object.values(noticeWords.zh.sentence)) expect(words).toMatch(/\p{Script=Han}/u);
});
