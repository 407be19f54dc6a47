import { dictionary, useLanguage, useText } from '../../i18n/language.ts';
import { Icon } from '../../ui/plain/icon.tsx';
import { problemText } from '../../ui/plain/problem.ts';
import { players } from '../../ui/plain/recording.tsx';
import type { Photo, Photos } from './use-photos.ts';

const words = dictionary(
  {
    voice: (n: number) => `语音 ${n}`,
    video: (n: number) => `视频 ${n}`,
    remove: (name: string) => `删除${name}`,
    retry: (name: string) => `重新上传${name}`,
    sent: '已上传',
    sending: (name: string) => `${name}正在上传`,
  },
  {
    voice: (n: number) => `Voice ${n}`,
    video: (n: number) => `Video ${n}`,
    remove: (name: string) => `Remove ${name}`,
    retry: (name: string) => `Send ${name} again`,
    sent: 'uploaded',
    sending: (name: string) => `${name} is being uploaded`,
  },
);

/** A recording before it is sent: to be listened to or looked at again, or deleted. @param n among the recordings */
export function Clip({ clip, n, photos }: { clip: Photo; n: number; photos: Photos }) {
  const t = useText(words);
  const lang = useLanguage();
  const kind = clip.blob.type.startsWith('video/') ? 'video' : 'voice';
  const Player = players[kind];
  const name = t[kind](n);
  return (
    <li className="clip">
      <p>
        {name} {clip.id !== null && <span>· {t.sent}</span>}
      </p>
      <Player controls playsInline preload="metadata" src={clip.url} aria-label={name} />
      {!clip.id && !clip.error && <progress max={1} value={clip.sent} aria-label={t.sending(name)} />}
      {clip.error !== null && (
        <div role="alert" className="clip-error">
          <span>{problemText(lang, clip.error)}</span>
          <button type="button" aria-label={t.retry(name)} onClick={() => photos.retry(clip)}>
            ↻
          </button>
        </div>
      )}
      <button
        type="button"
        className="clip-remove"
        aria-label={t.remove(name)}
        onClick={() => photos.remove(clip.key)}
      >
        <Icon name="cross" />
      </button>
    </li>
  );
}
