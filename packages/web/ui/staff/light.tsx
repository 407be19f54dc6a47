import type { Clock } from '@suban/domain/api.ts';
import type { Light } from '@suban/domain/limits.ts';
import { useSyncExternalStore } from 'react';
import { type Language, useLanguage, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { dateTime, duration } from '../time.ts';
import { staffWords } from './words.ts';

/** One timer for every countdown on the page. */
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let second = Math.floor(Date.now() / 1000);
function tick() {
  second = Math.floor(Date.now() / 1000);
  for (const listener of listeners) listener();
}
function everySecond(listener: () => void) {
  if (listeners.size === 0) timer = setInterval(tick, 1000);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearInterval(timer);
  };
}

/** The time in milliseconds, moving on every second. */
export const useNow = (): number => useSyncExternalStore(everySecond, () => second) * 1000;

/** A light as a shape and a word, so that it never rests on colour alone. */
export function LightBadge({ light }: { light: Light }) {
  const { light: words } = useText(terms);
  return (
    <span className={`staff-light is-${light}`}>
      <span className="staff-light-mark" aria-hidden />
      {words[light]}
    </span>
  );
}

const minute = 60_000;

/** “59 分 30 秒” in the last hour, whole minutes before. */
function spell(lang: Language, seconds: (n: number) => string, ms: number): string {
  if (ms >= 60 * minute) return duration(lang, ms);
  const minutes = Math.floor(ms / minute);
  const rest = seconds(Math.floor((ms % minute) / 1000));
  return minutes > 0 ? `${duration(lang, minutes * minute)} ${rest}` : rest;
}

/**
 * What a clock shows now: red by itself when the time runs out before the next answer comes; once stopped, only whether
 * it was in time.
 */
export function lightNow(clock: Clock, now: number): Light {
  if (clock.done !== null) return clock.light === 'red' ? 'red' : 'green';
  return !clock.stands && now >= Date.parse(clock.due) ? 'red' : clock.light;
}

/** A limit with its light, counting down (or up, once it is over); where it stands still, nothing is counted. */
export function ClockCell({ clock }: { clock: Clock | null }) {
  const lang = useLanguage();
  const text = useText(staffWords);
  const term = useText(terms);
  const now = useNow();
  if (!clock) return <span className="staff-soft">{text.noLight}</span>;
  if (clock.stands) {
    return (
      <span className="staff-clock">
        <span className="staff-light is-paused">
          <span className="staff-light-mark" aria-hidden />
          {text.paused}
        </span>
        <span className="staff-clock-words">{term.clock[clock.name]}</span>
      </span>
    );
  }
  const ms = Date.parse(clock.due) - now;
  const spelt = spell(lang, text.seconds, Math.abs(ms));
  return (
    <span className="staff-clock">
      <LightBadge light={lightNow(clock, now)} />
      <span className="staff-clock-words">
        <span>{term.clock[clock.name]}</span>{' '}
        <time dateTime={clock.due} title={text.due(dateTime(lang, clock.due))}>
          {clock.done !== null ? text.done : ms >= 0 ? text.left(spelt) : text.over(spelt)}
        </time>
      </span>
    </span>
  );
}
