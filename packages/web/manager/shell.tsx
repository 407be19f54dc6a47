import type { StaffMe } from '@suban/domain/api.ts';
import { Outlet } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../i18n/language.ts';
import { Bell } from '../ui/staff/bell.tsx';
import { useStaff } from '../ui/staff/session.ts';
import { StaffShell } from '../ui/staff/shell.tsx';
import { PlaceLink } from './kit/navigation.tsx';
import { Notice, NotYours } from './kit/notice.tsx';
import { managerWords } from './words.ts';

/** Which right a page needs. */
export type Right = 'mayReadFigures' | 'mayReadReveals' | 'mayManage' | 'mayGrant';

const pages = [
  { to: '/', word: 'today', right: 'mayReadFigures' },
  { to: '/map', word: 'map', right: 'mayReadFigures' },
  { to: '/cases', word: 'cases', right: 'mayReadFigures' },
  { to: '/events', word: 'events', right: 'mayReadFigures' },
  { to: '/units', word: 'units', right: 'mayReadFigures' },
  { to: '/suggestions', word: 'suggestions', right: 'mayReadFigures' },
  { to: '/follow-ups', word: 'followUps', right: 'mayReadFigures' },
  { to: '/reports', word: 'reports', right: 'mayReadFigures' },
  { to: '/wall', word: 'wall', right: 'mayReadFigures' },
  { to: '/reveals', word: 'reveals', right: 'mayReadReveals' },
  { to: '/settings/changes', word: 'changes', right: 'mayReadReveals' },
  { to: '/settings/accounts', word: 'accounts', right: 'mayGrant' },
  { to: '/settings', word: 'settings', right: 'mayManage' },
] as const;

/** The first page this person may open; null: none. */
export const firstPage = (staff: StaffMe) => pages.find(({ right }) => staff[right])?.to ?? null;

function Nav() {
  const { pages: words } = useText(managerWords);
  const { staff } = useStaff();
  return pages
    .filter(({ right }) => staff?.[right])
    .map(({ to, word }) => (
      <PlaceLink key={to} place={{ to }} className="">
        {words[word]}
      </PlaceLink>
    ));
}

/** The figures' stream tells of notices too; who reads no figures keeps none. */
function ManagerBell() {
  const { staff } = useStaff();
  return staff?.mayReadFigures ? <Bell live="/api/command/live" /> : null;
}

/** The frame of every page but the wall. */
export function Shell() {
  return (
    <StaffShell nav={<Nav />} bell={<ManagerBell />}>
      <Outlet />
    </StaffShell>
  );
}

/** Shows a page to who may see it, and else says what to do. The server refuses as well: this only spares the detour. */
export function Guard({ right, children }: { readonly right: Right; readonly children: ReactNode }) {
  const t = useText(managerWords);
  const { staff } = useStaff();
  if (!staff) return null;
  if (staff[right]) return children;
  const first = firstPage(staff);
  return first ? (
    <NotYours first={first} />
  ) : (
    <Notice title={t.nothingHere} why={t.nothingHereWhy}>
      <Button type="primary" href="/desk">
        {t.toDesk}
      </Button>
    </Notice>
  );
}

export function NotFound() {
  const t = useText(managerWords);
  return (
    <StaffShell nav={<Nav />}>
      <Notice title={t.notFound} why={t.notFoundWhy}>
        <PlaceLink place={{ to: '/' }}>{t.back}</PlaceLink>
      </Notice>
    </StaffShell>
  );
}

/** A page that broke says so and can be loaded again; the frame stays. */
export function Broken() {
  const t = useText(managerWords);
  return (
    <Notice title={t.broken} why={t.brokenWhy}>
      <Button type="primary" onClick={() => location.reload()}>
        {t.reload}
      </Button>
    </Notice>
  );
}
