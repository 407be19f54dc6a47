import type { UnitKept, UnitOne } from '@suban/domain/api-reference.ts';
import type { UnitEntry } from '@suban/domain/reference/entries.ts';
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
import { pageWords } from './page-words.ts';
import { freshUnit, unitQuery, unitsBelow, unitSearchQuery } from './queries.ts';
import { Scroll, Shown, Tree } from './tree.tsx';
import { UnitFields } from './unit-form.tsx';
import { listWords } from './words.ts';

/** The tree of units: found, looked at, added to, changed and closed. */
export function UnitsAdmin() {
  const t = useText(pageWords);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const found = useQuery(unitSearchQuery(useDeferredValue(typed.trim())));
  const choose = ({ key }: UnitKept) => setChosen(key);
  return (
    <>
      <p className="m-soft set-hint">{t.unitsLead}</p>
      <div className="lst-page">
        <Card title={t.tree}>
          <SearchBox value={typed} onChange={setTyped} />
          <Scroll label={t.tree}>
            {typed.trim() === '' ? (
              <Tree
                list="units"
                label={t.tree}
                parent={null}
                below={unitsBelow}
                opens={({ below }: UnitKept) => below > 0}
                chosen={chosen}
                onChoose={choose}
                depth={1}
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
            <p className="m-card m-soft">{t.chooseUnit}</p>
          ) : (
            <Shown what={chosen}>
              <Chosen code={chosen} />
            </Shown>
          )}
        </div>
      </div>
    </>
  );
}

function Chosen({ code }: { readonly code: string }) {
  const query = useQuery(unitQuery(code));
  return (
    <Loaded query={query} rows={6}>
      {(unit) => <UnitCard unit={unit} />}
    </Loaded>
  );
}

const begins = (parent: string, level: UnitEntry['level']): UnitEntry => ({
  parent,
  level,
  kind: 'department',
  function: null,
  name: '',
  nameEn: '',
  firstLine: false,
  phone: null,
  phoneHours: null,
  active: true,
});

function UnitCard({ unit }: { readonly unit: UnitOne }) {
  const lang = useLanguage();
  const t = useText(pageWords);
  const words = useText(listWords);
  const [dialog, setDialog] = useState<'change' | 'add' | null>(null);
  const { key, changed, entry, leaders, accounts, work } = unit;
  const name = nameIn(lang, entry);
  const start: Start<'unit'> =
    dialog === 'add'
      ? { key: `${key}-`, base: null, entry: begins(key, entry.level) }
      : { key, base: changed, entry };
  return (
    <Card title={name} hint={trailIn(lang, unit)}>
      <Facts
        list="unit"
        entry={entry}
        more={[
          [words.key, key],
          [
            t.leaders,
            leaders.length === 0
              ? t.noLeaders
              : leaders.map((each) => nameIn(lang, each)).join(words.between),
          ],
          [t.people, String(accounts)],
          [t.inHand, String(work)],
        ]}
      />
      <div className="lst-actions is-left">
        <Button type="primary" aria-label={words.editName(name)} onClick={() => setDialog('change')}>
          {words.edit}
        </Button>
        {entry.active && <Button onClick={() => setDialog('add')}>{t.addBelow}</Button>}
        <PlaceLink place={{ to: '/settings/changes', search: { list: 'unit', key } }}>
          {words.history}
        </PlaceLink>
      </div>
      {dialog && (
        <EntryDialog
          list="unit"
          title={dialog === 'add' ? t.newUnit(name) : t.changeUnit(name)}
          start={start}
          latest={async () => {
            const { key: code, changed: base, entry: latest } = await freshUnit(key);
            return { key: code, base, entry: latest };
          }}
          fields={(form) => <UnitFields {...form} />}
          onClose={() => setDialog(null)}
        />
      )}
    </Card>
  );
}
