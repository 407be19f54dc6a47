import type { ComponentProps } from 'react';

type Look = 'main' | 'plain' | 'quiet' | 'danger';

/** Links that look like buttons share the class. */
export const buttonClass = (look: Look = 'main'): string => `button button-${look}`;

type Props = Omit<ComponentProps<'button'>, 'type' | 'disabled'> & {
  look?: Look;
  submit?: boolean;
  /** At work: stays focusable, so that the keyboard does not lose its place, and ignores presses. */
  busy?: boolean;
};

export function Button({ look = 'main', submit = false, busy = false, className, onClick, ...rest }: Props) {
  return (
    <button
      {...rest}
      type={submit ? 'submit' : 'button'}
      className={`${buttonClass(look)} ${className ?? ''}`}
      aria-disabled={busy || undefined}
      data-busy={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
}
