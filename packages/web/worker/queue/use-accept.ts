import type { CaseRow } from '@suban/domain/api.ts';
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { useCommand } from '../../ui/staff/use-command.ts';
import { forget } from '../queries.ts';
import { deskWords } from '../words.ts';

/** Dispatches a row's case as its first suggestion says; one at a time, so that a held key doesn't run through the queue. */
export function useAccept() {
  const client = useQueryClient();
  const { message } = App.useApp();
  const lang = useLanguage();
  const text = useText(deskWords);
  const send = useCommand('dispatch');
  const [busy, setBusy] = useState<string>();
  const [error, setError] = useState<unknown>(null);
  const run = async (row: CaseRow) => {
    if (busy !== undefined || !row.suggestion) return;
    const { unit, matter } = row.suggestion;
    setBusy(row.number);
    setError(null);
    try {
      await send(row.number, { unit: unit.id, matter: matter.code });
      void message.success(text.dispatchedTo(nameIn(lang, unit)));
    } catch (refused) {
      setError(refused);
    }
    await forget(client, row.number);
    setBusy(undefined);
  };
  return { run: (row: CaseRow) => void run(row), busy, error };
}
