import type { TimelineItem } from '@suban/domain/api.ts';
import { useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { Dialog } from '../../ui/plain/dialog.tsx';
import { withCode } from './code.ts';
import { words } from './words.ts';

type Photo = TimelineItem['photos'][number];
const roles = ['given', 'before', 'after'] as const satisfies readonly Photo['role'][];

type Props = { photos: readonly Photo[]; number: string; code: string };

/** Photos by what they show, each to be enlarged. */
export function Photos({ photos, number, code }: Props) {
  const t = useText(words);
  const [open, setOpen] = useState<{ src: string; label: string } | null>(null);
  const titles = { given: t.givenPhotos, before: t.beforePhotos, after: t.afterPhotos };
  return (
    <>
      <div className="shots">
        {roles.map((role) => {
          const shown = photos.filter((photo) => photo.role === role);
          if (shown.length === 0) return null;
          return (
            <figure key={role}>
              <figcaption>{titles[role]}</figcaption>
              {shown.map((photo, index) => {
                const label = t.photo(titles[role], index + 1);
                const src = withCode(number, code, `/photos/${photo.id}`);
                return (
                  <button
                    key={photo.id}
                    type="button"
                    aria-label={t.enlarge(label)}
                    onClick={() => setOpen({ src, label })}
                  >
                    <img src={src} alt="" loading="lazy" width="96" height="96" />
                  </button>
                );
              })}
            </figure>
          );
        })}
      </div>
      {open && (
        <Dialog wide title={open.label} onClose={() => setOpen(null)}>
          <img className="enlarged" src={open.src} alt="" />
        </Dialog>
      )}
    </>
  );
}
