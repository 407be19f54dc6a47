import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { newRequestId, post } from '../../ui/api.ts';
import { Button } from '../../ui/plain/button.tsx';
import { Dialog } from '../../ui/plain/dialog.tsx';
import { Field } from '../../ui/plain/field.tsx';
import { ErrorNote } from '../../ui/plain/notice.tsx';
import { PhotoPicker } from '../photos/picker.tsx';
import { usePhotos } from '../photos/use-photos.ts';
import { withCode } from './code.ts';
import { words } from './words.ts';

export type CitizenCommand = 'supplement' | 'urge' | 'contest' | 'conceal' | 'withdraw';

/** What each asks for in words. */
const asks: Readonly<Record<CitizenCommand, 'words' | 'words if you like' | 'nothing'>> = {
  supplement: 'words',
  contest: 'words',
  urge: 'words if you like',
  withdraw: 'words if you like',
  conceal: 'nothing',
};

type Props = {
  number: string;
  code: string;
  command: CitizenCommand;
  onClose: () => void;
  onDone: () => void;
};

/** Words (and photos, when adding) for one command. The request id lives as long as the dialog: sending again does nothing twice. */
export function ActionDialog({ number, code, command, onClose, onDone }: Props) {
  const t = useText(words);
  const [requestId] = useState(newRequestId);
  const [text, setText] = useState('');
  const photos = usePhotos(null);
  const adding = command === 'supplement';
  const asked = asks[command];
  const send = useMutation({
    mutationFn: () => {
      const said = text.trim() ? { text } : {};
      const given = adding ? { photos: photos.ids } : {};
      return post(withCode(number, code, `/${command}`), { requestId, ...said, ...given });
    },
    onSuccess: onDone,
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!send.isPending && !photos.busy) send.mutate();
  };
  return (
    <Dialog title={t[command]} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <p>{t.why[command]}</p>
        {asked !== 'nothing' && (
          <Field label={t.say} aside={asked === 'words' ? undefined : t.optional}>
            {(tie) => (
              <textarea
                {...tie}
                rows={4}
                maxLength={4000}
                required={asked === 'words'}
                value={text}
                onChange={({ target }) => setText(target.value)}
              />
            )}
          </Field>
        )}
        {adding && <PhotoPicker photos={photos} label={t.photos} />}
        {photos.busy && <p className="field-hint">{t.photosBusy}</p>}
        {send.error && <ErrorNote error={send.error} />}
        <div className="form-end">
          <Button
            submit
            look={command === 'withdraw' ? 'danger' : 'main'}
            busy={send.isPending || photos.busy}
          >
            {command === 'withdraw' ? t.sendWithdraw : command === 'conceal' ? t.sendConceal : t.send}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
