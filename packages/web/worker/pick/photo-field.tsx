import './photos.css';
import { Button } from 'antd';
import { type ChangeEvent, useEffect, useId, useRef, useState } from 'react';
import { useLanguage, useText } from '../../i18n/language.ts';
import { upload } from '../../ui/api.ts';
import { problemText } from '../../ui/staff/problem.tsx';
import { pickWords } from './words.ts';

/** A photo of a form: on its way (`id` null), there, or refused. `url` shows it until the page is left. */
export type Photo = { key: string; id: string | null; url: string | null; error: unknown };

export const photoIds = (photos: readonly Photo[] | undefined): string[] =>
  (photos ?? []).flatMap((photo) => photo.id ?? []);

const most = 9;

type Props = { id?: string; value?: Photo[]; onChange?: (photos: Photo[]) => void; label: string };

/** Takes photos with the phone's camera or from its files and sends each at once. */
export function PhotoField({ id, value = [], onChange, label }: Props) {
  const text = useText(pickWords);
  const photos = usePhotos(value, onChange);
  const full = value.length >= most;
  return (
    <div className="desk-photos" role="group" aria-label={label}>
      {value.length > 0 && (
        <ul>
          {value.map((photo, index) => (
            <Thumb
              key={photo.key}
              photo={photo}
              n={index + 1}
              onRemove={() => photos.remove(photo)}
              onAgain={() => photos.again(photo)}
            />
          ))}
        </ul>
      )}
      {full ? (
        <span className="staff-soft">{text.most}</span>
      ) : (
        <div className="desk-photo-buttons">
          <FileButton label={text.camera} group={label} camera onFiles={photos.add} />
          <FileButton
            {...(id === undefined ? {} : { id })}
            label={text.choose}
            group={label}
            onFiles={photos.add}
          />
        </div>
      )}
    </div>
  );
}

function usePhotos(value: Photo[], onChange: Props['onChange']) {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  const files = useRef(new Map<string, File>());
  // Several uploads end between two renders: each must see what the one before has set.
  const set = (photos: Photo[]) => {
    latest.current = photos;
    onChange?.(photos);
  };
  const mend = (key: string, change: Partial<Photo>) =>
    set(latest.current.map((photo) => (photo.key === key ? { ...photo, ...change } : photo)));
  const send = async (key: string) => {
    const file = files.current.get(key);
    if (!file) return;
    mend(key, { error: null });
    try {
      mend(key, { id: (await upload(file)).id });
    } catch (error) {
      mend(key, { error });
    }
  };
  const add = (chosen: readonly File[]) => {
    const fresh = chosen.slice(0, most - latest.current.length).map((file): Photo => {
      const key = crypto.randomUUID();
      files.current.set(key, file);
      return { key, id: null, url: URL.createObjectURL(file), error: null };
    });
    set([...latest.current, ...fresh]);
    for (const photo of fresh) void send(photo.key);
  };
  const remove = (photo: Photo) => {
    if (photo.url) URL.revokeObjectURL(photo.url);
    set(latest.current.filter((other) => other.key !== photo.key));
  };
  return { add, remove, again: (photo: Photo) => void send(photo.key) };
}

type FileButtonProps = {
  id?: string;
  label: string;
  group: string;
  camera?: boolean;
  onFiles: (files: File[]) => void;
};

/** The browser's own file field under a button's look: it opens the camera where there is one. */
function FileButton({ id, label, group, camera = false, onFiles }: FileButtonProps) {
  const own = useId();
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(event.target.files ?? [])]);
    event.target.value = '';
  };
  return (
    <span className="desk-file">
      <input
        id={id ?? own}
        type="file"
        accept="image/*"
        aria-label={`${group}: ${label}`}
        onChange={take}
        {...(camera ? { capture: 'environment' as const } : { multiple: true })}
      />
      <label htmlFor={id ?? own} aria-hidden>
        {label}
      </label>
    </span>
  );
}

type ThumbProps = { photo: Photo; n: number; onRemove: () => void; onAgain: () => void };

function Thumb({ photo, n, onRemove, onAgain }: ThumbProps) {
  const lang = useLanguage();
  const text = useText(pickWords);
  const [broken, setBroken] = useState(false);
  useEffect(() => setBroken(false), [photo.url]);
  const state = photo.error ? text.failed : photo.id ? text.uploaded : text.uploading;
  return (
    <li className={photo.error ? 'is-failed' : ''}>
      {photo.url && !broken ? (
        <img src={photo.url} alt={text.photo(n)} onError={() => setBroken(true)} />
      ) : (
        <span className="desk-photo-blank">{text.photo(n)}</span>
      )}
      <span role="status" title={photo.error ? problemText(lang, photo.error) : undefined}>
        {state}
      </span>
      {Boolean(photo.error) && <span className="desk-photo-error">{problemText(lang, photo.error)}</span>}
      <span>
        {Boolean(photo.error) && (
          <Button size="small" type="link" onClick={onAgain}>
            {text.again}
          </Button>
        )}
        <Button size="small" type="text" aria-label={text.remove(n)} onClick={onRemove}>
          ✕
        </Button>
      </span>
    </li>
  );
}
