import type { Tx } from '../platform/database.ts';

export type Mark = { form: number; position: number; steps: number };

export async function readMark(tx: Tx): Promise<Mark | null> {
  const [mark] = await tx.query<Mark>('select form, position, steps from hot_detector', [], 'detector-mark');
  return mark ?? null;
}

export async function saveMark(tx: Tx, { form, position, steps }: Mark): Promise<void> {
  await tx.query(
    `insert into hot_detector (form, position, steps) values ($1, $2, $3)
     on conflict (one) do update set form = excluded.form, position = excluded.position, steps = excluded.steps`,
    [form, position, steps],
    'detector-save-mark',
  );
}

export async function addSteps(
  tx: Tx,
  steps: readonly { readonly position: number; readonly body: Uint8Array }[],
): Promise<void> {
  if (steps.length === 0) return;
  await tx.query(
    'insert into hot_detector_step (position, body) select * from unnest($1::int8[], $2::bytea[])',
    [steps.map(({ position }) => position), steps.map(({ body }) => Buffer.from(body))],
    'detector-steps',
  );
}

/** Steps in their order, a page at a time. */
export function stepsAfter(
  tx: Tx,
  position: number,
  limit: number,
): Promise<{ position: number; body: Buffer }[]> {
  return tx.query<{ position: number; body: Buffer }>(
    'select position, body from hot_detector_step where position > $1 order by position limit $2',
    [position, limit],
    'detector-steps-after',
  );
}

/** The largest a part is, in bytes: what PostgreSQL can hold in one value is a thousand times as much. */
const partSize = 2 ** 20;

export async function clearPicture(tx: Tx): Promise<void> {
  await tx.query('delete from hot_detector_part', [], 'detector-parts-clear');
  await tx.query('delete from hot_detector_step', [], 'detector-steps-clear');
}

/** Saves the whole state, in the place of what was there and the steps since. */
export async function savePicture(tx: Tx, bytes: Uint8Array): Promise<void> {
  await clearPicture(tx);
  for (let part = 0; part * partSize < bytes.length; part += 1)
    await tx.query(
      'insert into hot_detector_part (part, body) values ($1, $2)',
      [part, Buffer.from(bytes.subarray(part * partSize, (part + 1) * partSize))],
      'detector-part',
    );
}

export async function readPicture(tx: Tx): Promise<Uint8Array | null> {
  const rows = await tx.query<{ body: Buffer }>(
    'select body from hot_detector_part order by part',
    [],
    'detector-parts',
  );
  return rows.length === 0 ? null : new Uint8Array(Buffer.concat(rows.map(({ body }) => body)));
}
