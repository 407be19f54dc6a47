import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageCrc } from './recordings/ogg.ts';
import { looksRecorded, readRecording } from './recordings/read.ts';
import { tidyFiles } from './tidy-files.ts';
import type { Filed } from '../testing/client.ts';
import { cameraPhoto } from '../testing/photos.ts';
import { oggVoice, phoneVideo, recorded } from '../testing/recordings.ts';
import { createStory, street } from '../testing/story.ts';
import { createTestCity, type TestCity } from '../testing/test-city.ts';

const day = 24 * 3_600_000;
let city: TestCity;
beforeAll(async () => {
  city = await createTestCity();
});
afterAll(() => city.close());

const refused = async (bytes: Buffer) => {
  const { status, body } = await city.citizen.upload(bytes);
  return { status, code: (body as { code?: string }).code };
};
async function taken(bytes: Buffer): Promise<string> {
  const answer = await city.citizen.upload(bytes);
  expect(answer.status).toBe(201);
  return (answer.body as { id: string }).id;
}
const kept = async (id: string) => Buffer.from(await city.services.files.get(id));
const fetched = (filed: Filed, id: string, range?: string) =>
  city.citizen.send('GET', city.citizen.own(filed, `/photos/${id}`), undefined, range ? { range } : {});

describe('what a recording is, its bytes say', () => {
  test.each([
    ['voice.webm', 'voice', 'audio/webm'],
    ['video.webm', 'video', 'video/webm'],
    ['voice.mp4', 'voice', 'audio/mp4'],
    ['video.mp4', 'video', 'video/mp4'],
  ] as const)('%s of a browser', async (name, kind, type) => {
    const found = readRecording(await recorded(name));
    expect(found).toMatchObject({ kind, type });
    expect(found?.seconds).toBeCloseTo(1.5, 1);
  });

  test('a video of a phone, a sound in Ogg', () => {
    expect(readRecording(phoneVideo({ seconds: 7 }))).toEqual({
      kind: 'video',
      type: 'video/mp4',
      seconds: 7,
    });
    expect(readRecording(phoneVideo({ handler: 'soun' }))).toMatchObject({
      kind: 'voice',
      type: 'audio/mp4',
    });
    expect(readRecording(oggVoice())).toEqual({ kind: 'voice', type: 'audio/ogg', seconds: 3 });
  });

  test('a picture in the same container is none', async () => {
    const heif = Buffer.concat([Buffer.from([0, 0, 0, 16]), Buffer.from('ftypheic\0\0\0\0')]);
    expect(looksRecorded(heif)).toBe(false);
    expect(looksRecorded(await cameraPhoto())).toBe(false);
  });

  test('cut short it is none, wherever it is cut', async () => {
    for (const bytes of [phoneVideo(), oggVoice(), await recorded('voice.mp4')])
      for (const share of [0.05, 0.3, 0.6, 0.95])
        expect(readRecording(bytes.subarray(0, Math.floor(bytes.length * share)))).toBeNull();
  });

  test('broken anywhere it is read or not, and never hangs or throws', async () => {
    const whole = [phoneVideo(), oggVoice(), await recorded('video.webm'), await recorded('video.mp4')];
    const change = fc.tuple(fc.nat(4000), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(fc.constantFrom(...whole), fc.array(change, { maxLength: 12 }), (bytes, changes) => {
        const broken = Buffer.from(bytes);
        for (const [at, byte] of changes) broken[at % broken.length] = byte;
        const found = readRecording(broken);
        expect(found?.seconds ?? 1).toBeGreaterThan(0);
      }),
      { numRuns: 400 },
    );
  });
});

describe('what is kept of a recording', () => {
  test('the picture and the sound, and not where it was made', async () => {
    const before = phoneVideo();
    const after = await kept(await taken(before));
    expect(before.includes('MARKER')).toBe(true);
    expect(after.includes('MARKER')).toBe(false);
    expect(after.includes('the picture itself')).toBe(true);
    expect(after.length).toBe(before.length);
    expect(readRecording(Buffer.from(after))).toMatchObject({ kind: 'video', seconds: 5 });
  });

  test('of Ogg, whose page still has the checksum a player asks for', async () => {
    const after = await kept(await taken(oggVoice()));
    expect(after.includes('MARKER')).toBe(false);
    expect(after.includes('the sound itself')).toBe(true);
    const from = after.indexOf('OggS', 1);
    const page = Buffer.from(after.subarray(from, after.indexOf('OggS', from + 1)));
    const crc = page.readUInt32LE(22);
    page.writeUInt32LE(0, 22);
    expect(pageCrc(page)).toBe(crc);
  });

  test('a browser’s is the same to the byte', async () => {
    const voice = await recorded('voice.webm');
    expect((await kept(await taken(voice))).equals(voice)).toBe(true);
  });
});

