import type { Account, ActivationRow } from '@suban/domain/api-reference.ts';
import { type StaffRole, staffRoles } from '@suban/domain/roles.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useDeferredValue, useState } from 'react';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { useStaff } from '../../ui/staff/session.ts';
import { dateTime } from '../../ui/time.ts';
import { Loaded, Nothing } from '../kit/loaded.tsx';
import { More } from '../kit/more.tsx';
import { PlaceLink } from '../kit/navigation.tsx';
import { itemsOf } from '../kit/queries.ts';
import { Table } from '../kit/table.tsx';
import { recordWords } from '../records/words.ts';
import { AccountDialog } from './account-dialog.tsx';
import { ActivationDialog, ResetDialog } from './activation.tsx';
import { Choice } from './fields.tsx';
import { SearchBox } from './found.tsx';
import { pageWords } from './page-words.ts';
import { accountsQuery } from './queries.ts';
import { UnitSelect } from './unit-select.tsx';
import { listWords } from './words.ts';

type Open =
  | { readonly what: 'new' }
  | { readonly what: 'change' | 'reset'; readonly account: Account }
  | { readonly what: 'link'; readonly activation: ActivationRow };

/** The accounts of the city's staff: made and closed by the system administrator, given rights by the security administrator. */
export function AccountsAdmin() {
  const t = useText(pageWords);
  const { staff } = useStaff();
  const [open, setOpen] = useState<Open | null>(null);
  const [typed, setTyped] = useState('');
  const [unit, setUnit] = useState<string | null>(null);
  const [role, setRole] = useState('');
  const q = useDeferredValue(typed.trim());
  const filters = { ...(q ? { q } : {}), ...(unit ? { unit } : {}), ...(role ? { role } : {}) };
  const close = () => setOpen(null);
  const link = (activation: ActivationRow | undefined) =>
    setOpen(activation ? { what: 'link', activation } : null);
  return (
    <>
      <p className="m-soft set-hint">{t.accountsLead}</p>
      <div className="lst-bar">
        <SearchBox value={typed} onChange={setTyped} />
        <UnitSelect
          label={t.unit}
          code={unit}
          name={null}
          placeholder={t.allUnits}
          clearable
          onChange={setUnit}
        />
        <RoleChoice value={role} onChange={setRole} />
        {staff?.mayManage && (
          <Button type="primary" onClick={() => setOpen({ what: 'new' })}>
            {t.newAccount}
          </Button>
        )}
      </div>
      <List filters={filters} onOpen={setOpen} />
      {open?.what === 'new' && <AccountDialog account={null} onClose={close} onLink={link} />}
      {open?.what === 'change' && <AccountDialog account={open.account} onClose={close} onLink={link} />}
      {open?.what === 'reset' && <ResetDialog account={open.account} onClose={close} onLink={link} />}
      {open?.what === 'link' && <ActivationDialog activation={open.activation} onClose={close} />}
    </>
  );
}

function RoleChoice({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const t = useText(pageWords);
  const { role } = useText(terms);
  const options = [
    { value: '', label: t.anyRole },
    ...staffRoles.map((each) => ({ value: each, label: role[each] })),
  ];
  return <Choice label={t.role} value={value} options={options} onChange={onChange} />;
}

type ListProps = {
  readonly filters: Readonly<Record<string, string>>;
  readonly onOpen: (open: Open) => void;
};

function List({ filters, onOpen }: ListProps) {
  const lang = useLanguage();
  const t = useText(pageWords);
  const records = useText(recordWords);
  const query = useInfiniteQuery(accountsQuery(filters));
  const items = itemsOf(query.data?.pages, ({ username }) => username);
  return (
    <>
      <Loaded query={query} rows={10}>
        {() =>
          items.length === 0 ? (
            <Nothing>{t.nobody}</Nothing>
          ) : (
            <div className="m-card">
              <Table<Account>
                caption={records.accounts}
                rows={items}
                rowKey={({ username }) => username}
                asCards
                columns={[
                  { key: 'username', title: t.username, cell: ({ username }) => username },
                  { key: 'name', title: records.column.name, cell: (account) => nameIn(lang, account) },
                  { key: 'unit', title: t.unit, cell: ({ unit }) => nameIn(lang, unit) },
                  { key: 'roles', title: t.role, cell: ({ roles }) => <Roles roles={roles} /> },
                  { key: 'state', title: t.state, cell: (account) => <State account={account} /> },
                  {
                    key: 'actions',
                    title: t.actions,
                    cell: (account) => <Actions account={account} onOpen={onOpen} />,
                  },
                ]}
              />
            </div>
          )
        }
      </Loaded>
      <More query={query}>{records.more}</More>
    </>
  );
}

function Roles({ roles }: { readonly roles: readonly StaffRole[] }) {
  const t = useText(pageWords);
  const { role: words } = useText(terms);
  if (roles.length === 0) return <span className="m-soft">{t.noRoles}</span>;
  return (
    <span className="m-tags">
      {roles.map((role) => (
        <span key={role} className="m-tag">
          {words[role]}
        </span>
      ))}
    </span>
  );
}

function State({ account: { active, activated, until } }: { readonly account: Account }) {
  const lang = useLanguage();
  const t = useText(pageWords);
  const words = useText(listWords);
  if (!active) return <span className="m-tag">{words.closed}</span>;
  if (activated) return <span className="m-tag is-green">{t.inUse}</span>;
  return (
    <span className="m-tag is-yellow">{until === null ? t.lapsed : t.waiting(dateTime(lang, until))}</span>
  );
}

function Actions({ account, onOpen }: { readonly account: Account; readonly onOpen: (open: Open) => void }) {
  const lang = useLanguage();
  const t = useText(pageWords);
  const words = useText(listWords);
  const { staff } = useStaff();
  const name = nameIn(lang, account);
  // What the server says too: it refuses all else.
  const apart = account.roles.some((role) => ['system-admin', 'security-admin', 'auditor'].includes(role));
  const resets =
    account.active && account.username !== staff?.username && (apart ? staff?.mayGrant : staff?.mayManage);
  return (
    <span className="lst-row-actions">
      <Button
        size="small"
        aria-label={words.editName(name)}
        onClick={() => onOpen({ what: 'change', account })}
      >
        {staff?.mayGrant ? t.grant : words.edit}
      </Button>
      {resets && (
        <Button
          size="small"
          aria-label={t.resetName(name)}
          onClick={() => onOpen({ what: 'reset', account })}
        >
          {t.reset}
        </Button>
      )}
      <PlaceLink
        place={{ to: '/settings/changes', search: { list: 'account', key: account.username } }}
        label={`${words.history}：${name}`}
      >
        {words.history}
      </PlaceLink>
    </span>
  );
}
