import { useEffect, useState } from 'react';
import { newRequestId } from '../../ui/api.ts';
import { shrinkPhoto } from '../../ui/plain/shrink.ts';
import type { AnswerWords } from '../action/answer-values.ts';
import type { Evidence } from './outbox.ts';
import type { Point } from './position.ts';
import { draftKey, keptDrafts, type KeptEvidence, keptPhotos } from './store.ts';

/** When a photo was taken: a camera's file is as old as its picture. */
const takenAt = (file: File): number => Math.min(file.lastModified, Date.now());

export type FieldDraft = ReturnType<typeof useFieldDraft>;

/** An answer in the making, words and photos; it outlives the page. `words` is null until it is read. */
export function useFieldDraft(account: string, number: string) {
  const [words, setWords] = useState<Partial<AnswerWords> | null>(null);
  const [photos, setPhotos] = useState<readonly KeptEvidence[]>([]);
  useEffect(() => {
    let gone = false;
    const own = (one: { account: string; number: string }) =>
      one.account === account && one.number === number;
    const read = async () => {
      const [drafts, all] = await Promise.all([keptDrafts.all(), keptPhotos.all()]);
      if (gone) return;
      setPhotos(all.filter(own).sort((a, b) => (a.taken?.at ?? 0) - (b.taken?.at ?? 0)));
      setWords(drafts.find(own)?.words ?? {});
    };
    void read();
    return () => {
      gone = true;
    };
  }, [account, number]);
  return {
    words,
    photos,
    /** @param here where the phone is, if it says so */
    add: async (role: Evidence['role'], files: readonly File[], here: Point | null) => {
      for (const file of files) {
        const blob = await shrinkPhoto(file);
        const taken = { at: takenAt(file), ...here };
        const photo = { key: newRequestId(), blob, id: null, role, taken, number, account };
        setPhotos((before) => [...before, photo]);
        await keptPhotos.keep(photo);
      }
    },
    remove: async (key: string) => {
      setPhotos((before) => before.filter((photo) => photo.key !== key));
      await keptPhotos.drop(key);
    },
    write: async (typed: Partial<AnswerWords>) => {
      await keptDrafts.keep({ key: draftKey(account, number), number, account, words: typed });
    },
    /** Handed in: nothing of it is a draft any more. */
    clear: async () => {
      await keptDrafts.drop(draftKey(account, number));
      for (const { key } of photos) await keptPhotos.drop(key);
      setPhotos([]);
      setWords({});
    },
  };
}
