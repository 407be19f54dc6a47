import type { Filed } from './filed.ts';

/** Of the form below; another begins with another number, so that what an older release wrote is known for it. */
const VERSION = 1;

/**
 * A filed appeal as bytes, about 0.6 KB: small endian, its keys as steps between them. The districts that a title names
 * by a code of the training texts are left out; an appeal has its area.
 */
export function pack({ signature, places, area }: Filed): Uint8Array {
  const { keys, spots, problems, shares } = signature;
  const names = places.length + places.reduce((sum, keysOf) => sum + keysOf.length, 0);
  const bytes = new DataView(new ArrayBuffer(32 + 7 * keys.length + 5 * problems.length + 5 * names));
  let at = 0;
  const byte = (value: number) => bytes.setUint8(at++, value);
  const whole = (value: number) => {
    let rest = value;
    for (; rest > 0x7f; rest >>>= 7) byte((rest & 0x7f) | 0x80);
    byte(rest);
  };
  const real = (value: number) => {
    bytes.setFloat32(at, value, true);
    at += 4;
  };
  byte(VERSION);
  whole(area);
  whole(signature.titleEnd);
  real(signature.titleWeight);
  real(signature.length);
  whole(keys.length);
  let last = 0;
  keys.forEach((key, index) => {
    whole(key - last);
    last = key;
    bytes.setUint16(at, spots[index] ?? 0, true);
    at += 2;
  });
  byte(problems.length);
  problems.forEach((problem, index) => {
    byte(problem);
    real(shares[index] ?? 0);
  });
  byte(places.length);
  for (const keysOf of places) {
    byte(keysOf.length);
    for (const key of keysOf) whole(key);
  }
  return new Uint8Array(bytes.buffer, 0, at);
}

/** The appeal again; null where another release packed it. */
export function unpack(packed: Uint8Array): Filed | null {
  const bytes = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  let at = 0;
  const byte = () => bytes.getUint8(at++);
  const whole = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const next = byte();
      value |= (next & 0x7f) << shift;
      if (next <= 0x7f) return value;
    }
  };
  const real = () => {
    at += 4;
    return bytes.getFloat32(at - 4, true);
  };
  if (byte() !== VERSION) return null;
  const area = whole();
  const titleEnd = whole();
  const titleWeight = real();
  const length = real();
  const keys = new Uint32Array(whole());
  const spots = new Uint16Array(keys.length);
  let last = 0;
  for (let index = 0; index < keys.length; index++) {
    last += whole();
    keys[index] = last;
    spots[index] = bytes.getUint16(at, true);
    at += 2;
  }
  const problems = new Uint8Array(byte());
  const shares = new Float32Array(problems.length);
  for (let index = 0; index < problems.length; index++) {
    problems[index] = byte();
    shares[index] = real();
  }
  const places = Array.from({ length: byte() }, () => Array.from({ length: byte() }, whole));
  const signature = { keys, spots, titleEnd, titleWeight, length, problems, shares, areas: [] };
  return { signature, places, area };
}
