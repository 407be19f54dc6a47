import { type AppealAt, composeAppeal, type ComposedAppeal } from '@suban/demo-city/grammar.ts';
import { sceneOf } from '@suban/demo-city/grammar/scenes.ts';
import { pointIn } from '@suban/demo-city/map.ts';
import { between, chance, pick, type Rng, weighted } from '@suban/demo-city/rng.ts';
import type { Actor } from '@suban/domain/actors.ts';
import type { Channel, Kind, Urgency } from '@suban/domain/appeal.ts';
import type { Unit } from '../../people/reference-store.ts';
import type { DemoCity } from './demo-city.ts';
import { given, type Picture } from './pictures.ts';
import { createTeller, type Step, type Teller } from './teller.ts';

/** An appeal to be filed, and everything that will have happened to it. */
export type Plan = {
  readonly at: number;
  readonly channel: Channel;
  readonly actor: Actor;
  readonly urgency: Urgency;
  readonly composed: ComposedAppeal;
  /** Longitude and latitude, where the citizen gave a point. */
  readonly point: readonly [number, number] | null;
  readonly titled: boolean;
  readonly confidential: boolean;
  readonly open: boolean;
  readonly pictures: readonly Picture[];
  readonly steps: readonly Step[];
};

/** Where and about what, and how pressing. */
export type Theme = { readonly subdistrict: Unit; readonly matter: string; readonly urgency: Urgency };

/** What happens in the open can be photographed; what happens on paper cannot. */
export const showsPlace = (matter: string): boolean => ['place', 'tip'].includes(sceneOf(matter).telling);

/**
 * Somebody says something: made-up words, a channel, perhaps a point on the map and a picture.
 * @param filedAt when, for the kind the words turned out to be, in ms since 1970
 * @param tell adds what follows
 */
export function planAppeal(
  city: DemoCity,
  rng: Rng,
  theme: Theme,
  filedAt: (kind: Kind) => number,
  tell: (teller: Teller, kind: Kind) => void,
): Plan {
  const { subdistrict, matter, urgency } = theme;
  const community = pick(rng, city.communitiesOf(subdistrict));
  const spot: AppealAt = {
    matter: city.demoMatter(matter),
    subdistrict: city.demoUnit(subdistrict),
    community: city.demoUnit(community),
  };
  const composed = composeAppeal(rng, spot);
  const channel = weighted(rng, {
    web: 32,
    hotline: 30,
    'mini-programme': 18,
    app: 12,
    'grid-worker': 4,
    letter: 2,
    'e-mail': 2,
  });
  const inOpen = showsPlace(matter);
  const point = inOpen && chance(rng, 0.7) ? pointIn(rng, subdistrict.code) : null;
  const pictures =
    inOpen && chance(rng, 0.22) ? Array.from({ length: between(rng, 1, 2) }, () => given(rng, matter)) : [];
  const at = filedAt(composed.kind);
  const teller = createTeller(city, rng, {
    matter,
    kind: composed.kind,
    urgency,
    area: subdistrict,
    filedAt: at,
    address: composed.address,
  });
  tell(teller, composed.kind);
  return {
    at,
    channel,
    urgency,
    composed,
    point,
    pictures,
    actor: recorder(city, channel, community),
    titled: chance(rng, 0.5),
    confidential: composed.kind === 'tip-off' && chance(rng, 0.35),
    steps: teller.steps,
    // Drawn last, so that all else of a life stays as it was.
    open: chance(rng, 0.4),
  };
}

/** Who puts it down: the citizen, or staff who hear or read it. */
function recorder(city: DemoCity, channel: Channel, community: Unit): Actor {
  switch (channel) {
    case 'hotline':
    case 'letter':
    case 'e-mail':
      return city.named('operator');
    case 'grid-worker':
      return city.crew(community, 'handler');
    default:
      return { kind: 'citizen' };
  }
}
