import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useText } from '../../i18n/language.ts';
import { useStaff } from '../../ui/staff/session.ts';
import { Loaded } from '../kit/loaded.tsx';
import { PlaceLink } from '../kit/navigation.tsx';
import { NotYours } from '../kit/notice.tsx';
import { DraftContext, useNewDraft } from './draft.ts';
import { calendarQuery, settingsQuery } from './queries.ts';
import './settings.css';
import '../lists/lists.css';
import { tabWords } from './tab-words.ts';
import { settingsWords } from './words.ts';

const manage = ['mayManage'] as const;
const tabs = [
  { to: '/settings', word: 'rules', rights: manage },
  { to: '/settings/history', word: 'history', rights: manage },
  { to: '/settings/calendar', word: 'calendar', rights: manage },
  { to: '/settings/units', word: 'units', rights: manage },
  { to: '/settings/accounts', word: 'accounts', rights: ['mayManage', 'mayGrant'] },
  { to: '/settings/catalogue', word: 'catalogue', rights: manage },
  { to: '/settings/changes', word: 'changes', rights: ['mayManage', 'mayGrant', 'mayReadReveals'] },
] as const;

/** What the parts of the settings share: their menu, the alert of a calendar that is missing, the changes not yet published. */
export function SettingsFrame() {
  const t = useText(settingsWords);
  const words = useText(tabWords);
  const { staff } = useStaff();
  const mayManage = staff?.mayManage ?? false;
  const query = useQuery({ ...settingsQuery, enabled: mayManage });
  const draft = useNewDraft(query.data);
  const { pathname } = useLocation();
  const open = tabs.filter(({ rights }) => rights.some((right) => staff?.[right]));
  const here = tabs.find(({ to }) => `/command${to}` === pathname || to === pathname.replace(/\/$/, ''));
  const isRules = here?.word === 'rules' || here?.word === 'history';
  if (open.length === 0) return <NotYours />;
  if (here && !open.includes(here)) return <NotYours first={open[0]?.to ?? '/'} />;
  return (
    <>
      <header className="m-head is-stacked">
        <h1>{t.title}</h1>
        <p className="m-soft">{t.lead}</p>
      </header>
      <nav className="set-tabs" aria-label={t.parts}>
        {open.map(({ to, word }) => (
          <PlaceLink key={to} place={{ to }} className="" exact>
            {words[word]}
          </PlaceLink>
        ))}
      </nav>
      {mayManage && <MissingCalendar />}
      {isRules ? (
        <Loaded query={query} rows={12}>
          {(page) =>
            draft && (
              <DraftContext value={{ page, draft }}>
                <Outlet />
              </DraftContext>
            )
          }
        </Loaded>
      ) : (
        <Outlet />
      )}
    </>
  );
}

/** Administrators are told well before a year begins without its calendar. */
function MissingCalendar() {
  const t = useText(settingsWords);
  const missing = useQuery(calendarQuery).data?.missing ?? [];
  const there = useLocation().pathname.endsWith('/calendar');
  if (missing.length === 0) return null;
  return (
    <Alert
      className="set-alert"
      type="warning"
      showIcon
      title={t.missing(missing.join('、'))}
      description={
        <>
          {t.missingWhy}{' '}
          {!there && (
            <PlaceLink place={{ to: '/settings/calendar' }} className="m-link set-under">
              {t.toCalendar}
            </PlaceLink>
          )}
        </>
      }
    />
  );
}
