import type { Signature } from '../similar/signature.ts';
import { type BytesIn, type BytesOut, bytesIn, bytesOf, bytesOut } from './bytes.ts';
import type { Addition, AlertCause, OpenEvent, Raised } from './open-event.ts';

/**
 * All that one message changed: taken again in the same order, steps lead from a saved state to exactly the one the
 * detector had, whatever has become of the messages' words since.
 */
export type Step = Addition & {
  /** The event it joined or began. */
  readonly number: number;
  readonly tokens: readonly number[];
  readonly alert: Raised | null;
};

const causes: readonly AlertCause[] = ['gathering', 'sensitive', 'rise'];

export function packStep(step: Step): Uint8Array {
  const out = bytesOut();
  out.u32(step.number);
  out.text(step.id);
  out.text(step.time);
  out.optional(step.title);
  out.u32((step.asking ? 1 : 0) | (step.copy ? 2 : 0));
  writeSignature(out, step.text);
  out.list(step.tokens, (token) => out.u32(token));
  writeAlert(out, step.alert);
  return out.done();
}

export function unpackStep(packed: Uint8Array): Step {
  const from = bytesIn(packed);
  const number = from.u32();
  const id = from.text();
  const time = from.text();
  const title = from.optional();
  const flags = from.u32();
  const text = readSignature(from);
  // As they were: 32 bits with a sign.
  const tokens = from.list(() => from.u32() | 0);
  const alert = readAlert(from);
  return { number, id, time, title, asking: (flags & 1) > 0, copy: (flags & 2) > 0, text, tokens, alert };
}

function writeAlert(out: BytesOut, alert: Raised | null): void {
  out.u32(alert ? 1 : 0);
  if (!alert) return;
  out.optional(alert.alertAt);
  out.u32(alert.cause === null ? causes.length : causes.indexOf(alert.cause));
  out.optional(alert.evidence);
  out.f64(alert.score);
}

function readAlert(from: BytesIn): Raised | null {
  if (from.u32() === 0) return null;
  return {
    alertAt: from.optional(),
    cause: causes[from.u32()] ?? null,
    evidence: from.optional(),
    score: from.f64(),
  };
}

export function writeEvent(out: BytesOut, event: OpenEvent): void {
  out.list(event.ids, (id) => out.text(id));
  out.list(event.told, ({ title, text }: { title: string | null; text: Signature }) => {
    out.optional(title);
    writeSignature(out, text);
  });
  out.u32(event.appeals);
  out.u32(event.texts);
  out.u32(event.asking);
  out.text(event.first);
  out.text(event.last);
  out.f64(event.lastAt);
  writeAlert(out, event.alert);
}

export function readEvent(from: BytesIn): OpenEvent {
  return {
    ids: from.list(() => from.text()),
    told: from.list(() => ({ title: from.optional(), text: readSignature(from) })),
    appeals: from.u32(),
    texts: from.u32(),
    asking: from.u32(),
    first: from.text(),
    last: from.text(),
    lastAt: from.f64(),
    alert: readAlert(from),
  };
}

function writeSignature(out: BytesOut, value: Signature): void {
  out.bytes(bytesOf(value.keys));
  out.bytes(bytesOf(value.spots));
  out.u32(value.titleEnd);
  out.f64(value.titleWeight);
  out.f64(value.length);
  out.bytes(value.problems);
  out.bytes(bytesOf(value.shares));
  out.list(value.areas, (area) => out.text(area));
}

function readSignature(from: BytesIn): Signature {
  return {
    keys: new Uint32Array(from.bytes().buffer),
    spots: new Uint16Array(from.bytes().buffer),
    titleEnd: from.u32(),
    titleWeight: from.f64(),
    length: from.f64(),
    problems: from.bytes(),
    shares: new Float32Array(from.bytes().buffer),
    areas: from.list(() => from.text()),
  };
}
