import { type Box, isTiled } from './reading.ts';

const box = (table: readonly Box[], type: string) => table.find((each) => each.type === type);

/** Overwrites with nothing all data of a track, found by its sample table (`stbl`). @throws Unreadable */
export function blankSamples(bytes: Buffer, table: readonly Box[]): void {
  const [sizes, runs, offsets] = [
    box(table, 'stsz'),
    box(table, 'stsc'),
    box(table, 'stco') ?? box(table, 'co64'),
  ];
  if (!sizes || !runs || !offsets) return;
  const wide = offsets.type === 'co64' ? 8 : 4;
  const chunks = bytes.readUInt32BE(offsets.body + 4);
  const runCount = bytes.readUInt32BE(runs.body + 4);
  isTiled(offsets.body + 8 + chunks * wide <= offsets.end);
  isTiled(runs.body + 8 + runCount * 12 <= runs.end);
  const firstChunk = (run: number) => bytes.readUInt32BE(runs.body + 8 + run * 12);
  const perChunk = (run: number) => bytes.readUInt32BE(runs.body + 12 + run * 12);
  const lengthOf = sampleLengths(bytes, sizes);
  let [run, sample] = [0, 0];
  for (let chunk = 0; chunk < chunks && runCount > 0; chunk += 1) {
    while (run + 1 < runCount && firstChunk(run + 1) <= chunk + 1) run += 1;
    const at = offsets.body + 8 + chunk * wide;
    const from = wide === 8 ? Number(bytes.readBigUInt64BE(at)) : bytes.readUInt32BE(at);
    const to = from + lengthOf(sample, perChunk(run));
    isTiled(to <= bytes.length);
    bytes.fill(0, from, to);
    sample += perChunk(run);
  }
}

/** @returns the bytes that so many samples from one on take */
function sampleLengths(bytes: Buffer, { body, end }: Box): (first: number, count: number) => number {
  const same = bytes.readUInt32BE(body + 4);
  const all = bytes.readUInt32BE(body + 8);
  if (same > 0) return (_, count) => same * count;
  isTiled(body + 12 + all * 4 <= end);
  return (first, count) => {
    isTiled(first + count <= all);
    let length = 0;
    for (let sample = first; sample < first + count; sample += 1)
      length += bytes.readUInt32BE(body + 12 + sample * 4);
    return length;
  };
}
