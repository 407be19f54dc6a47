import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { wallWords } from './words.ts';

export type Face = { readonly title: string; readonly body: ReactNode };

/** Long enough to read a panel of eight lines aloud, in ms. */
const turnEvery = 20_000;
const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * One panel that shows several things in turn, without any movement: one is there, then the other. It stands still while
 * somebody points at it or has the keyboard in it, when the wall is paused, and for who asks for less motion; then the
 * marks at its head turn it.
 */
export function Rotating({ faces, paused }: { readonly faces: readonly Face[]; readonly paused: boolean }) {
  const t = useText(wallWords);
  const id = useId();
  const [shown, show] = useState(0);
  const panel = useRef<HTMLElement>(null);
  const held = useHeld(panel);
  const turning = !paused && !held && faces.length > 1;
  useEffect(() => {
    if (!turning || still()) return;
    const timer = setInterval(() => show((now) => now + 1), turnEvery);
    return () => clearInterval(timer);
  }, [turning]);
  const at = shown % faces.length;
  const face = faces[at];
  if (!face) return null;
  return (
    <section ref={panel} className="m-panel" aria-labelledby={id}>
      <header className="m-panel-head">
        <h2 id={id}>{face.title}</h2>
        <span className="m-panel-turns">
          {faces.map(({ title }, index) => (
            <button
              key={title}
              type="button"
              aria-label={t.turnTo(title)}
              aria-current={index === at}
              onClick={() => show(index)}
            />
          ))}
        </span>
      </header>
      {face.body}
    </section>
  );
}

/** Is somebody pointing at it, or has the keyboard within it? */
function useHeld(panel: RefObject<HTMLElement | null>): boolean {
  const [held, hold] = useState(false);
  useEffect(() => {
    const element = panel.current;
    if (!element) return;
    const [on, off] = [() => hold(true), () => hold(false)];
    const events = [
      ['pointerenter', on],
      ['pointerleave', off],
      ['focusin', on],
      ['focusout', off],
    ] as const;
    for (const [name, hear] of events) element.addEventListener(name, hear);
    return () => {
      for (const [name, hear] of events) element.removeEventListener(name, hear);
    };
  }, [panel]);
  return held;
}
