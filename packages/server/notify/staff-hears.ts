import type { AppealEvent } from '@suban/domain/events.ts';
import type { About } from '../appeal/canonical.ts';

/**
 * The groups of people a notice is for. `handling`: receivers and leaders of a unit; `crew`: its handlers too; `centre`:
 * the dispatchers of the appeal's centre; `alerts`: who judges alerts. The others sit apart from the units they watch (`messenger.ts`).
 */
export type Audience =
  | 'handling'
  | 'crew'
  | 'centre'
  | 'arbitration'
  | 'call-back'
  | 'supervision'
  | 'alerts';

/**
 * A notice to one audience. `unit`: whose people, or, of those who sit apart, the unit it is about; null where it has
 * none. A centre's unit is the appeal's own centre. `detail`: what the page words it by, e.g. `finish:red`.
 */
export type Hearing = { readonly audience: Audience; readonly unit: number | null; readonly detail?: string };

type Met = Pick<About, 'unit' | 'holder'> | null;
type Of<T extends AppealEvent['type']> = Extract<AppealEvent, { type: T }>;

/** Whom of the staff an event is told. Queues show what is to be done; a notice is for what changes it or is late. */
export function staffHear(event: AppealEvent, about: Met): Hearing[] {
  const lead = about?.unit ?? null;
  switch (event.type) {
    case 'light-raised':
      return light(event, about);
    case 'chased':
      return chased(event, about);
    case 'urged':
      return toAll([lead, about?.holder]);
    case 'follow-up-opened':
    case 'circular-issued':
      return [...pursued(event, lead), ...watched(event)];
    case 'follow-up-closed':
    case 'reported':
      return toAll([lead]);
    case 'resumed':
    case 'extended':
    case 'put-on-ledger':
    case 'terminated':
      return toAll([lead, about?.holder]);
    case 'applied':
    case 'application-refused':
    case 'closed':
      return applications(event, lead);
    case 'joined':
      return [{ audience: 'crew', unit: event.data.unit.id }];
    case 'call-back-planned':
      return [{ audience: 'call-back', unit: lead, detail: event.data.cause }];
    case 'promise-due':
      return toAll([event.data.unit]);
    case 'arbitration-called':
      return [...toAll([lead], event.data.cause), arbitration(lead, event.data.cause)];
    case 'send-back-asked':
      return event.data.arbitration ? [arbitration(lead, 'sent-back')] : [];
    case 'referred':
      // 疑似紧急要报值班室 (北京条例 29).
      return event.data.reason === 'emergency'
        ? [{ audience: 'supervision', unit: null, detail: 'emergency' }]
        : [];
    case 'exclusion-asked':
      return [{ audience: 'supervision', unit: event.data.unit }];
    case 'exclusion-granted':
    case 'exclusion-refused':
    case 'exclusion-revoked':
      return toAll([event.data.unit]);
    case 'backstop-named':
      return toAll([event.data.unit.id]);
    default:
      return [];
  }
}

const arbitration = (unit: number | null, detail: string): Hearing => ({
  audience: 'arbitration',
  unit,
  detail,
});

/** To receivers and leaders of each of these units, once. */
function toAll(units: readonly (number | null | undefined)[], detail?: string): Hearing[] {
  const named = new Set(units.filter((unit) => unit != null));
  return [...named].map((unit) => ({ audience: 'handling', unit, ...(detail ? { detail } : {}) }));
}

/** 预警: every red light, and of the yellow ones that of the answer, for which there is still time. */
function light({ data }: Of<'light-raised'>, about: Met): Hearing[] {
  const detail = `${data.clock}:${data.light}`;
  if (data.light === 'yellow' && data.clock !== 'finish') return [];
  return data.clock === 'dispatch'
    ? [{ audience: 'centre', unit: data.unit, detail }]
    : toAll([data.unit, about?.holder], detail);
}

/** 催办: a centre that does not dispatch, a co-handler that does not report, a unit that does not answer. */
function chased({ data }: Of<'chased'>, about: Met): Hearing[] {
  const { clock: detail, unit } = data;
  if (detail === 'dispatch') return [{ audience: 'centre', unit, detail }];
  if (detail === 'co-handle') return [{ audience: 'crew', unit, detail }, ...toAll([about?.unit], detail)];
  return toAll([unit, about?.holder], detail);
}

/** 督办、通报. What is late and with nobody is late with its centre. */
function pursued({ data }: Of<'follow-up-opened'> | Of<'circular-issued'>, lead: number | null): Hearing[] {
  const { cause: detail, unit } = data;
  if (detail === 'overdue' && lead === null) return [{ audience: 'centre', unit, detail }];
  return toAll([unit], detail);
}

/** Supervision hears of what the system opened; what a supervisor opened they know. */
function watched({ data }: Of<'follow-up-opened'> | Of<'circular-issued'>): Hearing[] {
  return data.cause === 'supervisor'
    ? []
    : [{ audience: 'supervision', unit: data.unit, detail: data.cause }];
}

/** 申请: to who decides it, and what was decided to who asked. A closure with reasons is supervision's to decide. */
function applications(
  event: Of<'applied'> | Of<'application-refused'> | Of<'closed'>,
  lead: number | null,
): Hearing[] {
  if (event.type === 'closed') return event.data.how === 'reasoned' ? toAll([lead]) : [];
  if (event.type === 'application-refused') return toAll([lead], event.data.what);
  const { what } = event.data.application;
  return what === 'closure'
    ? [{ audience: 'supervision', unit: lead, detail: what }]
    : [{ audience: 'centre', unit: null, detail: what }];
}
