import { useGo } from '../navigation.tsx';
import { useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/plain/button.tsx';
import { Field } from '../../ui/plain/field.tsx';
import { rememberCode } from './code.ts';
import { lookUpWords } from './look-up-words.ts';

/** Number and query code. `onCode` hears of it on a page that shows this very number already. */
export function LookUpForm({ known = '', onCode }: { known?: string; onCode?: (code: string) => void }) {
  const t = useText(lookUpWords);
  const go = useGo();
  const [number, setNumber] = useState(known);
  const [code, setCode] = useState('');
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        const [wanted, given] = [number.trim(), code.trim()];
        rememberCode(wanted, given);
        if (wanted === known) onCode?.(given);
        go({ to: '/track/$number', params: { number: wanted } });
      }}
    >
      <Field label={t.number}>
        {(tie) => (
          <input
            {...tie}
            required
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            value={number}
            onChange={({ target }) => setNumber(target.value)}
          />
        )}
      </Field>
      <Field label={t.code}>
        {(tie) => (
          <input
            {...tie}
            required
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            value={code}
            onChange={({ target }) => setCode(target.value)}
          />
        )}
      </Field>
      <Button submit look="plain">
        {t.see}
      </Button>
    </form>
  );
}