describe('what is not taken', () => {
  test('what only begins like one', async () => {
    const answer = { status: 400, code: 'recording-unreadable' };
    expect(await refused(Buffer.concat([Buffer.from('OggS'), Buffer.alloc(500)]))).toEqual(answer);
    expect(await refused((await recorded('video.mp4')).subarray(0, 900))).toEqual(answer);
    expect(await refused(Buffer.from('RIFF....WAVEfmt '))).toEqual({ status: 400, code: 'photo-unreadable' });
  });

  test('what is too long: by the settings, and by kind', async () => {
    const { voiceSeconds, videoSeconds } = city.services.reference().settings.recordings;
    const answer = { status: 400, code: 'recording-too-long' };
    expect(await refused(oggVoice({ seconds: voiceSeconds + 2 }))).toEqual(answer);
    expect(await refused(phoneVideo({ seconds: videoSeconds + 2 }))).toEqual(answer);
    expect(await taken(oggVoice({ seconds: voiceSeconds }))).toEqual(expect.any(String));
  });

  test('what is too large', async () => {
    const { megabytes } = city.services.reference().settings.recordings;
    expect(await refused(Buffer.alloc((megabytes + 1) * 1024 * 1024, 7))).toEqual({
      status: 413,
      code: 'recording-too-large',
    });
  });

  test('a recording as proof of before and after', async () => {
    const story = createStory(city);
    const filed = await story.dispatched();
    await story.acknowledge(filed);
    const answer = { outcome: 'solved', text: '已修好。', after: [await taken(oggVoice())] };
    expect(await story.crew(street).handler.command(filed.number, 'answer', answer)).toMatchObject({
      status: 400,
      body: { code: 'photo-unknown' },
    });
  });
});

describe('who hears and sees it', () => {
  test('the citizen and the staff who see the appeal, part by part as a player asks', async () => {
    const voice = await recorded('voice.webm');
    const id = await taken(voice);
    const filed = await city.citizen.file({ photos: [id] });
    const { timeline } = await city.citizen.follow(filed);
    expect(timeline[0]?.photos).toEqual([
      { id, role: 'given', kind: 'voice', seconds: expect.closeTo(1.51, 2) },
    ]);
    const whole = await fetched(filed, id);
    expect(whole).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'audio/webm',
        'accept-ranges': 'bytes',
        'content-length': `${voice.length}`,
      },
    });
    expect(whole.bytes.equals(voice)).toBe(true);
    for (const [range, from, to] of [
      ['bytes=0-99', 0, 99],
      ['bytes=1000-', 1000, voice.length - 1],
      ['bytes=-62', voice.length - 62, voice.length - 1],
      ['bytes=1100-999999', 1100, voice.length - 1],
    ] as const) {
      const part = await fetched(filed, id, range);
      expect(part).toMatchObject({
        status: 206,
        headers: { 'content-range': `bytes ${from}-${to}/${voice.length}` },
      });
      expect(part.bytes.equals(voice.subarray(from, to + 1))).toBe(true);
    }
    expect((await fetched(filed, id, 'bytes=99999-')).status).toBe(416);
    for (const odd of ['bytes=9-1', 'bytes=0-1,5-6', 'pages=1-2'])
      expect((await fetched(filed, id, odd)).status).toBe(200);
    const desk = await city.as('operator').get(`/api/desk/cases/${filed.number}/photos/${id}`);
    expect(desk.bytes.equals(voice)).toBe(true);
  });

  test('nobody else', async () => {
    const id = await taken(await recorded('voice.webm'));
    const [filed, other] = [await city.citizen.file({ photos: [id] }), await city.citizen.file()];
    expect((await fetched(other, id)).status).toBe(404);
    expect((await city.citizen.get(`/api/appeals/${filed.number}/photos/${id}?code=AAAAAAAA`)).status).toBe(
      404,
    );
    expect((await city.citizen.get(`/api/desk/cases/${filed.number}/photos/${id}`)).status).toBe(401);
    expect((await city.as('yl-handler').get(`/api/desk/cases/${filed.number}/photos/${id}`)).status).toBe(
      404,
    );
  });
});

