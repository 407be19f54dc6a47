import type { Account, ActivationRow } from '@suban/domain/api-reference.ts';
import { staffRoles } from '@suban/domain/roles.ts';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { useStaff } from '../../ui/staff/session.ts';
import { EntryDialog, type Form, type Start } from './entry-dialog.tsx';
import { fieldWords } from './field-words.ts';
import { TextBox, Tick, Ticks } from './fields.tsx';
import { pageWords } from './page-words.ts';
import { freshAccount } from './queries.ts';
import { UnitSelect } from './unit-select.tsx';

const startOf = (account: Account): Start<'account'> => {
  const { username, changed, name, nameEn, unitCode, roles, active } = account;
  return { key: username, base: changed, entry: { name, nameEn, unit: unitCode, roles, active } };
};
const fresh: Start<'account'> = {
  key: '',
  base: null,
  entry: { name: '', nameEn: '', unit: '', roles: [], active: true },
};

type Props = {
  /** null: a new one. */
  readonly account: Account | null;
  readonly onClose: () => void;
  /** A new account's link, to be shown once. */
  readonly onLink: (activation: ActivationRow | undefined) => void;
};

/** An account, new or to be changed; each administrator sees the fields they keep. */
export function AccountDialog({ account, onClose, onLink }: Props) {
  const lang = useLanguage();
  const t = useText(pageWords);
  return (
    <EntryDialog
      list="account"
      title={account ? t.changeAccount(nameIn(lang, account)) : t.newAccount}
      start={account ? startOf(account) : fresh}
      latest={async () => {
        const found = account && (await freshAccount(account.username));
        return found ? startOf(found) : undefined;
      }}
      fields={(form) => <Fields form={form} unitName={account ? nameIn(lang, account.unit) : null} />}
      onClose={onClose}
      onPublished={({ activations }) => onLink(activations[0])}
    />
  );
}

function Fields({ form, unitName }: { readonly form: Form<'account'>; readonly unitName: string | null }) {
  const t = useText(pageWords);
  const { account: words } = useText(fieldWords);
  const { role } = useText(terms);
  const { staff } = useStaff();
  const { entry, key, isNew, set, setKey } = form;
  const text = (field: 'name' | 'nameEn', max: number) => (
    <TextBox
      label={words[field]}
      value={entry[field]}
      max={max}
      required
      onChange={(value) => set({ [field]: value })}
    />
  );
  if (!staff?.mayManage)
    return (
      <>
        <p className="m-soft">{t.rolesHint}</p>
        <Ticks
          label={words.roles}
          codes={staffRoles}
          words={role}
          value={entry.roles}
          onChange={(roles) => set({ roles })}
        />
      </>
    );
  return (
    <div className="lst-fields">
      {isNew && (
        <TextBox
          label={t.username}
          hint={t.usernameHint}
          value={key}
          max={64}
          required
          onChange={(value) => setKey(value.trim().toLowerCase())}
        />
      )}
      {text('name', 40)}
      {text('nameEn', 80)}
      <UnitSelect
        label={words.unit}
        code={entry.unit === '' ? null : entry.unit}
        name={unitName}
        placeholder={t.unitHint}
        onChange={(unit) => set({ unit: unit ?? '' })}
      />
      {!isNew && <Tick label={words.active} value={entry.active} onChange={(active) => set({ active })} />}
    </div>
  );
}
