import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { Button, Result } from 'antd';
import { useText } from '../i18n/language.ts';
import { Bell } from '../ui/staff/bell.tsx';
import { useStaff } from '../ui/staff/session.ts';
import { StaffShell } from '../ui/staff/shell.tsx';
import { Tray } from './batch/tray.tsx';
import { OutboxProvider } from './batch/use-outbox.tsx';
import { CallBanner } from './call/call-banner.tsx';
import { useMaySignOut } from './field/use-may-sign-out.ts';
import { deskLive, useDeskLive } from './live.ts';
import { deskWords } from './words.ts';

function Nav() {
  const { nav } = useText(deskWords);
  const { staff } = useStaff();
  // Queues, search and cases are all “cases”.
  const elsewhere = /\/(record|notices|contacts|field(\/[^/]*)?)$/.test(useLocation().pathname);
  return (
    <>
      <Link to="/" {...(elsewhere ? {} : { 'aria-current': 'page' as const })} activeProps={{}}>
        {nav.cases}
      </Link>
      {staff?.roles.includes('handler') && <Link to="/field">{nav.field}</Link>}
      {staff?.mayRecord && <Link to="/record">{nav.record}</Link>}
      {staff?.roles.includes('operator') && <Link to="/contacts">{nav.contacts}</Link>}
      {staff?.mayReadFigures && <a href="/command">{nav.command}</a>}
    </>
  );
}

function DeskBell() {
  const navigate = useNavigate();
  const current = useLocation().pathname.endsWith('/notices');
  return <Bell live={deskLive} current={current} onOpen={() => void navigate({ to: '/notices' })} />;
}

export function Frame() {
  useDeskLive();
  const maySignOut = useMaySignOut();
  return (
    <OutboxProvider>
      <StaffShell nav={<Nav />} bell={<DeskBell />} maySignOut={maySignOut}>
        <CallBanner />
        <Outlet />
        <Tray />
      </StaffShell>
    </OutboxProvider>
  );
}

/** A page that broke, or whose code could not be fetched. */
export function Broken() {
  const text = useText(deskWords);
  return (
    <Result
      status="error"
      title={text.broken}
      extra={
        <Button type="primary" onClick={() => location.reload()}>
          {text.reload}
        </Button>
      }
    />
  );
}

export function NotFound() {
  const text = useText(deskWords);
  return <Result status="404" title={text.notFound} extra={<Link to="/">{text.home}</Link>} />;
}
