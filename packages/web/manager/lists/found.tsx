import { Input } from 'antd';
import { useId } from 'react';
import { nameIn, trailIn, useLanguage, useText } from '../../i18n/language.ts';
import type { Node } from './tree.tsx';
import { listWords } from './words.ts';

/** Where one types what to look for; the tree stands below while nothing is typed. */
export function SearchBox({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const t = useText(listWords);
  const id = useId();
  return (
    <div className="set-field lst-search">
      <label htmlFor={id}>{t.search}</label>
      <Input
        id={id}
        type="search"
        value={value}
        maxLength={50}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

type Props<N extends Node> = {
  readonly items: readonly (N & { readonly trail: string; readonly trailEn: string })[];
  readonly more: boolean;
  readonly chosen: string | null;
  readonly onChoose: (node: N) => void;
};

/** What a search found, each with its place. */
export function Found<N extends Node>({ items, more, chosen, onChoose }: Props<N>) {
  const lang = useLanguage();
  const t = useText(listWords);
  return (
    <>
      <p className="m-soft" role="status">
        {items.length === 0 ? t.nothing : t.found(items.length, more)}
      </p>
      <ul className="lst-tree">
        {items.map((node) => (
          <li key={node.key}>
            <button
              type="button"
              className="lst-name is-found"
              aria-pressed={chosen === node.key}
              onClick={() => onChoose(node)}
            >
              {nameIn(lang, node.entry)}
              {!node.entry.active && <span className="m-tag"> {t.closed}</span>}
              <small className="m-soft">{trailIn(lang, node)}</small>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
