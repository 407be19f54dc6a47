import { useEffect, useRef, useState } from 'react';
import { dictionary, useText } from '../../i18n/language.ts';
import { Button } from '../../ui/plain/button.tsx';
import { Icon } from '../../ui/plain/icon.tsx';

const words = dictionary(
  {
    start: '录一段语音',
    stop: '录好了',
    recording: (at: string, most: string) => `正在录音 ${at}，最长 ${most}`,
    failed: '不能使用麦克风，请在浏览器里允许，或改用文字',
  },
  {
    start: 'Record your voice',
    stop: 'Done',
    recording: (at: string, most: string) => `Recording ${at} of at most ${most}`,
    failed: 'The microphone is not allowed: allow it in the browser, or write instead',
  },
);

/** What browsers record, the most widely played first. Safari knows the last alone. */
const types = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4'];
/** Speech needs no more, in bits a second: two minutes are half a megabyte. */
const bits = 32_000;

const clock = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

type Props = {
  /** In s; it stops by itself then. */
  most: number;
  onRecorded: (voice: File) => void;
};

/** Records what is said until its speaker is done; nothing where the browser cannot. */
export function Voice({ most, onRecorded }: Props) {
  const t = useText(words);
  const at = useRef<MediaRecorder | null>(null);
  const [seconds, setSeconds] = useState<number | null>(null);
  const [failed, setFailed] = useState(false);
  const latest = useRef(onRecorded);
  useEffect(() => {
    latest.current = onRecorded;
  });
  // Whoever leaves the page while speaking has not said it.
  useEffect(
    () => () => {
      const recorder = at.current;
      if (!recorder) return;
      recorder.onstop = null;
      recorder.stop();
      release(recorder);
    },
    [],
  );
  const recording = seconds !== null;
  useEffect(() => {
    if (!recording) return;
    const began = Date.now();
    const timer = setInterval(() => {
      const passed = (Date.now() - began) / 1000;
      // What has just ended is not set going again.
      setSeconds((before) => (before === null ? null : passed));
      if (passed >= most) at.current?.stop();
    }, 250);
    return () => clearInterval(timer);
  }, [recording, most]);
  const type = types.find((each) => globalThis.MediaRecorder?.isTypeSupported(each));
  if (!type) return null;
  const start = async () => {
    setFailed(false);
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      at.current = record(stream, type, (voice) => {
        at.current = null;
        setSeconds(null);
        latest.current(voice);
      });
      setSeconds(0);
    } catch {
      setFailed(true);
    }
  };
  return (
    <div className="voice">
      <Button look="plain" onClick={() => (recording ? at.current?.stop() : void start())}>
        <Icon name="voice" />
        {recording ? t.stop : t.start}
      </Button>
      <span role={failed ? 'alert' : undefined} aria-live={recording ? 'off' : undefined}>
        {failed ? t.failed : recording && t.recording(clock(seconds), clock(most))}
      </span>
    </div>
  );
}

/** The microphone's light goes out. */
function release({ stream }: MediaRecorder): void {
  for (const track of stream.getTracks()) track.stop();
}

function record(stream: MediaStream, type: string, done: (voice: File) => void): MediaRecorder {
  const recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: bits });
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  recorder.onstop = () => {
    release(recorder);
    done(new File(parts, 'voice', { type: type.split(';')[0] ?? type }));
  };
  recorder.start(1000);
  return recorder;
}
