import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import type { Account } from '@suban/domain/api-reference.ts';
import { accountsQuery } from '../kit/queries.ts';
import { ListPage } from './list-page.tsx';
import { recordWords } from './words.ts';

/** The accounts of the city's staff. */
export function AccountsPage() {
  const lang = useLanguage();
  const t = useText(recordWords);
  const { role: roleWords } = useText(terms);
  return (
    <ListPage<Account>
      title={t.accounts}
      lead={t.accountsLead}
      empty={t.noAccounts}
      query={accountsQuery}
      rowKey={({ username }) => username}
      columns={[
        { key: 'username', title: t.column.username, cell: ({ username }) => username },
        { key: 'name', title: t.column.name, cell: (account) => nameIn(lang, account) },
        { key: 'unit', title: t.column.unit, cell: ({ unit }) => nameIn(lang, unit) },
        {
          key: 'roles',
          title: t.column.roles,
          cell: ({ roles }) => (
            <span className="m-tags">
              {roles.map((role) => (
                <span key={role} className="m-tag">
                  {roleWords[role]}
                </span>
              ))}
            </span>
          ),
        },
        {
          key: 'active',
          title: t.column.active,
          cell: ({ active }) => (
            <span className={active ? 'm-tag is-green' : 'm-tag'}>{active ? t.active : t.waiting}</span>
          ),
        },
      ]}
    />
  );
}
