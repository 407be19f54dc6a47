import { type ReactNode, useId } from 'react';

type Props = {
  readonly title: string;
  readonly hint?: string;
  /** Where it stands in the page's grid. */
  readonly area?: string;
  readonly extra?: ReactNode;
  readonly children: ReactNode;
};

/** A named part of a page. */
export function Card({ title, hint, area, extra, children }: Props) {
  const id = useId();
  return (
    <section
      className="m-card"
      style={area === undefined ? undefined : { gridArea: area }}
      aria-labelledby={id}
    >
      <header className="m-card-head">
        <h2 id={id}>{title}</h2>
        {hint && <p className="m-soft">{hint}</p>}
        {extra}
      </header>
      {children}
    </section>
  );
}