describe('how long it is kept', () => {
  const tidy = async (later: number) => {
    const { services } = city;
    const clock = () => services.clock() + later;
    return tidyFiles({ ...services, clock }, services.database.owner);
  };
  const gone = async (id: string) => (await city.services.files.get(id).catch(() => null)) === null;

  test('what came with no appeal goes after a day, what did stays', async () => {
    const [loose, claimed] = [await taken(await cameraPhoto()), await taken(await cameraPhoto())];
    await city.citizen.file({ photos: [claimed] });
    await tidy(23 * 3_600_000);
    expect(await gone(loose)).toBe(false);
    await tidy(2 * day);
    expect([await gone(loose), await gone(claimed)]).toEqual([true, false]);
    expect(await city.citizen.post('/api/appeals', { photos: [loose] })).toMatchObject({ status: 400 });
  });

  test('a recording goes after its time; that it was there stays told, and the photo stays', async () => {
    const [voice, photo] = [await taken(await recorded('voice.webm')), await taken(await cameraPhoto())];
    const filed = await city.citizen.file({ photos: [voice, photo] });
    const { keepDays } = city.services.reference().settings.recordings;
    await tidy((keepDays - 1) * day);
    expect(await gone(voice)).toBe(false);
    await tidy((keepDays + 1) * day);
    expect([await gone(voice), await gone(photo)]).toEqual([true, false]);
    expect((await fetched(filed, voice)).status).toBe(404);
    const { timeline } = await city.citizen.follow(filed);
    expect(timeline[0]?.photos).toMatchObject([{ kind: 'voice', erased: true }, { kind: 'photo' }]);
  });
});

describe('when and where a photo was taken', () => {
  const send = async (fields: Readonly<Record<string, string>>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('file', new Blob([new Uint8Array(await cameraPhoto())]), 'a.jpg');
    const whole = new Response(form);
    return city.citizen.send('POST', '/api/files', Buffer.from(await whole.arrayBuffer()), {
      'content-type': whole.headers.get('content-type') ?? '',
    });
  };

  test('is told to the staff; the citizen learns when, not where the worker stood', async () => {
    const story = createStory(city);
    const filed = await story.dispatched();
    await story.acknowledge(filed);
    const takenAt = new Date(city.services.clock() - 3_600_000).toISOString();
    const answer = await send({ takenAt, lat: '22.5567', long: '114.0931' });
    const { id } = answer.body as { id: string };
    const { handler, leader } = story.crew(street);
    await handler.must(filed.number, 'answer', { outcome: 'solved', text: '已修好。', after: [id] });
    const seen = (await handler.case(filed.number)).timeline.flatMap(({ photos }) => photos);
    expect(seen).toMatchObject([{ id, role: 'after', lat: 22.5567, long: 114.0931 }]);
    expect(Date.parse(seen[0]?.takenAt ?? '')).toBe(Date.parse(takenAt));
    await leader.must(filed.number, 'review', { approve: true });
    const told = (await city.citizen.follow(filed)).timeline.flatMap(({ photos }) => photos);
    expect(told).toEqual([{ id, role: 'after', kind: 'photo', takenAt: seen[0]?.takenAt }]);
  });

  test('a clock that is far off is not believed, and loses no photo', async () => {
    for (const takenAt of ['2019-01-01T00:00:00Z', '2099-01-01T00:00:00Z']) {
      const { id } = (await send({ takenAt })).body as { id: string };
      const [row] = await city.services.database.owner.query('select taken_at from photo where id = $1', [
        id,
      ]);
      expect(row).toEqual({ taken_at: null });
    }
  });

  test('what is no time or no place is refused', async () => {
    for (const fields of [{ takenAt: 'yesterday' }, { lat: '91', long: '0' }, { lat: 'x', long: '1' }])
      expect(await send(fields)).toMatchObject({ status: 400, body: { code: 'bad-input' } });
  });
});
