import type { Staff } from '@suban/domain/actors.ts';
import type { CaseRow } from '@suban/domain/api.ts';
import type { Appeal } from '@suban/domain/appeal.ts';
import { abilities } from '@suban/domain/decide.ts';
import type { Settings } from '@suban/domain/settings.ts';
import { redact } from '@suban/text/redact.ts';
import type { Reference } from '../people/reference-store.ts';
import { nextClock } from './clocks.ts';
import type { Option } from './history-store.ts';
import { iso, isoOrNull, matterName, suggestionsOf, unitName } from './names.ts';
import { numberOf } from './run-command.ts';
import type { Loaded } from './store.ts';

/** Who has it now: the unit with the order in hand, else the dispatch centre. */
export function holderOf(appeal: Appeal): number {
  return appeal.state === 'received' || !appeal.order ? appeal.centre.id : appeal.order.holder.id;
}

/** The first suggestion, where it is sure enough to be followed with one key. */
function sureSuggestion(
  reference: Reference,
  options: readonly Option[],
  { suggestAtLeast }: Settings,
): CaseRow['suggestion'] {
  const [first] = suggestionsOf(reference, options);
  return first && first.matter.confidence >= suggestAtLeast ? first : null;
}

/** What a line shows beside the appeal itself. `askedAt`: when what waits for a decision was asked for, ms. */
export type RowExtra = {
  readonly title: string | null;
  readonly options: readonly Option[];
  readonly askedAt: number | null;
};

export function rowView(
  reference: Reference,
  staff: Staff,
  loaded: Loaded,
  extra: RowExtra,
  now: number,
): CaseRow {
  const { appeal } = loaded;
  const suggestion = sureSuggestion(reference, extra.options, reference.settingsOf(appeal.beside.rules));
  return {
    number: numberOf(reference, appeal),
    title: redact(extra.title ?? ''),
    kind: appeal.kind,
    channel: appeal.channel,
    urgency: appeal.urgency,
    state: appeal.state,
    orderState: appeal.state === 'dispatched' ? appeal.order.state : null,
    matter: matterName(reference, appeal.matter),
    area: appeal.area === null ? null : unitName(reference, appeal.area),
    holder: unitName(reference, holderOf(appeal)),
    filedAt: iso(appeal.filedAt),
    clock: nextClock(appeal, reference, now),
    urges: appeal.urges,
    dissatisfied: appeal.dissatisfied,
    followUp: appeal.followUp,
    confidential: appeal.confidential,
    ...waiting(reference, appeal, extra.askedAt),
    suggestion,
    unsure: appeal.state === 'received' && suggestion === null,
    abilities: abilities(appeal, staff),
  };
}

/** What it waits for beside its clock. */
function waiting(reference: Reference, appeal: Appeal, askedAt: number | null) {
  const inHand = appeal.state === 'dispatched' ? appeal.order : null;
  const asked = inHand?.beside.asked ?? null;
  return {
    asked:
      asked && askedAt !== null
        ? { what: asked.what, days: asked.days, reviewAt: isoOrNull(asked.reviewAt), since: iso(askedAt) }
        : null,
    reviewAt: isoOrNull(inHand?.beside.reviewAt ?? null),
    owed: (inHand?.beside.coHandlers ?? [])
      .filter(({ reportedAt }) => reportedAt === null)
      .map(({ unit, due }) => ({ unit: unitName(reference, unit.id), due: iso(due) })),
    callBack: appeal.beside.callBack,
  };
}
