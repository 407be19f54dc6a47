import './recording.css';
import type { ShownFile } from '@suban/domain/api-files.ts';
import { dictionary, useText } from '../../i18n/language.ts';

const words = dictionary(
  {
    voice: (n: number, seconds: number) => `语音 ${n}（${seconds} 秒）`,
    video: (n: number, seconds: number) => `视频 ${n}（${seconds} 秒）`,
    erased: '保存期已满，文件已删除',
  },
  {
    voice: (n: number, seconds: number) => `Voice ${n} (${seconds} s)`,
    video: (n: number, seconds: number) => `Video ${n} (${seconds} s)`,
    erased: 'Kept for its time and removed since',
  },
);

export const players = { voice: 'audio', video: 'video' } as const;

type Props = { file: ShownFile; n: number; src: string };

/** What was said or filmed, with the browser's own controls; nothing is fetched of it but its length until it is played. */
export function Recording({ file, n, src }: Props) {
  const t = useText(words);
  const kind = file.kind === 'video' ? 'video' : 'voice';
  const Player = players[kind];
  const label = t[kind](n, Math.max(1, Math.round(file.seconds ?? 0)));
  return (
    <figure className="recording">
      <figcaption>{label}</figcaption>
      {file.erased ? (
        <p>{t.erased}</p>
      ) : (
        <Player controls preload="metadata" playsInline src={src} aria-label={label} />
      )}
    </figure>
  );
}

export const isRecording = ({ kind }: ShownFile): boolean => kind !== 'photo';

/** All of a list of files that can be played. @param at where one is, by its id */
export function Recordings({ files, at }: { files: readonly ShownFile[]; at: (id: string) => string }) {
  return files
    .filter(isRecording)
    .map((file, index) => <Recording key={file.id} file={file} n={index + 1} src={at(file.id)} />);
}
