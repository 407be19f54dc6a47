import './file.css';
import { Link, Navigate } from '../navigation.tsx';
import { useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { buttonClass } from '../../ui/plain/button.tsx';
import { useTitle } from '../title.ts';
import { ReceiptCard } from './receipt-card.tsx';
import { lastFiled } from './sent-store.ts';
import { words } from './words.ts';

export function SentPage() {
  const t = useText(words);
  const [filed] = useState(lastFiled);
  useTitle(t.sent);
  if (!filed) return <Navigate to="/track" />;
  return (
    <div className="page page-narrow sent">
      <h1>{t.sent}</h1>
      <div className="card">
        <ReceiptCard filed={filed} />
      </div>
      <div className="form-end">
        <Link className={buttonClass()} to="/track/$number" params={{ number: filed.number }}>
          {t.follow}
        </Link>
        <Link className={buttonClass('quiet')} to="/file">
          {t.another}
        </Link>
      </div>
    </div>
  );
}
