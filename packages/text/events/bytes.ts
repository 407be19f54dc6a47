const encoder = new TextEncoder();
const decoder = new TextDecoder();
const FIRST_SIZE = 4096;

/** Writes numbers, texts and lists one after the other, little-endian; `BytesIn` reads them back in the same order. */
export type BytesOut = ReturnType<typeof bytesOut>;
export type BytesIn = ReturnType<typeof bytesIn>;

export function bytesOut() {
  let buffer = new Uint8Array(FIRST_SIZE);
  let view = new DataView(buffer.buffer);
  let length = 0;
  const room = (more: number): number => {
    const at = length;
    length += more;
    if (length > buffer.length) {
      const larger = new Uint8Array(Math.max(length, buffer.length * 2));
      larger.set(buffer);
      buffer = larger;
      view = new DataView(buffer.buffer);
    }
    return at;
  };
  const out = {
    u32(value: number): void {
      const at = room(4);
      view.setUint32(at, value, true);
    },
    f64(value: number): void {
      const at = room(8);
      view.setFloat64(at, value, true);
    },
    bytes(value: Uint8Array): void {
      out.u32(value.length);
      const at = room(value.length);
      buffer.set(value, at);
    },
    text(value: string): void {
      out.bytes(encoder.encode(value));
    },
    optional(value: string | null): void {
      out.u32(value === null ? 0 : 1);
      if (value !== null) out.text(value);
    },
    list<T>(values: Iterable<T>, each: (value: T) => void): void {
      const all = [...values];
      out.u32(all.length);
      for (const value of all) each(value);
    },
    done: (): Uint8Array => buffer.slice(0, length),
  };
  return out;
}

/** The bytes of a typed array as they lie; every machine this runs on is little-endian. */
export const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** @throws RangeError when there is less than is asked for */
export function bytesIn(buffer: Uint8Array) {
  const view = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  let at = 0;
  const next = (size: number): number => {
    const from = at;
    at += size;
    return from;
  };
  const input = {
    u32: (): number => view.getUint32(next(4), true),
    f64: (): number => view.getFloat64(next(8), true),
    /** A copy, so that a typed array over it is aligned. */
    bytes(): Uint8Array<ArrayBuffer> {
      const size = input.u32();
      const from = next(size);
      if (at > buffer.length) throw new RangeError('less bytes than were written');
      return buffer.slice(from, at);
    },
    text: (): string => decoder.decode(input.bytes()),
    optional: (): string | null => (input.u32() === 0 ? null : input.text()),
    list<T>(each: () => T): T[] {
      return Array.from({ length: input.u32() }, each);
    },
  };
  return input;
}
