import { useEffect, useRef, useState } from 'react';
import { dictionary, useText } from '../../i18n/language.ts';
import { Button } from '../../ui/plain/button.tsx';
import { Icon } from '../../ui/plain/icon.tsx';

const words = dictionary(
  {
    start: '说话录入',
    stop: '说完了',
    listening: '正在听，说完点“说完了”',
    failed: '没有听清或不能使用麦克风，请打字',
  },
  {
    start: 'Speak instead of typing',
    stop: 'Done',
    listening: 'Listening (Mandarin). Touch Done when finished',
    failed: 'Nothing was understood or the microphone is not allowed. Please type',
  },
);

// What the browsers that can do it share; their types differ and none is standard.
type Result = ArrayLike<{ readonly transcript: string }> & { readonly isFinal: boolean };
type Recognition = {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  onresult: ((event: { readonly resultIndex: number; readonly results: ArrayLike<Result> }) => void) | null;
  onerror: (() => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
  abort(): void;
};
type Maker = new () => Recognition;

function maker(): Maker | null {
  const able = globalThis as { SpeechRecognition?: Maker; webkitSpeechRecognition?: Maker };
  return able.SpeechRecognition ?? able.webkitSpeechRecognition ?? null;
}

/** Speech to text by the browser, where it has that; nothing elsewhere. @param onText each sentence as it is understood */
export function Dictate({ onText }: { onText: (text: string) => void }) {
  const t = useText(words);
  const [Able] = useState(maker);
  const [state, setState] = useState<'idle' | 'listening' | 'failed'>('idle');
  const at = useRef<Recognition | null>(null);
  const latest = useRef(onText);
  useEffect(() => {
    latest.current = onText;
  });
  useEffect(() => () => at.current?.abort(), []);
  if (!Able) return null;
  const start = () => {
    const listening = new Able();
    listening.lang = 'zh-CN';
    listening.continuous = true;
    listening.interimResults = false;
    listening.onresult = ({ resultIndex, results }) => {
      const understood = Array.from(results)
        .slice(resultIndex)
        .filter(({ isFinal }) => isFinal);
      latest.current(understood.map((result) => result[0]?.transcript ?? '').join(''));
    };
    listening.onerror = () => setState('failed');
    listening.onend = () => setState((before) => (before === 'listening' ? 'idle' : before));
    at.current = listening;
    setState('listening');
    listening.start();
  };
  return (
    <div className="dictate">
      <Button look="plain" onClick={() => (state === 'listening' ? at.current?.stop() : start())}>
        <Icon name="voice" />
        {state === 'listening' ? t.stop : t.start}
      </Button>
      <span role="status">{state !== 'idle' && t[state]}</span>
    </div>
  );
}
