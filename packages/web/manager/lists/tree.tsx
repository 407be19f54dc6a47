import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { Loaded } from '../kit/loaded.tsx';
import { listWords } from './words.ts';

/** A node of a tree that is fetched level by level. */
export type Node = {
  readonly key: string;
  readonly entry: { readonly name: string; readonly nameEn: string; readonly active: boolean };
};

type Props<N extends Node> = {
  readonly label: string;
  readonly parent: string | null;
  /** Reads what is right below a node; `list` names it among the reads. */
  readonly list: string;
  readonly below: (parent: string | null) => Promise<{ readonly items: readonly N[] }>;
  readonly opens: (node: N) => boolean;
  readonly chosen: string | null;
  readonly onChoose: (node: N) => void;
  /** How many levels stand open at first. */
  readonly depth?: number;
};

/** Nested lists, each unfolded by its own button: read and worked like any list. */
export function Tree<N extends Node>(props: Props<N>) {
  const { list, parent, below } = props;
  const query = useQuery({ queryKey: ['manage', list, 'below', parent], queryFn: () => below(parent) });
  return (
    <Loaded query={query} rows={3}>
      {({ items }) => (
        <ul className="lst-tree" aria-label={props.label}>
          {items.map((node) => (
            <Branch key={node.key} {...props} node={node} />
          ))}
        </ul>
      )}
    </Loaded>
  );
}

function Branch<N extends Node>({ node, ...props }: Props<N> & { readonly node: N }) {
  const lang = useLanguage();
  const t = useText(listWords);
  const { depth = 0, opens, chosen, onChoose } = props;
  const [open, setOpen] = useState(depth > 0);
  const name = nameIn(lang, node.entry);
  return (
    <li>
      <span className="lst-node">
        {opens(node) ? (
          <button
            type="button"
            className="lst-fold"
            aria-expanded={open}
            aria-label={`${open ? t.close : t.open}：${name}`}
            onClick={() => setOpen(!open)}
          >
            <span aria-hidden>{open ? '▾' : '▸'}</span>
          </button>
        ) : (
          <span className="lst-fold" aria-hidden />
        )}
        <button
          type="button"
          className="lst-name"
          aria-pressed={chosen === node.key}
          onClick={() => onChoose(node)}
        >
          {name}
          {!node.entry.active && <span className="m-tag"> {t.closed}</span>}
        </button>
      </span>
      {open && <Tree {...props} parent={node.key} label={name} depth={depth - 1} />}
    </li>
  );
}

/** What scrolls must be reachable for the arrow keys, though it is no control (WCAG 2.1.1). */
const scrollable = { tabIndex: 0 };

/** A long list in a frame of its own, so that what is chosen stays in sight beside it. */
export function Scroll({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="lst-scroll" role="group" aria-label={label} {...scrollable}>
      {children}
    </div>
  );
}

/** What was chosen: on a narrow page it stands below the tree, and is brought into sight. */
export function Shown({ what, children }: { readonly what: string; readonly children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (what !== '') ref.current?.scrollIntoView({ block: 'nearest' });
  }, [what]);
  return (
    <div className="lst-shown" ref={ref}>
      {children}
    </div>
  );
}
