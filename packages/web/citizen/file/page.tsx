import './file.css';
import { useMutation } from '@tanstack/react-query';
import { useGo } from '../navigation.tsx';
import { type ReactNode, type SubmitEvent, Suspense, lazy, useEffect, useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { ApiError, post } from '../../ui/api.ts';
import { Button } from '../../ui/plain/button.tsx';
import { Field } from '../../ui/plain/field.tsx';
import { ErrorNote } from '../../ui/plain/notice.tsx';
import { isAbout } from '../../ui/plain/problem.ts';
import { PhotoPicker } from '../photos/picker.tsx';
import { useOnline } from '../../ui/outbox/online.ts';
import { draftPhotos } from '../photos/store.ts';
import { usePhotos } from '../photos/use-photos.ts';
import { useTitle } from '../title.ts';
import { useQueue } from './use-queue.ts';
import { rememberCode } from '../track/code.ts';
import { ContactFields } from './contact.tsx';
import { type Draft, forgetDraft, readDraft, writeDraft } from './draft.ts';
import { PlaceFields } from './place.tsx';
import { requestOf } from './request.ts';
import { SameAs } from './same-as.tsx';
import { useSimilar } from './use-similar.ts';
import { type Filed, keepFiled } from './sent-store.ts';
import { Understood } from './understood.tsx';
import { useSuggestion } from './use-suggestion.ts';
import { words } from './words.ts';

// Not every browser can take dictation; none needs it to begin.
const Dictate = lazy(async () => ({ default: (await import('./dictate.tsx')).Dictate }));

/** As many characters as a request may have (domain/fields.ts). */
const longest = 4000;

/** The draft, kept on the device with every change. */
function useDraft(): [Draft, (part: Partial<Draft>) => void] {
  const [draft, setDraft] = useState(readDraft);
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  useEffect(() => writeDraft(draft), [draft]);
  return [draft, change];
}

function Stop({ title, done, children }: { title: string; done: boolean; children: ReactNode }) {
  return (
    <li className="stop" data-done={done || undefined}>
      <h2>{title}</h2>
      {children}
    </li>
  );
}

export function FilePage() {
  const t = useText(words);
  const go = useGo();
  const [draft, change] = useDraft();
  const photos = usePhotos(draftPhotos);
  const suggestion = useSuggestion(draft);
  const similar = useSimilar(draft);
  const [tried, setTried] = useState(false);
  useTitle(t.title);

  const title = draft.title ?? suggestion?.title ?? '';
  const kind = draft.kind ?? suggestion?.kind ?? null;
  const textMissing = draft.text.trim() === '';
  const asksWhen = kind !== null && (suggestion?.asksWhen.includes(kind) ?? false);
  const phoneMissing = draft.phone.trim() === '';

  const queue = useQueue();
  const online = useOnline();
  /** Kept to be sent by itself; where the device keeps nothing, the draft stays as it is. */
  const keep = (tried: boolean) => queue({ ...draft, title, kind }, photos.list, tried);

  const send = useMutation({
    mutationFn: () => post<Filed>('/api/appeals', requestOf({ ...draft, title, kind }, photos.ids)),
    onSuccess: async (filed) => {
      keepFiled(filed);
      rememberCode(filed.number, filed.queryCode);
      forgetDraft();
      await draftPhotos.clear();
      go({ to: '/file/sent', replace: true });
    },
    onError: async (error) => {
      if (error instanceof ApiError && error.status === 0) await keep(true);
      // A draft that lay for long: the server has dropped the photos nobody claimed, this device still has them.
      if (error instanceof ApiError && error.code === 'photo-unknown') photos.sendAgain();
    },
  });

  // What was wrong may be right now: the next answer will tell.
  const edit = (part: Partial<Draft>) => {
    change(part);
    if (send.isError) send.reset();
  };

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (textMissing || phoneMissing) {
      event.currentTarget.querySelector<HTMLElement>(textMissing ? '[name=text]' : '[name=phone]')?.focus();
    } else if (!send.isPending && (!online || photos.stranded)) void keep(false);
    else if (!send.isPending && !photos.busy && !photos.failed) send.mutate();
  };

  const phoneWrong = isAbout(send.error, 'contact.phone') ? t.phoneWrong : undefined;

  return (
    <div className="page page-file">
      <h1>{t.title}</h1>
      <p className="emergency">{t.emergency}</p>
      <form noValidate onSubmit={submit}>
        <ol className="route">
          <Stop title={t.say} done={!textMissing}>
            <Field
              label={<span className="only-heard">{t.say}</span>}
              hint={textMissing ? t.sayHint : asksWhen ? t.sayWhen : t.kept}
              error={tried && textMissing ? t.sayMissing : undefined}
            >
              {(tie) => (
                <textarea
                  {...tie}
                  name="text"
                  rows={6}
                  maxLength={longest}
                  required
                  value={draft.text}
                  onChange={({ target }) => edit({ text: target.value })}
                />
              )}
            </Field>
            <Suspense fallback={null}>
              <Dictate onText={(said) => edit({ text: (draft.text + said).slice(0, longest) })} />
            </Suspense>
            {(suggestion || draft.title !== null || draft.kind !== null) && (
              <Understood
                suggestion={suggestion}
                title={title}
                kind={kind}
                onTitle={(own) => edit({ title: own })}
                onKind={(own) => edit({ kind: own })}
              />
            )}
          </Stop>
          <Stop title={t.where} done={draft.address !== '' || draft.position !== null}>
            <PlaceFields place={draft} area={suggestion?.area ?? null} onChange={edit} />
          </Stop>
          <SameAs
            offers={similar}
            chosen={draft.confidential ? null : draft.sameAs}
            onChoose={(number) => edit({ sameAs: number })}
          />
          <Stop title={t.photos} done={photos.ids.length > 0}>
            <PhotoPicker photos={photos} label={t.photos} />
          </Stop>
          <Stop title={t.contact} done={!phoneMissing}>
            <ContactFields
              draft={draft}
              onChange={edit}
              phoneError={tried && phoneMissing ? t.phoneMissing : phoneWrong}
            />
          </Stop>
        </ol>
        <div className="send">
          <p role="status" className="field-hint">
            {online ? photos.busy && t.photosBusy : t.willWait}
          </p>
          {tried && photos.failed && !photos.stranded && (
            <p role="alert" className="field-error">
              {t.photosFailed}
            </p>
          )}
          {send.error && <ErrorNote error={send.error} />}
          <Button submit busy={send.isPending || (online && photos.busy)}>
            {t.send}
          </Button>
        </div>
      </form>
    </div>
  );
}
