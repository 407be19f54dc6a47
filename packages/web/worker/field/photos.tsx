import { type ChangeEvent, useId } from 'react';
import { useLanguage, useText } from '../../i18n/language.ts';
import { dateTime } from '../../ui/time.ts';
import type { Evidence } from './outbox.ts';
import { metresBetween, metresText, type Point, useHere } from './position.ts';
import type { FieldDraft } from './use-draft.ts';
import { useUrl } from './use-url.ts';
import { fieldWords } from './words.ts';

/** As many as an answer takes of each (domain/fields.ts). */
const most = 9;

/** Before and after, side by side, each with its time and place. @param place where the request is about */
export function FieldPhotos({ draft, place }: { draft: FieldDraft; place: Point | null }) {
  const text = useText(fieldWords);
  return (
    <section aria-labelledby="photos-title" className="field-part">
      <h2 id="photos-title">{text.photos}</h2>
      <div className="field-photos">
        <Side side="before" draft={draft} place={place} />
        <Side side="after" draft={draft} place={place} />
      </div>
    </section>
  );
}

type SideProps = { side: Evidence['role']; draft: FieldDraft; place: Point | null };

function Side({ side: role, draft, place }: SideProps) {
  const text = useText(fieldWords);
  const here = useHere();
  const own = draft.photos.filter((photo) => photo.role === role);
  const take = (files: readonly File[]) => void draft.add(role, files.slice(0, most - own.length), here);
  return (
    <div role="group" aria-label={text[role]} className="field-side">
      <h3>{text[role]}</h3>
      {own.length === 0 && <p className="staff-soft">{text.none_}</p>}
      <ul>
        {own.map((photo, index) => (
          <Shot
            key={photo.key}
            photo={photo}
            label={text.photo(text[role], index + 1)}
            remove={text.remove(text[role], index + 1)}
            place={place}
            onRemove={() => void draft.remove(photo.key)}
          />
        ))}
      </ul>
      {own.length < most && (
        <>
          <Take label={text.take[role]} camera onFiles={take} />
          <Take label={text.choose[role]} onFiles={take} />
        </>
      )}
    </div>
  );
}

type TakeProps = { label: string; camera?: boolean; onFiles: (files: readonly File[]) => void };

/** The phone's own camera or gallery under a button's look. */
function Take({ label, camera = false, onFiles }: TakeProps) {
  const id = useId();
  const taken = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(target.files ?? [])];
    target.value = '';
    onFiles(files);
  };
  return (
    <span className={camera ? 'field-take is-camera' : 'field-take'}>
      <input
        id={id}
        type="file"
        accept="image/*"
        onChange={taken}
        {...(camera ? { capture: 'environment' as const } : { multiple: true })}
      />
      <label htmlFor={id}>{label}</label>
    </span>
  );
}

type ShotProps = {
  photo: Evidence;
  label: string;
  remove: string;
  place: Point | null;
  onRemove: () => void;
};

function Shot({ photo, label, remove, place, onRemove }: ShotProps) {
  const text = useText(fieldWords);
  const lang = useLanguage();
  const url = useUrl(photo.blob);
  const { at, lat, long } = photo.taken ?? {};
  const placed = lat !== undefined && long !== undefined;
  const where = !placed
    ? text.noPlace
    : place
      ? text.fromPlace(metresText(metresBetween({ lat, long }, place)))
      : text.placed;
  return (
    <li>
      <img src={url} alt={label} />
      <p>
        {at !== undefined && <time>{dateTime(lang, new Date(at).toISOString())}</time>}
        <span>{where}</span>
      </p>
      <button type="button" aria-label={remove} onClick={onRemove}>
        ✕
      </button>
    </li>
  );
}
