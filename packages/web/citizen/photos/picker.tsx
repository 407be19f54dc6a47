import './photos.css';
import { dictionary, useLanguage, useText } from '../../i18n/language.ts';
import { Icon } from '../../ui/plain/icon.tsx';
import { problemText } from '../../ui/plain/problem.ts';
import { type Photo, type Photos, mostPhotos } from './use-photos.ts';

const words = dictionary(
  {
    add: '拍照或选照片',
    most: `最多 ${mostPhotos} 张，发送前自动压缩，不带拍摄位置`,
    remove: (index: number) => `删除第 ${index} 张`,
    retry: (index: number) => `重新上传第 ${index} 张`,
    sent: (index: number) => `第 ${index} 张已上传`,
    sending: (index: number) => `第 ${index} 张正在上传`,
  },
  {
    add: 'Take or choose photos',
    most: `Up to ${mostPhotos}; made smaller before they are sent, without their position`,
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

/** Camera or gallery, as the phone offers; thumbnails show how far each has come. */
export function PhotoPicker({ photos, label }: { photos: Photos; label: string }) {
  const t = useText(words);
  return (
    <div className="photos" role="group" aria-label={label}>
      {photos.list.length > 0 && (
        <ul className="thumbs">
          {photos.list.map((photo, index) => (
            <Thumbnail key={photo.key} photo={photo} index={index + 1} photos={photos} />
          ))}
        </ul>
      )}
      {photos.list.length < mostPhotos && (
        <label className="photo-add">
          <Icon name="camera" />
          {t.add}
          <input
            type="file"
            accept="image/*"
            multiple
            className="only-heard"
            onChange={({ target }) => {
              const files = [...(target.files ?? [])];
              target.value = '';
              void photos.add(files);
            }}
          />
        </label>
      )}
      <p className="field-hint">{t.most}</p>
    </div>
  );
}
