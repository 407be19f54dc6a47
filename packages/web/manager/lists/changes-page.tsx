import type { ChangeLog, ChangePreview } from '@suban/domain/api-reference.ts';
import { type ReferenceList, referenceLists } from '@suban/domain/reference/entries.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { post } from '../../ui/api.ts';
import { useStaff } from '../../ui/staff/session.ts';
import { dateTime } from '../../ui/time.ts';
import { Loaded, Nothing } from '../kit/loaded.tsx';
import { More } from '../kit/more.tsx';
import type { ChangeSearch } from './change-search.ts';
import { Choice } from './fields.tsx';
import { ItemList } from './item-list.tsx';
import { pageWords } from './page-words.ts';
import { Publish } from './publish.tsx';
import { changesQuery } from './queries.ts';
import { listWords } from './words.ts';

/** Who changed what, when and why, and the way back. The auditor reads it; an administrator undoes on their own lists. */
export function ChangesPage() {
  const t = useText(pageWords);
  const words = useText(listWords);
  const navigate = useNavigate();
  const { staff } = useStaff();
  const { list = '', key = '' }: ChangeSearch = useSearch({ strict: false });
  const query = useInfiniteQuery(changesQuery(list, key));
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const onlyAccounts = staff?.mayGrant && !staff.mayManage && !staff.mayReadReveals;
  const show = (next: string) => {
    navigate({ to: '/settings/changes', search: next ? { list: next } : {} }).catch(reportError);
  };
  return (
    <>
      <p className="m-soft set-hint">{t.changesLead}</p>
      {!onlyAccounts && (
        <div className="lst-bar">
          <Choice
            label={t.which}
            value={list}
            options={[
              { value: '', label: t.anyList },
              ...referenceLists.map((each) => ({ value: each, label: words.list[each] })),
            ]}
            onChange={show}
          />
          {key !== '' && (
            <p className="lst-only">
              {t.oneOnly(key)} <Button onClick={() => show(list)}>{t.clear}</Button>
            </p>
          )}
        </div>
      )}
      <Loaded query={query} rows={8}>
        {() =>
          items.length === 0 ? (
            <Nothing>{t.noChanges}</Nothing>
          ) : (
            <ol className="set-versions">
              {items.map((change) => (
                <Change key={change.id} change={change} />
              ))}
            </ol>
          )
        }
      </Loaded>
      <More query={query}>{t.older}</More>
    </>
  );
}

function Change({ change }: { readonly change: ChangeLog['items'][number] }) {
  const lang = useLanguage();
  const t = useText(pageWords);
  const words = useText(listWords);
  const [undoing, setUndoing] = useState(false);
  const { id, list, at, by, why, undoes, undoneBy, count, items, mayUndo } = change;
  return (
    <li className="m-card" aria-label={t.changeNo(id)}>
      <header className="m-card-head">
        <h2>
          {words.list[list]} · {t.changeNo(id)}{' '}
          {undoes !== null && <span className="m-tag">{t.undoes(undoes)}</span>}{' '}
          {undoneBy !== null && <span className="m-tag is-yellow">{t.undone(undoneBy)}</span>}
        </h2>
        {mayUndo && undoneBy === null && (
          <Button size="small" aria-label={t.undoName(id)} onClick={() => setUndoing(true)}>
            {t.undo}
          </Button>
        )}
      </header>
      <p className="m-soft set-version-line">{t.madeBy(nameIn(lang, by), dateTime(lang, at))}</p>
      <p className="set-version-line">
        <span className="m-soft">{words.why} </span>
        {why}
      </p>
      <details open={count <= 3}>
        <summary>{t.entries(count)}</summary>
        <ItemList list={list} items={items} count={count} />
      </details>
      {undoing && <UndoDialog id={id} list={list} onClose={() => setUndoing(false)} />}
    </li>
  );
}

type UndoProps = { readonly id: number; readonly list: ReferenceList; readonly onClose: () => void };

/** What taking the change back would change; then why, and doing it. */
function UndoDialog({ id, list, onClose }: UndoProps) {
  const t = useText(pageWords);
  const words = useText(listWords);
  const path = `/api/manage/changes/${id}/undo`;
  return (
    <Modal open width={760} title={t.undoTitle(id)} footer={null} onCancel={onClose}>
      <Publish
        list={list}
        look={() => post<ChangePreview>(`${path}/preview`)}
        path={path}
        body={{}}
        backWord={words.cancel}
        onBack={onClose}
        onDone={onClose}
      />
    </Modal>
  );
}
