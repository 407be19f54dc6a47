import { type Burst, bursts } from '@suban/demo-city/grammar/bursts.ts';
import { chance, type Rng } from '@suban/demo-city/rng.ts';
import { day } from '@suban/domain/calendar/calendar.ts';
import type { DemoCity } from './demo-city.ts';
import { workPlainly } from './life.ts';
import { type Plan, planAppeal, type Theme } from './plan.ts';

type Said = { readonly burst: Burst; readonly index: number };
const all: readonly Said[] = bursts.flatMap((burst) => burst.said.map((_, index) => ({ burst, index })));
export const burstCount = all.length;

/** One of many who tell of the same event. @param now the year's end, ms since 1970 */
export function planBurst(city: DemoCity, rng: Rng, which: number, now: number): Plan {
  const one = all[which];
  if (!one) throw new RangeError(`no burst ${which}`);
  const { burst, index } = one;
  const [title, body] = burst.said[index] ?? ['', ''];
  const matter = [...city.reference.matters.values()].find(
    ({ level, name }) => level === 3 && name === burst.matter,
  );
  if (!matter) throw new RangeError(`the demo city has no matter ${burst.matter}`);
  const theme: Theme = {
    matter: matter.code,
    subdistrict: city.unit(burst.subdistrict),
    urgency: 'ordinary',
  };
  const share = (burst.said.length - 1 - index) / Math.max(1, burst.said.length - 1);
  const at = Math.floor(now - (burst.endsDaysAgo + burst.overDays * share) * day);
  const plan = planAppeal(
    city,
    rng,
    theme,
    () => at,
    (teller) => workPlainly(city, rng, theme, teller),
  );
  return {
    ...plan,
    composed: { ...plan.composed, kind: chance(rng, 0.5) ? 'complaint' : 'help', title, body },
    titled: true,
    confidential: false,
  };
}
