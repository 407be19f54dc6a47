import { emergencyIn, type EmergencyService } from '@suban/domain/collect/emergency.ts';
import { Button } from 'antd';
import { useText } from '../../i18n/language.ts';
import { recordWords } from './words.ts';

type Props = { written: string; onHandOver: (service: EmergencyService, word: string) => void };

/** 疑似紧急: told at once, with whom to hand over to; the first of them has a key. */
export function EmergencyAlert({ written, onHandOver }: Props) {
  const text = useText(recordWords);
  const found = emergencyIn(written);
  return (
    <div role="alert">
      {found && (
        <div className="desk-emergency">
          <b>{text.emergency(found.word)}</b>
          <span className="desk-submit">
            {found.services.map((service, at) => (
              <Button key={service} danger type="primary" onClick={() => onHandOver(service, found.word)}>
                {text.handOver(text.service[service])}
                {at === 0 && <kbd aria-hidden>Alt+0</kbd>}
              </Button>
            ))}
          </span>
        </div>
      )}
    </div>
  );
}
