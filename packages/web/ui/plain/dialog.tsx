import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { dictionary, useText } from '../../i18n/language.ts';
import { Icon } from './icon.tsx';

const words = dictionary({ close: '关闭' }, { close: 'Close' });

type Props = { title: string; onClose: () => void; wide?: boolean; children: ReactNode };

/** The browser's own modal dialog: it keeps the focus inside, closes on Escape and gives the focus back. */
export function Dialog({ title, onClose, wide = false, children }: Props) {
  const t = useText(words);
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // Before the element leaves the page: closing it is what gives the focus back.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={wide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={id}
      onCancel={(event) => {
        // Escape: the page decides, so that the dialog and the page's state never disagree.
        event.preventDefault();
        onClose();
      }}
    >
      <div className="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="icon-button" aria-label={t.close} onClick={onClose}>
          <Icon name="cross" />
        </button>
      </div>
      {children}
    </dialog>
  );
}
