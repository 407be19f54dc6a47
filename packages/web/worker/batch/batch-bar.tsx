import { Button } from 'antd';
import { useText } from '../../i18n/language.ts';
import type { Chosen } from './use-chosen.ts';
import type { BatchActions } from './use-batch.ts';
import { batchWords } from './words.ts';

/** What may be done to the rows that are chosen: each action with how many of them allow it. */
export function BatchBar({ chosen, actions }: { chosen: Chosen; actions: BatchActions }) {
  const text = useText(batchWords);
  if (chosen.rows.length === 0) return null;
  return (
    <div className="desk-batch" role="toolbar" aria-label={text.bar}>
      <b role="status">{text.chosen(chosen.rows.length)}</b>
      {actions.offered(chosen.rows).map(({ name, count, run }, at) => (
        <Button key={name} type={at === 0 ? 'primary' : 'default'} onClick={run}>
          {text[name](count)}
        </Button>
      ))}
      <Button type="text" onClick={chosen.all}>
        {text.all}
      </Button>
      <Button type="text" onClick={chosen.none}>
        {text.none}
      </Button>
    </div>
  );
}
