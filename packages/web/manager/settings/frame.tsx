import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useText } from '../../i18n/language.ts';
import { Loaded } from '../kit/loaded.tsx';
import { PlaceLink } from '../kit/navigation.tsx';
import { DraftContext, useNewDraft } from './draft.ts';
import { calendarQuery, settingsQuery } from './queries.ts';
import './settings.css';
import { settingsWords } from './words.ts';

const tabs = [
  { to: '/settings', word: 'rules' },
  { to: '/settings/history', word: 'history' },
  { to: '/settings/calendar', word: 'calendar' },
] as const;

/** What the parts of the settings share: their menu, the alert of a calendar that is missing, the changes not yet published. */
export function SettingsFrame() {
  const t = useText(settingsWords);
  const query = useQuery(settingsQuery);
  const draft = useNewDraft(query.data);
  return (
    <>
      <header className="m-head is-stacked">
        <h1>{t.title}</h1>
        <p className="m-soft">{t.lead}</p>
      </header>
      <nav className="set-tabs" aria-label={t.parts}>
        {tabs.map(({ to, word }) => (
          <PlaceLink key={to} place={{ to }} className="" exact>
            {t.tabs[word]}
          </PlaceLink>
        ))}
      </nav>
      <MissingCalendar />
      <Loaded query={query} rows={12}>
        {(page) =>
          draft && (
            <DraftContext value={{ page, draft }}>
              <Outlet />
            </DraftContext>
          )
        }
      </Loaded>
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
