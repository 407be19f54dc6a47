import './photos.css';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { dictionary, useLanguage, useText } from '../../i18n/language.ts';
import { Icon } from '../../ui/plain/icon.tsx';
import { problemText } from '../../ui/plain/problem.ts';
import { cityQuery } from '../queries.ts';
import { type Photo, type Photos, mostPhotos } from './use-photos.ts';

// Most requests come without; none needs them to begin.
const Voice = lazy(async () => ({ default: (await import('./voice.tsx')).Voice }));
const Clip = lazy(async () => ({ default: (await import('./clip.tsx')).Clip }));

const words = dictionary(
  {
    add: '拍照或选照片',
    film: '拍视频或选视频',
    most: (video: number) =>
      `照片、语音、视频最多 ${mostPhotos} 个；照片自动压缩，视频最长 ${video} 秒；都不带拍摄位置，只有您和办理人员能看到`,
    tooLarge: (megabytes: number) => `这段视频超过 ${megabytes} MB，请拍短一些`,
    remove: (index: number) => `删除第 ${index} 张`,
    retry: (index: number) => `重新上传第 ${index} 张`,
    sent: (index: number) => `第 ${index} 张已上传`,
    sending: (index: number) => `第 ${index} 张正在上传`,
  },
  {
    add: 'Take or choose photos',
    film: 'Film or choose a video',
    most: (video: number) =>
      `Up to ${mostPhotos} photos, voice notes and videos. Photos are made smaller, a video may last ${video} s. None tells where it was made, and only you and the staff who handle it see them`,
    tooLarge: (megabytes: number) => `This video is larger than ${megabytes} MB: please make a shorter one`,
    remove: (index: number) => `Remove photo ${index}`,
    retry: (index: number) => `Send photo ${index} again`,
    sent: (index: number) => `Photo ${index} is uploaded`,
    sending: (index: number) => `Photo ${index} is being uploaded`,
  },
);

function Thumbnail({ photo, index, photos }: { photo: Photo; index: number; photos: Photos }) {
  const t = useText(words);
  const lang = useLanguage();
  return (
    <li className="thumb">
      <img src={photo.url} alt={photo.id ? t.sent(index) : t.sending(index)} />
      {!photo.id && !photo.error && <progress max={1} value={photo.sent} aria-label={t.sending(index)} />}
      <button
        type="button"
        className="thumb-remove"
        aria-label={t.remove(index)}
        onClick={() => photos.remove(photo.key)}
      >
        <Icon name="cross" />
      </button>
      {photo.error !== null && (
        <div role="alert" className="thumb-error">
          <span>{problemText(lang, photo.error)}</span>
          <button type="button" aria-label={t.retry(index)} onClick={() => photos.retry(photo)}>
            ↻
          </button>
        </div>
      )}
    </li>
  );
}

/** What a city takes unless it says otherwise, until it has answered. */
const usual = { voiceSeconds: 60, videoSeconds: 60, megabytes: 50 };

/** The browser's own file field under a button's look: camera or gallery, as the phone offers. */
function Take({
  kind,
  label,
  onFiles,
}: {
  kind: 'image' | 'video';
  label: string;
  onFiles: (files: File[]) => void;
}) {
  return (
    <label className="photo-add">
      <Icon name={kind === 'image' ? 'camera' : 'film'} />
      {label}
      <input
        type="file"
        accept={`${kind}/*`}
        multiple
        className="only-heard"
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = '';
          onFiles(files);
        }}
      />
    </label>
  );
}

const isClip = ({ blob }: Photo): boolean => /^(audio|video)\//.test(blob.type);

/** Photos, a voice, a video: thumbnails and players show how far each has come. */
export function PhotoPicker({ photos, label }: { photos: Photos; label: string }) {
  const t = useText(words);
  const limits = useQuery(cityQuery).data?.recordings ?? usual;
  const [told, setTold] = useState('');
  const [clips, shots] = [photos.list.filter(isClip), photos.list.filter((photo) => !isClip(photo))];
  const film = (files: File[]) => {
    const fitting = files.filter(({ size }) => size <= limits.megabytes * 1024 * 1024);
    setTold(fitting.length < files.length ? t.tooLarge(limits.megabytes) : '');
    void photos.add(fitting);
  };
  return (
    <div className="photos" role="group" aria-label={label}>
      {shots.length > 0 && (
        <ul className="thumbs">
          {shots.map((photo, index) => (
            <Thumbnail key={photo.key} photo={photo} index={index + 1} photos={photos} />
          ))}
        </ul>
      )}
      <Suspense fallback={null}>
        {clips.length > 0 && (
          <ul className="clips">
            {clips.map((clip, index) => (
              <Clip key={clip.key} clip={clip} n={index + 1} photos={photos} />
            ))}
          </ul>
        )}
      </Suspense>
      {photos.list.length < mostPhotos && (
        <div className="photo-ways">
          <Take kind="image" label={t.add} onFiles={(files) => void photos.add(files)} />
          <Suspense fallback={null}>
            <Voice most={limits.voiceSeconds} onRecorded={(voice) => void photos.add([voice])} />
          </Suspense>
          <Take kind="video" label={t.film} onFiles={film} />
        </div>
      )}
      {told !== '' && (
        <p role="alert" className="field-error">
          {told}
        </p>
      )}
      <p className="field-hint">{t.most(limits.videoSeconds)}</p>
    </div>
  );
}
