import { RouterProvider } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { useText } from '../i18n/language.ts';
import { ProblemAlert } from '../ui/staff/problem.tsx';
import { useStaff } from '../ui/staff/session.ts';
import { SignIn } from '../ui/staff/sign-in.tsx';
import { StaffApp } from '../ui/staff/theme.tsx';
import './kit/kit.css';
import './today/today.css';
import './kit/rate.css';
import './map/map.css';
import './units/units.css';
import './cases/cases.css';
import './screens.css';
import { router } from './router.tsx';
import { managerWords } from './words.ts';

function Entrance() {
  const { staff, loading, error, retry } = useStaff();
  if (staff) return <RouterProvider router={router} />;
  if (loading)
    return (
      <main className="staff-content">
        <Skeleton active paragraph={{ rows: 8 }} />
      </main>
    );
  if (error)
    return (
      <main className="staff-content">
        <ProblemAlert error={error} retry={retry} />
      </main>
    );
  return <SignIn />;
}

function Manager() {
  return (
    <StaffApp title={useText(managerWords).end}>
      <Entrance />
    </StaffApp>
  );
}

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <Manager />
    </StrictMode>,
  );
