import type { MatterName } from '@suban/domain/api.ts';
import type { SettingsOfVersion, SettingsVersionRow } from '@suban/domain/api-settings.ts';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { get } from '../../ui/api.ts';
import { ProblemAlert } from '../../ui/staff/problem.tsx';
import { dateTime } from '../../ui/time.ts';
import { Loaded } from '../kit/loaded.tsx';
import { More } from '../kit/more.tsx';
import { useGo } from '../kit/navigation.tsx';
import { ChangesList } from './changes-list.tsx';
import { useDraft } from './draft.ts';
import { historyWords } from './history-words.ts';
import { usePostOnce, versionsQuery } from './queries.ts';

/** Who changed what, when, from when on and why; and the way back. */
export function HistoryPage() {
  const t = useText(historyWords);
  const query = useInfiniteQuery(versionsQuery);
  return (
    <>
      <Loaded query={query} rows={8}>
        {({ pages }) => {
          const matters = new Map(
            pages.flatMap((page) => page.matters).map((matter) => [matter.code, matter]),
          );
          return (
            <ol className="set-versions">
              {pages
                .flatMap(({ versions }) => versions)
                .map((version) => (
                  <Version key={version.version} version={version} matters={matters} />
                ))}
            </ol>
          );
        }}
      </Loaded>
      <More query={query}>{t.more}</More>
    </>
  );
}

const tone = { 'in-force': ' is-green', planned: ' is-brand', past: '', withdrawn: '' } as const;

type Props = {
  readonly version: SettingsVersionRow;
  readonly matters: ReadonlyMap<string, MatterName>;
};

function Version({ version: row, matters }: Props) {
  const lang = useLanguage();
  const t = useText(historyWords);
  const { page } = useDraft();
  const { version, state, from, madeAt, by, why, changes } = row;
  return (
    <li className="m-card" aria-label={t.version(version)}>
      <header className="m-card-head">
        <h2>
          {t.version(version)} <span className={`m-tag${tone[state]}`}>{t.state[state]}</span>
        </h2>
        <span className="set-version-actions">
          {state === 'planned' && version === page.latest && <Withdraw version={version} />}
          {version !== page.latest && <Restore version={version} />}
        </span>
      </header>
      <p className="m-soft set-version-line">
        {by
          ? `${t.from(dateTime(lang, from))} · ${t.madeBy(nameIn(lang, by), dateTime(lang, madeAt))}`
          : t.beginning}
      </p>
      {why !== '' && (
        <p className="set-version-line">
          <span className="m-soft">{t.why} </span>
          {why}
        </p>
      )}
      {changes.length > 0 && (
        <details open={changes.length <= 8}>
          <summary>{t.changes(changes.length)}</summary>
          <ChangesList
            caption={`${t.version(version)} ${t.changes(changes.length)}`}
            schema={page.schema}
            changes={changes}
            matters={matters}
          />
        </details>
      )}
    </li>
  );
}

/** A version not in force yet never takes effect. */
function Withdraw({ version }: { readonly version: number }) {
  const t = useText(historyWords);
  const client = useQueryClient();
  const { message } = App.useApp();
  const postOnce = usePostOnce<undefined>(`/api/settings/${version}/withdraw`);
  const withdraw = useMutation({
    mutationFn: () => postOnce({}),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['settings'] });
      message.success(t.withdrawn);
    },
  });
  return (
    <>
      <Popconfirm
        title={t.withdrawSure(version)}
        okText={t.withdraw}
        cancelText={t.cancel}
        getPopupContainer={(button) => button.parentElement ?? document.body}
        onConfirm={() => withdraw.mutate()}
      >
        <Button size="small" danger loading={withdraw.isPending}>
          {t.withdraw}
        </Button>
      </Popconfirm>
      <ProblemAlert error={withdraw.error} />
    </>
  );
}

/** Fills the form as a version had it: what is published then is a new version equal to it. */
function Restore({ version }: { readonly version: number }) {
  const t = useText(historyWords);
  const go = useGo();
  const { message } = App.useApp();
  const { draft } = useDraft();
  const read = useMutation({
    mutationFn: () => get<SettingsOfVersion>(`/api/settings/${version}`),
    onSuccess: ({ settings }) => {
      draft.replace(settings);
      message.info(t.restored(version));
      go({ to: '/settings' });
    },
  });
  return (
    <>
      <Button
        size="small"
        aria-label={t.restoreName(version)}
        loading={read.isPending}
        onClick={() => read.mutate()}
      >
        {t.restore}
      </Button>
      <ProblemAlert error={read.error} />
    </>
  );
}
