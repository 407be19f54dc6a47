import type { Clock } from '@suban/domain/api.ts';
import type { Appeal } from '@suban/domain/appeal.ts';
import { lightOf } from '@suban/domain/limits.ts';
import type { Settings } from '@suban/domain/settings.ts';
import { iso, isoOrNull } from './names.ts';

type Running = {
  readonly name: Clock['name'];
  readonly from: number;
  readonly due: number;
  readonly done: number | null;
};

/** The four clocks with their lights. An appeal that has ended otherwise lets none run on. */
export function clocksOf(appeal: Appeal, settings: Settings, now: number): Clock[] {
  return running(appeal).map((clock) => shown(clock, settings, now));
}

/** The clock that runs out next, or null when none runs. */
export function nextClock(appeal: Appeal, settings: Settings, now: number): Clock | null {
  const [first] = running(appeal)
    .filter((clock) => clock.done === null)
    .sort((a, b) => a.due - b.due);
  return first ? shown(first, settings, now) : null;
}

function running(appeal: Appeal): Running[] {
  const dispatch: Running = {
    name: 'dispatch',
    from: appeal.filedAt,
    due: appeal.dispatchDue,
    done: appeal.firstDispatchedAt,
  };
  if (appeal.state === 'received') return [{ ...dispatch, done: null }];
  const { order } = appeal;
  if (
    !order ||
    appeal.state === 'withdrawn' ||
    appeal.state === 'answered-at-once' ||
    appeal.state === 'referred'
  ) {
    return appeal.firstDispatchedAt === null ? [] : [dispatch];
  }
  // What was answered is answered: a contact never made is shown by its own clock, stopped there, not running for ever.
  const end = order.answeredAt;
  return [
    dispatch,
    { name: 'acknowledge', from: order.offeredAt, due: order.ackDue, done: order.acknowledgedAt ?? end },
    { name: 'contact', from: order.offeredAt, due: order.contactDue, done: order.contactedAt ?? end },
    { name: 'finish', from: order.offeredAt, due: order.finishDue, done: end },
  ];
}

function shown({ name, from, due, done }: Running, settings: Settings, now: number): Clock {
  return {
    name,
    from: iso(from),
    due: iso(due),
    done: isoOrNull(done),
    light: lightOf(settings, from, due, now, done),
  };
}
