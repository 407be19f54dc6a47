import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { useDraft } from './draft.ts';
import { PublishDialog } from './publish-dialog.tsx';
import { settingsWords } from './words.ts';

/** How many changes wait to be published. Nothing is in force before that. */
export function PublishBar() {
  const t = useText(settingsWords);
  const { draft } = useDraft();
  const [open, setOpen] = useState(false);
  const { changes, holes } = draft;
  if (changes === 0 && holes.size === 0) return null;
  return (
    <div className="set-bar">
      <span role="status">{holes.size > 0 ? t.incomplete : t.changed(changes)}</span>
      <span className="set-bar-actions">
        <Popconfirm
          title={t.discardSure}
          okText={t.discard}
          cancelText={t.cancel}
          getPopupContainer={(button) => button.parentElement ?? document.body}
          onConfirm={() => draft.discard()}
        >
          <Button>{t.discard}</Button>
        </Popconfirm>
        <Button type="primary" disabled={holes.size > 0} onClick={() => setOpen(true)}>
          {t.review}
        </Button>
      </span>
      {open && <PublishDialog onClose={() => setOpen(false)} />}
    </div>
  );
}
