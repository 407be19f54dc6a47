import type { CaseRow } from '@suban/domain/api.ts';
import { Button, Modal, Switch } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../i18n/language.ts';
import type { BatchAction, BatchActions } from '../batch/use-batch.ts';
import type { Chosen } from '../batch/use-chosen.ts';
import { deskWords } from '../words.ts';

type List = {
  items: readonly CaseRow[];
  selected: string | undefined;
  onSelect: (number: string) => void;
  chosen: Pick<Chosen, 'rows' | 'toggle' | 'extend' | 'none'>;
  /** Each on the rows that are chosen, else on the one stood on. */
  act: BatchActions['act'];
  onMerge: (row: CaseRow | undefined) => void;
  onUndo: () => void;
  /** The keyboard wants to go past the last row. */
  onEnd: () => void;
};

/** Letters alone must be possible to switch off: who dictates to the machine would press them unawares (WCAG 2.1.4). */
const storeKey = 'suban.desk.letters';

const within = (target: EventTarget | null, where: string): boolean =>
  target instanceof Element && target.closest(where) !== null;
const typing = (target: EventTarget | null): boolean =>
  within(
    target,
    'input:not([type="checkbox"]), textarea, select, [contenteditable="true"], [role="dialog"], [role="listbox"]',
  );
/** Space there is the control's own. */
const controlled = (target: EventTarget | null): boolean =>
  within(target, 'button, input, summary, a:not([data-case])');

export const focusRow = (number: string) =>
  document.querySelector<HTMLElement>(`[data-case="${number}"]`)?.focus();

/** j/k or arrows, letters and space over a list; Enter is the focused row's own link. */
export function useListKeys(list: List) {
  const [help, setHelp] = useState(false);
  const [letters, setLetters] = useState(() => localStorage.getItem(storeKey) !== 'off');
  const latest = useRef(list);
  useEffect(() => {
    latest.current = list;
  });
  useKeepPlace(list);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      if (event.key.length === 1 && event.key !== ' ' && !letters) return;
      if (event.key === ' ' && controlled(event.target)) return;
      const key = event.key.toLowerCase();
      const act = actions(latest.current, () => setHelp(true), event.shiftKey)[key];
      if (!act) return;
      event.preventDefault();
      // A held key runs through the list, but does nothing to a case.
      if (!event.repeat || moves.has(key)) act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [letters]);
  const switchLetters = (on: boolean) => {
    setLetters(on);
    localStorage.setItem(storeKey, on ? 'on' : 'off');
  };
  return { help, setHelp, letters, switchLetters };
}

const moves: ReadonlySet<string> = new Set(['j', 'k', 'arrowdown', 'arrowup']);

function actions(
  { items, selected, onSelect, chosen, act, onMerge, onUndo, onEnd }: List,
  showHelp: () => void,
  shift: boolean,
): Record<string, () => void> {
  const at = items.findIndex((row) => row.number === selected);
  const here = items[at];
  const go = (to: number) => {
    const row = items[Math.max(0, to)];
    if (!row) return onEnd();
    if (shift) chosen.extend(selected, row.number);
    onSelect(row.number);
    focusRow(row.number);
  };
  const on = (name: BatchAction) => () =>
    act[name](chosen.rows.length > 0 ? chosen.rows : here ? [here] : []);
  const next = () => go(at + 1);
  const back = () => go(at - 1);
  return {
    j: next,
    arrowdown: next,
    k: back,
    arrowup: back,
    ' ': () => here && chosen.toggle(here.number),
    escape: chosen.none,
    a: on('accept'),
    m: () => onMerge(here),
    d: on('dispatch'),
    s: on('acknowledge'),
    u: on('urge'),
    z: onUndo,
    '/': () => document.getElementById('desk-search')?.focus(),
    '?': showHelp,
  };
}

/** When the selected case leaves the list (dispatched, or taken by somebody else), the one that took its place is next. */
function useKeepPlace({ items, selected, onSelect }: Pick<List, 'items' | 'selected' | 'onSelect'>): void {
  const place = useRef(0);
  useEffect(() => {
    if (selected === undefined) return;
    const at = items.findIndex((row) => row.number === selected);
    if (at >= 0) {
      place.current = at;
      return;
    }
    const next = items[Math.min(place.current, items.length - 1)];
    if (!next) return;
    onSelect(next.number);
    if (document.activeElement === document.body) focusRow(next.number);
  }, [items, selected, onSelect]);
}

export function KeysButton({ keys }: { keys: ReturnType<typeof useListKeys> }) {
  const text = useText(deskWords);
  const close = () => keys.setHelp(false);
  return (
    <>
      <Button className="desk-keys-button" onClick={() => keys.setHelp(true)}>
        {text.keys} <kbd aria-hidden>?</kbd>
      </Button>
      <Modal
        open={keys.help}
        title={text.keysTitle}
        onCancel={close}
        footer={<Button onClick={close}>{text.close}</Button>}
      >
        <dl className="desk-keys">
          {text.keyRows.map(([key, what]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <label className="desk-switch">
          <Switch checked={keys.letters} onChange={keys.switchLetters} /> {text.keysOn}
        </label>
      </Modal>
    </>
  );
}
