import { Button } from 'antd';
import type { ReactNode } from 'react';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { useStaff } from './session.ts';
import { staffWords } from './words.ts';

/**
 * The frame of a signed-in page: product, navigation, unit, person, language, sign-out.
 * @param nav links (`<Link>`s of the end's router); the current one carries `aria-current`
 * @param bell the end's way to the notices
 * @param maySignOut asked before, where something would be lost
 */
export function StaffShell({
  nav,
  bell,
  maySignOut,
  children,
}: {
  nav: ReactNode;
  bell?: ReactNode;
  maySignOut?: () => Promise<boolean>;
  children: ReactNode;
}) {
  const lang = useLanguage();
  const text = useText(staffWords);
  const { product } = useText(terms);
  const { staff, signOut } = useStaff();
  const leave = async () => {
    if (!maySignOut || (await maySignOut())) await signOut();
  };
  return (
    <div className="staff-shell">
      <a className="staff-skip" href="#content">
        {text.skip}
      </a>
      <header className="staff-header">
        <span className="staff-brand">
          <img src="/icon.svg" alt="" width="28" height="28" />
          {product}
        </span>
        <nav className="staff-nav" aria-label={text.menu}>
          {nav}
        </nav>
        <span className="staff-who">
          {staff && (
            <span className="staff-person">
              <b>{nameIn(lang, staff)}</b>
              <span>{nameIn(lang, staff.unit)}</span>
            </span>
          )}
          {bell}
          <LanguageSwitch />
          <Button type="text" onClick={() => void leave()}>
            {text.signOut}
          </Button>
        </span>
      </header>
      <main id="content" tabIndex={-1} className="staff-content">
        {children}
      </main>
    </div>
  );
}
