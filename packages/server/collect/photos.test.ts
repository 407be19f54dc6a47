import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../platform/crypto.ts';
import { type Answer, plainFiling, withId } from '../testing/client.ts';
import { cameraPhoto } from '../testing/photos.ts';
import { createStory, street } from '../testing/story.ts';
import { createTestCity, type TestCity } from '../testing/test-city.ts';

let city: TestCity;
beforeAll(async () => {
  city = await createTestCity();
});
afterAll(() => city.close());

async function taken(bytes: Buffer): Promise<{ id: string; kept: Buffer }> {
  const answer = await city.citizen.upload(bytes);
  expect(answer.status).toBe(201);
  const { id } = answer.body as { id: string };
  return { id, kept: Buffer.from(await city.services.files.get(id)) };
}
const pixel = async (bytes: Buffer, left: number, top: number) => [
  ...(await sharp(bytes).removeAlpha().extract({ left, top, width: 1, height: 1 }).raw().toBuffer()),
];
const [red, blue] = [
  (rgb: readonly number[]) => rgb[0]! > 200 && rgb[2]! < 60,
  (rgb: readonly number[]) => rgb[2]! > 200 && rgb[0]! < 60,
];

describe('what is kept of a photo', () => {
  test('nothing but the picture: no position, no camera, no hidden words', async () => {
    const photo = await cameraPhoto();
    expect((await sharp(photo).metadata()).exif?.toString('latin1')).toContain('MARKER-EXIF');
    const { kept } = await taken(photo);
    const { format, exif, xmp, iptc, icc } = await sharp(kept).metadata();
    expect({ format, exif, xmp, iptc, icc }).toEqual({ format: 'webp' });
    for (const marker of ['MARKER', 'Exif', 'GPS']) expect(kept.includes(marker)).toBe(false);
  });

  test('what was appended to the file is gone', async () => {
    const { kept } = await taken(
      Buffer.concat([await cameraPhoto(), Buffer.from('MARKER-APPENDED<script>alert(1)</script>')]),
    );
    expect(kept.includes('MARKER-APPENDED')).toBe(false);
  });

  test('a photo lying on its side is turned upright', async () => {
    const { kept } = await taken(await cameraPhoto({ width: 640, height: 480, orientation: 6 }));
    expect(await sharp(kept).metadata()).toMatchObject({ width: 480, height: 640 });
    expect(red(await pixel(kept, 240, 20))).toBe(true);
    expect(blue(await pixel(kept, 240, 620))).toBe(true);
  });

  test('a large one is made smaller, a small one stays', async () => {
    const large = await taken(await cameraPhoto({ width: 4000, height: 3000 }));
    expect(await sharp(large.kept).metadata()).toMatchObject({ width: 1920, height: 1440 });
    const small = await taken(await cameraPhoto({ width: 64, height: 48 }));
    expect(await sharp(small.kept).metadata()).toMatchObject({ width: 64, height: 48 });
  });

  test.each(['png', 'webp', 'gif', 'avif'] as const)('%s is read as well', async (format) => {
    const { kept } = await taken(
      await sharp(await cameraPhoto())
        .toFormat(format)
        .toBuffer(),
    );
    expect((await sharp(kept).metadata()).format).toBe('webp');
    expect(red(await pixel(kept, 20, 240))).toBe(true);
  });

  test('its size and digest are written down', async () => {
    const { id, kept } = await taken(await cameraPhoto());
    const [row] = await city.services.database.owner.query(
      'select bytes, width, height, sha256, appeal from photo where id = $1',
      [id],
    );
    expect(row).toEqual({ bytes: kept.length, width: 640, height: 480, sha256: sha256(kept), appeal: null });
  });
});

describe('whose a photo is', () => {
  const refused = { status: 400, body: { code: 'photo-unknown' } };
  const filing = (photos: readonly string[], id?: string) =>
    city.citizen.post('/api/appeals', withId({ ...plainFiling, photos }, id));

  test('of one appeal: no other can take it', async () => {
    const { id } = await taken(await cameraPhoto());
    expect((await filing([id])).status).toBe(201);
    expect(await filing([id])).toMatchObject(refused);
    const story = createStory(city);
    const filed = await story.dispatched();
    await story.acknowledge(filed);
    expect(await city.citizen.does(filed, 'supplement', { text: '补充照片。', photos: [id] })).toMatchObject(
      refused,
    );
    expect(
      await story
        .crew(street)
        .handler.command(filed.number, 'answer', { outcome: 'solved', text: '已修好。', after: [id] }),
    ).toMatchObject(refused);
  });

  test('sent again with its filing it is still the same filing', async () => {
    const [{ id }, request] = [await taken(await cameraPhoto()), randomUUID()];
    const first = await filing([id], request);
    expect((await filing([id], request)).body).toEqual(first.body);
  });

  test('sent twice at the same moment with a supplement, it is one supplement', async () => {
    for (let round = 0; round < 8; round += 1) {
      const [filed, { id }, request] = [
        await city.citizen.file(),
        await taken(await cameraPhoto({ width: 40, height: 30 })),
        randomUUID(),
      ];
      const send = (): Promise<Answer> =>
        city.citizen.does(filed, 'supplement', { text: '补充照片。', photos: [id] }, request);
      const answers = await Promise.all([send(), send(), send()]);
      expect(answers.map(({ status, body }) => ({ status, body }))).toEqual(
        Array.from({ length: 3 }, () => ({ status: 200, body: answers[0]?.body })),
      );
    }
  });

  test('the citizen and those who see the appeal fetch the picture itself', async () => {
    const { id, kept } = await taken(await cameraPhoto());
    const filed = (await filing([id])).body as { number: string; queryCode: string };
    const answer = await city.citizen.get(city.citizen.own(filed, `/photos/${id}`));
    expect(answer.headers).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'private, max-age=86400',
      'x-content-type-options': 'nosniff',
    });
    expect(answer.bytes.equals(kept)).toBe(true);
    expect(
      (await city.as('operator').get(`/api/desk/cases/${filed.number}/photos/${id}`)).bytes.equals(kept),
    ).toBe(true);
    expect((await city.as('yl-handler').get(`/api/desk/cases/${filed.number}/photos/${id}`)).status).toBe(
      404,
    );
    expect((await city.citizen.get(`/api/appeals/${filed.number}/photos/${id}?code=AAAAAAAA`)).status).toBe(
      404,
    );
    expect((await city.citizen.get(`/api/desk/cases/${filed.number}/photos/${id}`)).status).toBe(401);
  });
});
