import { type ReactNode, useEffect, useRef } from 'react';

/** A Select's list with a name to be read out: Ant Design gives it none. For `popupRender`. */
export function NamedList({ name, children }: { name: string; children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null);
  // After every render: an empty list and a full one are two elements.
  useEffect(() => frame.current?.querySelector('[role="listbox"]')?.setAttribute('aria-label', name));
  return <div ref={frame}>{children}</div>;
}
