import type { Track } from '@suban/domain/api.ts';
import { useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/plain/button.tsx';
import { ActionDialog, type CitizenCommand } from './action-dialog.tsx';
import { words } from './words.ts';

const commands = ['supplement', 'urge', 'withdraw'] as const satisfies readonly CitizenCommand[];

/** What the server says this citizen may do now. */
export function Actions({ track, code, onDone }: { track: Track; code: string; onDone: () => void }) {
  const t = useText(words);
  const [open, setOpen] = useState<CitizenCommand | null>(null);
  const [done, setDone] = useState<CitizenCommand | null>(null);
  const offered = commands.filter((command) => track.abilities.includes(command));
  return (
    <section className="actions" aria-label={t.actions}>
      {offered.map((command) => (
        <Button
          key={command}
          look={command === 'withdraw' ? 'quiet' : 'plain'}
          onClick={() => {
            setDone(null);
            setOpen(command);
          }}
        >
          {t[command]}
        </Button>
      ))}
      <p role="status" className="told">
        {done && offered.length > 0 && t.sent[done]}
      </p>
      {open && (
        <ActionDialog
          number={track.number}
          code={code}
          command={open}
          onClose={() => setOpen(null)}
          onDone={() => {
            setDone(open);
            setOpen(null);
            onDone();
          }}
        />
      )}
    </section>
  );
}
