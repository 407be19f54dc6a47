import type { ChangePreview, ChangePublished } from '@suban/domain/api-reference.ts';
import { fieldChanges, same } from '@suban/domain/reference/changes.ts';
import type { EntryOf, ReferenceList } from '@suban/domain/reference/entries.ts';
import { Alert, Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { type ApiError, post } from '../../ui/api.ts';
import { FieldsTable } from './item-list.tsx';
import { Publish } from './publish.tsx';
import { listWords } from './words.ts';

/** An entry as it was read. `base`: its last change; null: it is new. */
export type Start<L extends ReferenceList> = {
  readonly key: string;
  readonly base: number | null;
  readonly entry: EntryOf[L];
};
export type Form<L extends ReferenceList> = {
  readonly entry: EntryOf[L];
  readonly key: string;
  readonly isNew: boolean;
  readonly set: (part: Partial<EntryOf[L]>) => void;
  readonly setKey: (key: string) => void;
};

type Props<L extends ReferenceList> = {
  readonly list: L;
  readonly title: string;
  readonly start: Start<L>;
  /** Reads the entry anew. */
  readonly latest: () => Promise<Start<L> | undefined>;
  readonly fields: (form: Form<L>) => ReactNode;
  /** What a form needs while one types, and the entry has not. */
  readonly clean?: (entry: EntryOf[L]) => EntryOf[L];
  readonly onClose: () => void;
  readonly onPublished?: (published: ChangePublished) => void;
};
const paths = { unit: 'units', account: 'accounts', matter: 'matters' } as const;

/**
 * One entry, new or to be changed: the form, then what would change and why. Only the fields touched are kept apart, so
 * that they outlive the entry being changed by somebody else meanwhile.
 */
export function EntryDialog<L extends ReferenceList>(props: Props<L>) {
  const { list, title, onClose, onPublished } = props;
  const t = useText(listWords);
  const [start, setStart] = useState(props.start);
  const [touched, setTouched] = useState<Partial<EntryOf[L]>>({});
  const [key, setKey] = useState(start.key);
  const [looking, setLooking] = useState(false);
  const [theirs, setTheirs] = useState<EntryOf[L] | null>(null);
  const entry = { ...start.entry, ...touched };
  const isNew = start.base === null;
  const path = `/api/manage/${paths[list]}`;
  const body = { edits: [{ key, base: start.base, entry: props.clean?.(entry) ?? entry }] };
  const ready = key !== '' && entry.name.trim() !== '' && (isNew || !same(entry, start.entry));
  const take = (found: Start<L> | undefined) => {
    if (!found) return;
    setTheirs(start.entry);
    setStart(found);
    setLooking(false);
  };
  const takeLatest = () => {
    props.latest().then(take, reportError);
  };
  return (
    <Modal open width={760} title={title} footer={null} onCancel={onClose} destroyOnHidden>
      {looking ? (
        <Publish
          list={list}
          look={() => post<ChangePreview>(`${path}/preview`, body)}
          path={path}
          body={body}
          onBack={() => setLooking(false)}
          onDone={(published) => {
            onClose();
            onPublished?.(published);
          }}
          onStale={(refusal) => <Meanwhile error={refusal} onTake={takeLatest} />}
        />
      ) : (
        <form
          className="lst-form"
          onSubmit={(event) => {
            event.preventDefault();
            setLooking(true);
          }}
        >
          {theirs && <Theirs list={list} before={theirs} after={start.entry} />}
          {props.fields({
            entry,
            key,
            isNew,
            setKey,
            set: (part) => setTouched((old) => ({ ...old, ...part })),
          })}
          <div className="lst-actions">
            <Button onClick={onClose}>{t.cancel}</Button>
            <Button type="primary" htmlType="submit" disabled={!ready}>
              {t.preview}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  );
}

/** Somebody was quicker: who, and the way on without losing a word. */
function Meanwhile({ error, onTake }: { readonly error: ApiError; readonly onTake: () => void }) {
  const t = useText(listWords);
  const who = [...new Set((error.problem.fields ?? []).map(({ message }) => message))].join('、');
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={who === '' ? t.meanwhile : `${t.meanwhile}（${who}）`}
      description={<Button onClick={onTake}>{t.takeLatest}</Button>}
    />
  );
}

type TheirsProps<L extends ReferenceList> = {
  readonly list: L;
  readonly before: EntryOf[L];
  readonly after: EntryOf[L];
};

/** What the others changed meanwhile. */
function Theirs<L extends ReferenceList>({ list, before, after }: TheirsProps<L>) {
  const t = useText(listWords);
  return (
    <section className="lst-theirs" aria-label={t.meanwhileWhat}>
      <Alert type="info" showIcon role="status" title={t.latestTaken} />
      <FieldsTable
        list={list}
        caption={t.meanwhileWhat}
        item={{ what: 'changed', fields: fieldChanges(before, after) }}
      />
    </section>
  );
}
