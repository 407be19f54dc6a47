import type { ShownFile } from '@suban/domain/api-files.ts';
import { useState } from 'react';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Dialog } from '../../ui/plain/dialog.tsx';
import { isRecording, Recordings } from '../../ui/plain/recording.tsx';
import { dateTime } from '../../ui/time.ts';
import { withCode } from './code.ts';
import { words } from './words.ts';

const roles = ['given', 'before', 'after'] as const satisfies readonly ShownFile['role'][];

/** `site`: where they were taken, in words. */
type Props = { photos: readonly ShownFile[]; number: string; code: string; site?: string | undefined };

/** Photos by what they show, each to be enlarged, before and after side by side; and what was said or filmed. */
export function Photos({ photos, number, code, site }: Props) {
  const t = useText(words);
  const lang = useLanguage();
  const [open, setOpen] = useState<{ src: string; label: string } | null>(null);
  const titles = { given: t.givenPhotos, before: t.beforePhotos, after: t.afterPhotos };
  return (
    <>
      <div className="shots">
        {roles.map((role) => {
          const shown = photos.filter((photo) => photo.role === role && !isRecording(photo));
          if (shown.length === 0) return null;
          return (
            <figure key={role}>
              <figcaption>{[titles[role], role !== 'given' && site].filter(Boolean).join(' · ')}</figcaption>
              {shown.map((photo, index) => {
                const label = t.photo(titles[role], index + 1);
                const src = withCode(number, code, `/photos/${photo.id}`);
                return (
                  <div key={photo.id} className="shot">
                    <button
                      type="button"
                      aria-label={t.enlarge(label)}
                      onClick={() => setOpen({ src, label })}
                    >
                      <img src={src} alt="" loading="lazy" width="96" height="96" />
                    </button>
                    {photo.takenAt && <small>{t.taken(dateTime(lang, photo.takenAt))}</small>}
                  </div>
                );
              })}
            </figure>
          );
        })}
      </div>
      <Recordings files={photos} at={(id) => withCode(number, code, `/photos/${id}`)} />
      {open && (
        <Dialog wide title={open.label} onClose={() => setOpen(null)}>
          <img className="enlarged" src={open.src} alt="" />
        </Dialog>
      )}
    </>
  );
}
