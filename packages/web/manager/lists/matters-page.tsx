import type { MatterKept, MatterList } from '@suban/domain/api-reference.ts';
import type { MatterEntry } from '@suban/domain/reference/entries.ts';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useDeferredValue, useState } from 'react';
import { nameIn, trailIn, useLanguage, useText } from '../../i18n/language.ts';
import { Card } from '../kit/card.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { PlaceLink } from '../kit/navigation.tsx';
import { EntryDialog, type Start } from './entry-dialog.tsx';
import { Facts } from './facts.tsx';
import { Found, SearchBox } from './found.tsx';
import { MatterFields } from './matter-form.tsx';
import { pageWords } from './page-words.ts';
import { freshMatter, matterQuery, mattersBelow, matterSearchQuery } from './queries.ts';
import { Scroll, Shown, Tree } from './tree.tsx';
import { UploadSheet } from './upload-sheet.tsx';
import { listWords } from './words.ts';

/** The duty catalogue: found, looked at, added to, changed, closed, up- and downloaded. */
export function CatalogueAdmin() {
  const t = useText(pageWords);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const found = useQuery(matterSearchQuery(useDeferredValue(typed.trim())));
  const choose = ({ key }: MatterKept) => setChosen(key);
  return (
    <>
      <p className="m-soft set-hint">{t.mattersLead}</p>
      <div className="lst-page">
        <Card title={t.matterTree} extra={<AddTop />}>
          <SearchBox value={typed} onChange={setTyped} />
          <Scroll label={t.matterTree}>
            {typed.trim() === '' ? (
              <Tree
                list="matters"
                label={t.matterTree}
                parent={null}
                below={mattersBelow}
                opens={({ entry }: MatterKept) => entry.level < 3}
                chosen={chosen}
                onChoose={choose}
              />
            ) : (
              <Loaded query={found} rows={3}>
                {({ items, more }) => <Found items={items} more={more} chosen={chosen} onChoose={choose} />}
              </Loaded>
            )}
          </Scroll>
        </Card>
        <div className="lst-side">
          {chosen === null ? (
            <p className="m-card m-soft">{t.chooseMatter}</p>
          ) : (
            <Shown what={chosen}>
              <Chosen code={chosen} />
            </Shown>
          )}
          <UploadSheet />
        </div>
      </div>
    </>
  );
}

function Chosen({ code }: { readonly code: string }) {
  const query = useQuery(matterQuery(code));
  return (
    <Loaded query={query} rows={6}>
      {({ items: [matter], functions }) => matter && <MatterCard matter={matter} functions={functions} />}
    </Loaded>
  );
}

const begins = (parent: string | null, level: number): MatterEntry => ({
  parent,
  level,
  name: '',
  nameEn: '',
  keywords: [],
  responsible: null,
  backstop: null,
  finishDays: {},
  urgentHours: null,
  mayPushDown: false,
  evidence: [],
  active: true,
});

function AddTop() {
  const t = useText(pageWords);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t.addTop}
      </Button>
      {open && (
        <MatterDialog
          title={t.addTop}
          start={{ key: '', base: null, entry: begins(null, 1) }}
          functions={[]}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

type CardProps = { readonly matter: MatterKept; readonly functions: MatterList['functions'] };

function MatterCard({ matter, functions }: CardProps) {
  const lang = useLanguage();
  const t = useText(pageWords);
  const words = useText(listWords);
  const [dialog, setDialog] = useState<'change' | 'add' | null>(null);
  const { key, changed, entry } = matter;
  const name = nameIn(lang, entry);
  return (
    <Card title={name} hint={trailIn(lang, matter)}>
      <Facts list="matter" entry={entry} more={[[words.key, key]]} />
      <div className="lst-actions is-left">
        <Button type="primary" aria-label={words.editName(name)} onClick={() => setDialog('change')}>
          {words.edit}
        </Button>
        {entry.active && entry.level < 3 && (
          <Button onClick={() => setDialog('add')}>{t.addMatterBelow}</Button>
        )}
        <PlaceLink place={{ to: '/settings/changes', search: { list: 'matter', key } }}>
          {words.history}
        </PlaceLink>
      </div>
      {dialog && (
        <MatterDialog
          title={dialog === 'add' ? t.newMatter(name) : t.changeMatter(name)}
          start={
            dialog === 'add'
              ? { key, base: null, entry: begins(key, entry.level + 1) }
              : { key, base: changed, entry }
          }
          functions={functions}
          onClose={() => setDialog(null)}
        />
      )}
    </Card>
  );
}

type DialogProps = {
  readonly title: string;
  readonly start: Start<'matter'>;
  readonly functions: MatterList['functions'];
  readonly onClose: () => void;
};

function MatterDialog({ title, start, functions, onClose }: DialogProps) {
  return (
    <EntryDialog
      list="matter"
      title={title}
      start={start}
      latest={async () => {
        const found = await freshMatter(start.key);
        return found && { key: found.key, base: found.changed, entry: found.entry };
      }}
      clean={(entry) => ({
        ...entry,
        keywords: entry.keywords.map((word) => word.trim()).filter((word) => word !== ''),
      })}
      fields={(form) => <MatterFields {...form} functions={functions} />}
      onClose={onClose}
    />
  );
}
