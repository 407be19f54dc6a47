import type { Track } from '@suban/domain/api.ts';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/plain/button.tsx';
import { Skeleton } from '../../ui/plain/notice.tsx';
import type { CitizenCommand } from './action-dialog.tsx';
import { words } from './words.ts';

// Nobody needs it to read how things stand: it comes once the page is there.
const loadDialog = () => import('./action-dialog.tsx');
const ActionDialog = lazy(async () => ({ default: (await loadDialog()).ActionDialog }));

const commands = [
  'supplement',
  'urge',
  'contest',
  'conceal',
  'withdraw',
] as const satisfies readonly CitizenCommand[];

/** What the server says this citizen may do now. */
export function Actions({ track, code, onDone }: { track: Track; code: string; onDone: () => void }) {
  const t = useText(words);
  const [open, setOpen] = useState<CitizenCommand | null>(null);
  const [done, setDone] = useState<CitizenCommand | null>(null);
  useEffect(() => void loadDialog().catch(() => undefined), []);
  const offered = commands.filter((command) => track.abilities.includes(command));
  return (
    <section className="actions" aria-label={t.actions}>
      {offered.map((command) => (
        <Button
          key={command}
          look={command === 'withdraw' || command === 'conceal' ? 'quiet' : 'plain'}
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
        <Suspense fallback={<Skeleton lines={1} />}>
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
        </Suspense>
      )}
    </section>
  );
}
