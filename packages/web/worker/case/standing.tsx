import type { CaseView } from '@suban/domain/api.ts';
import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { askedFor } from '../action/application-forms.tsx';
import { applicationWords } from '../action/application-words.ts';
import { useNow } from '../../ui/staff/light.tsx';
import { date } from '../../ui/time.ts';
import { caseWords } from './words.ts';

/** What makes this case stand otherwise than its state says: something missing, asked for, waited for, handled together. */
export function Standing({ view }: { view: CaseView }) {
  const lang = useLanguage();
  const text = useText(caseWords);
  const words = useText(applicationWords);
  const term = useText(terms);
  const now = useNow();
  const { order, promise } = view;
  const notices: [name: string, type: 'warning' | 'info', said: ReactNode][] = [];
  if (view.missing.length > 0) {
    notices.push([
      'missing',
      'warning',
      text.missing(text.listed(view.missing.map((name) => term.essential[name]))),
    ]);
  }
  if (order?.asked) notices.push(['asked', 'warning', words.waiting(askedFor(lang, order.asked))]);
  if (order?.pausedAt && order.reviewAt) {
    notices.push(['ledger', 'info', text.onLedger(date(lang, order.reviewAt))]);
  }
  if (view.master) notices.push(['master', 'info', <Master key="master" number={view.master} />]);
  if (view.followers > 0) notices.push(['followers', 'info', text.followers(view.followers)]);
  if (promise) {
    const late = Date.parse(promise.at) < now;
    notices.push([
      'promise',
      late ? 'warning' : 'info',
      text.promiseOpen(nameIn(lang, promise.unit), date(lang, promise.at), late),
    ]);
  }
  if (view.callBack) notices.push(['callBack', 'info', text.callBack[view.callBack]]);
  return notices.map(([name, type, said]) => <Alert key={name} type={type} showIcon title={said} />);
}

function Master({ number }: { number: string }) {
  const text = useText(caseWords);
  return (
    <>
      {text.mergedInto}{' '}
      <Link to="/cases/$number" params={{ number }} className="desk-link">
        {number}
      </Link>
      {text.mergedThen}
    </>
  );
}
