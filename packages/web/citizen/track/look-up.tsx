import { Link } from '../navigation.tsx';
import { useText } from '../../i18n/language.ts';
import { useTitle } from '../title.ts';
import { LookUpForm } from './look-up-form.tsx';
import { lookUpWords } from './look-up-words.ts';

export function LookUpPage() {
  const t = useText(lookUpWords);
  useTitle(t.lookUp);
  return (
    <div className="page page-narrow">
      <h1>{t.lookUp}</h1>
      <div className="card">
        <p>{t.lookUpWhy}</p>
        <LookUpForm />
      </div>
      <p>
        <Link to="/me">{t.lostCode}</Link>
      </p>
    </div>
  );
}
