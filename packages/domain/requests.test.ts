import { describe, expect, test } from 'vitest';
import { fileRequest, recordRequest } from './collect/requests.ts';
import { commandRequests } from './commands.ts';

const requestId = '018f4e2a-7c31-4b6e-9d55-2f1f0a3b4c5d';
const photo = '018f4e2a-7c31-4b6e-9d55-2f1f0a3b4c5e';
const text = '请核实处理。';
const contact = { phone: '13800000000' };
const stars = { speed: 5, effect: 4, service: 3, feedback: 1 };
const tooLong = '长'.repeat(4001);
const schemas = { file: fileRequest, record: recordRequest, ...commandRequests };
type Name = keyof typeof schemas;
type Fields = Readonly<Record<string, unknown>>;
/** `bad`: what is wrong, the fields that differ from the first good ones (undefined: left out), the field it is told of. */
type Table = {
  readonly good: readonly Fields[];
  readonly bad: readonly (readonly [string, Fields, string])[];
};

const wordsOf = (field: string): Table['bad'] => [
  ['too long', { [field]: tooLong }, field],
  ['empty', { [field]: '' }, field],
  ['blank', { [field]: ' \n\u3000' }, field],
  ['a number', { [field]: 7 }, field],
  ['null', { [field]: null }, field],
  ['with NUL, which the database cannot hold', { [field]: '灯\0灭' }, field],
];
const missing = (...fields: string[]): Table['bad'] =>
  fields.map((field) => ['missing', { [field]: undefined }, field] as const);
const unitOf = (field: string): Table['bad'] => [
  ['zero', { [field]: 0 }, field],
  ['negative', { [field]: -1 }, field],
  ['broken', { [field]: 1.5 }, field],
  ['a name', { [field]: '园岭街道' }, field],
  ['too big to be exact', { [field]: 2 ** 53 }, field],
];
const photosOf = (field: string): Table['bad'] => [
  ['ten photos', { [field]: Array.from({ length: 10 }, () => photo) }, field],
  ['no photo’s id', { [field]: ['IMG_001.jpg'] }, `${field}.0`],
  ['not a list', { [field]: photo }, field],
];

const filing: Table = {
  good: [
    { text, contact },
    {
      text,
      title: '路灯',
      kind: 'help',
      contact: { name: '王女士', phone: '+86 755-8200 0000' },
      photos: [photo],
      place: { address: '园中路8号', lat: 22.54, long: 114.06 },
      confidential: true,
    },
    { text, contact, place: {} },
  ],
  bad: [
    ...missing('text', 'contact'),
    ...wordsOf('text'),
    ...wordsOf('title'),
    ...photosOf('photos'),
    ['no such kind', { kind: '咨询' }, 'kind'],
    ['no phone', { contact: { name: '王女士' } }, 'contact.phone'],
    ['words for a phone', { contact: { phone: '打我电话' } }, 'contact.phone'],
    ['a phone too short', { contact: { phone: '110' } }, 'contact.phone'],
    ['a phone too long', { contact: { phone: '1'.repeat(21) } }, 'contact.phone'],
    ['a name too long', { contact: { ...contact, name: '王'.repeat(51) } }, 'contact.name'],
    ['unknown in contact', { contact: { ...contact, idCard: '1' } }, 'contact'],
    ['beyond the pole', { place: { lat: 90.1, long: 0 } }, 'place.lat'],
    ['beyond the date line', { place: { lat: 0, long: -180.1 } }, 'place.long'],
    ['a latitude in words', { place: { lat: '22.5', long: 114 } }, 'place.lat'],
    ['not a number', { place: { lat: Number.NaN, long: 114 } }, 'place.lat'],
    ['an address too long', { place: { address: '长'.repeat(201) } }, 'place.address'],
    ['unknown in place', { place: { city: '深圳' } }, 'place'],
    ['a word for yes', { confidential: 'yes' }, 'confidential'],
  ],
};

const evaluation: Table = {
  good: [
    { solved: true, stars },
    { solved: false, stars, text },
    { solved: true, stars, contacted: 'unsure' },
  ],
  bad: [
    ...missing('solved', 'stars'),
    ...wordsOf('text'),
    ['a word for yes', { solved: 'true' }, 'solved'],
    ['contact half remembered', { contacted: 'maybe' }, 'contacted'],
    ['six stars', { stars: { ...stars, speed: 6 } }, 'stars.speed'],
    ['no star', { stars: { ...stars, effect: 0 } }, 'stars.effect'],
    ['half a star', { stars: { ...stars, service: 4.5 } }, 'stars.service'],
    ['a dimension left out', { stars: { speed: 5, effect: 5, service: 5 } }, 'stars.feedback'],
    ['a dimension of one’s own', { stars: { ...stars, price: 1 } }, 'stars'],
  ],
};

/** Words that must be said, and no more. */
const spoken: Table = { good: [{ text }], bad: [...missing('text'), ...wordsOf('text')] };
const withPhotos: Table = {
  good: [{ text }, { text, photos: [photo] }],
  bad: [...missing('text'), ...wordsOf('text'), ...photosOf('photos')],
};

const tables: Readonly<Record<Name, Table>> = {
  file: filing,
  record: {
    good: filing.good.flatMap((fields) => [
      { ...fields, channel: 'hotline' },
      { ...fields, channel: 'grid-worker', urgency: 'urgent', accused: 20 },
    ]),
    bad: [
      ...filing.bad,
      ...missing('channel'),
      ...unitOf('accused'),
      ['a channel citizens use themselves', { channel: 'web' }, 'channel'],
      ['no such urgency', { urgency: 'high' }, 'urgency'],
    ],
  },
  supplement: withPhotos,
  withdraw: { good: [{}, { text }], bad: wordsOf('text') },
  urge: { good: [{}, { text }], bad: wordsOf('text') },
  classify: {
    good: [{ matter: 'street-lamp' }, { matter: 'street-lamp', kind: 'tip-off', urgency: 'urgent' }],
    bad: [
      ...missing('matter'),
      ['a number', { matter: 7 }, 'matter'],
      ['too long', { matter: '1'.repeat(21) }, 'matter'],
      ['no such kind', { kind: 'rant' }, 'kind'],
      ['no such urgency', { urgency: 'high' }, 'urgency'],
    ],
  },
  'answer-at-once': spoken,
  refer: {
    good: [{ reason: 'legal-route', text, route: text }],
    bad: [
      ...missing('reason', 'text', 'route'),
      ...wordsOf('text'),
      ...wordsOf('route'),
      ['no such reason', { reason: 'too-hard' }, 'reason'],
    ],
  },
  dispatch: {
    good: [{ unit: 20 }, { unit: 20, matter: 'street-lamp', note: text }],
    bad: [
      ...missing('unit'),
      ...unitOf('unit'),
      ...wordsOf('note'),
      ['too long', { matter: '1'.repeat(21) }, 'matter'],
    ],
  },
  'decide-send-back': {
    good: [
      { uphold: true, text },
      { uphold: false, text },
    ],
    bad: [...missing('uphold', 'text'), ...wordsOf('text'), ['a word for yes', { uphold: 'yes' }, 'uphold']],
  },
  designate: {
    good: [{ unit: 4, text }],
    bad: [...missing('unit', 'text'), ...unitOf('unit'), ...wordsOf('text')],
  },
  acknowledge: { good: [{}], bad: [] },
  'send-back': {
    good: [{ legalBasis: text, text, suggestedUnit: 4 }],
    bad: [
      ...missing('legalBasis', 'text', 'suggestedUnit'),
      ...wordsOf('legalBasis'),
      ...wordsOf('text'),
      ...unitOf('suggestedUnit'),
    ],
  },
  contact: {
    good: [{ method: 'phone', reached: false, text }],
    bad: [
      ...missing('method', 'reached', 'text'),
      ...wordsOf('text'),
      ['no such method', { method: 'pigeon' }, 'method'],
      ['a word for yes', { reached: 'yes' }, 'reached'],
    ],
  },
  'sub-assign': {
    good: [{ unit: 21 }, { unit: 21, text }],
    bad: [...missing('unit'), ...unitOf('unit'), ...wordsOf('text')],
  },
  answer: {
    good: [
      { outcome: 'solved', text },
      {
        outcome: 'cannot-now',
        text,
        legalBasis: text,
        promisedAt: '2026-04-01T09:00:00+08:00',
        before: [photo],
        after: [photo],
        site: '园中路8号',
      },
    ],
    bad: [
      ...missing('outcome', 'text'),
      ...wordsOf('text'),
      ...wordsOf('legalBasis'),
      ...wordsOf('site'),
      ...photosOf('before'),
      ...photosOf('after'),
      ['no such outcome', { outcome: 'done' }, 'outcome'],
      ['a day without time', { promisedAt: '2026-04-01' }, 'promisedAt'],
      ['a time without zone', { promisedAt: '2026-04-01T09:00:00' }, 'promisedAt'],
      ['no such day', { promisedAt: '2026-02-30T09:00:00Z' }, 'promisedAt'],
    ],
  },
  review: {
    good: [{ approve: true }, { approve: false, text }],
    bad: [
      ...missing('approve'),
      ['returned without findings', { approve: false }, 'text'],
      ['approved with findings', { approve: true, text }, ''],
      ['returned with too long findings', { approve: false, text: tooLong }, 'text'],
      ['a word for yes', { approve: 'true' }, 'approve'],
    ],
  },
  evaluate: evaluation,
  conceal: { good: [{}], bad: [] },
  contest: spoken,
  merge: {
    good: [{ into: '260302-00000002-0' }, { into: '260302-00000002-0', text }],
    bad: [
      ...missing('into'),
      ...wordsOf('text'),
      ['a number too long', { into: '1'.repeat(41) }, 'into'],
      ['a key', { into: 2 }, 'into'],
    ],
  },
  split: spoken,
  'share-answer': {
    good: [{ unit: 4, text }],
    bad: [...missing('unit', 'text'), ...unitOf('unit'), ...wordsOf('text')],
  },
  'dispatch-automatically': {
    good: [{ unit: 4, matter: '010101', confidence: 0.93 }],
    bad: [
      ...missing('unit', 'matter', 'confidence'),
      ...unitOf('unit'),
      ['more than sure', { confidence: 1.01 }, 'confidence'],
      ['a matter too long', { matter: '1'.repeat(21) }, 'matter'],
    ],
  },
  'count-follower': {
    good: [{ by: 1 }, { by: -1 }],
    bad: [
      ...missing('by'),
      ['nobody', { by: 0 }, 'by'],
      ['two', { by: 2 }, 'by'],
      ['words', { by: '1' }, 'by'],
    ],
  },
  'merge-claimed': {
    good: [
      { into: '260302-00000002-0', chance: 0 },
      { into: '260302-00000002-0', chance: 1 },
    ],
    bad: [
      ...missing('into', 'chance'),
      ['a chance beyond certainty', { chance: 1.1 }, 'chance'],
      ['a chance below none', { chance: -0.1 }, 'chance'],
      ['a number too long', { into: '1'.repeat(41) }, 'into'],
    ],
  },
  'note-repeat': {
    good: [{ of: '260302-00000002-0' }],
    bad: [...missing('of'), ['a key', { of: 2 }, 'of']],
  },
  'note-recurred': {
    good: [{ by: '260302-00000002-0' }],
    bad: [...missing('by'), ['a key', { by: 2 }, 'by']],
  },
  apply: {
    good: [
      { what: 'extension', days: 5, text },
      { what: 'ledger', reviewAt: '2026-04-01T09:00:00+08:00', text },
      { what: 'termination', text },
      { what: 'closure', text },
    ],
    bad: [
      ...missing('what', 'days', 'text'),
      ...wordsOf('text'),
      ['no such application', { what: 'holiday' }, 'what'],
      ['no day', { days: 0 }, 'days'],
      ['half a day', { days: 0.5 }, 'days'],
      ['61 days', { days: 61 }, 'days'],
      ['a review date for an extension', { reviewAt: '2026-04-01T09:00:00+08:00' }, ''],
    ],
  },
  'decide-application': {
    good: [
      { grant: true, text },
      { grant: false, text },
    ],
    bad: [...missing('grant', 'text'), ...wordsOf('text'), ['a word for yes', { grant: 'yes' }, 'grant']],
  },
  resume: spoken,
  invite: {
    good: [{ unit: 4, text }],
    bad: [...missing('unit', 'text'), ...unitOf('unit'), ...wordsOf('text')],
  },
  report: withPhotos,
  recuse: spoken,
  'report-promise': {
    good: [
      { kept: true, text },
      { kept: false, text, photos: [photo] },
    ],
    bad: [
      ...missing('kept', 'text'),
      ...wordsOf('text'),
      ...photosOf('photos'),
      ['a word for yes', { kept: 'yes' }, 'kept'],
    ],
  },
  check: {
    good: [
      { reached: true, solved: false, text },
      { reached: false, text },
      { reached: true, contacted: 'no', text },
    ],
    bad: [
      ...missing('reached', 'text'),
      ...wordsOf('text'),
      ['a word for yes', { reached: 'yes' }, 'reached'],
      ['a word for no', { solved: 'no' }, 'solved'],
      ['contact in words', { contacted: true }, 'contacted'],
    ],
  },
  'open-follow-up': {
    good: [{ text }, { text, level: 'summons' }],
    bad: [...missing('text'), ...wordsOf('text'), ['no such level', { level: 'arrest' }, 'level']],
  },
  'close-follow-up': spoken,
  'issue-circular': spoken,
  'ask-exclusion': {
    good: [{ reason: 'not-duty', text }],
    bad: [
      ...missing('reason', 'text'),
      ...wordsOf('text'),
      ['a reason of one’s own', { reason: 'too hard' }, 'reason'],
      ['photos that are none', { photos: ['x'] }, 'photos.0'],
    ],
  },
  'decide-exclusion': {
    good: [
      { grant: true, text },
      { grant: false, text },
    ],
    bad: [...missing('grant', 'text'), ...wordsOf('text'), ['yes in words', { grant: 'yes' }, 'grant']],
  },
  'revoke-exclusion': spoken,
  tick: { good: [{}], bad: [] },
  recompute: { good: [{}], bad: [] },
};

/** Every request is asked for these too. */
const always: Table['bad'] = [
  ...missing('requestId'),
  ['no UUID', { requestId: '1' }, 'requestId'],
  ['unknown', { actor: 'mayor' }, ''],
];

const names = Object.keys(schemas) as Name[];
test('every request has a table', () => {
  expect(Object.keys(tables).sort()).toEqual([...names].sort());
});

describe.each(names)('%s', (name) => {
  const schema = schemas[name];
  const { good, bad } = tables[name];

  test.each(good)('takes %j', (fields) => {
    expect(schema.parse({ requestId, ...fields })).toMatchObject({ requestId, ...fields });
  });

  test.each([...bad, ...always])('refuses %s: %j', (_, fields, path) => {
    const input = Object.fromEntries(
      Object.entries({ requestId, ...good[0], ...fields }).filter(([, value]) => value !== undefined),
    );
    const result = schema.safeParse(input);
    expect([...new Set(result.error?.issues.map((issue) => issue.path.join('.')))]).toEqual([path]);
  });

  test.each([null, undefined, 'text', 7, true, []])('refuses %j for a whole', (input) => {
    expect(schema.safeParse(input).success).toBe(false);
  });
});

test('blanks around words are dropped, and length is counted in characters as people see them', () => {
  expect(commandRequests.urge.parse({ requestId, text: '  快一点 \n' }).text).toBe('快一点');
  expect(commandRequests.urge.safeParse({ requestId, text: '𠮷'.repeat(4000) }).success).toBe(true);
  expect(commandRequests.urge.safeParse({ requestId, text: '𠮷'.repeat(4001) }).success).toBe(false);
});

test('what is left out has its default', () => {
  expect(fileRequest.parse({ requestId, text, contact })).toMatchObject({ photos: [], confidential: false });
  expect(recordRequest.parse({ requestId, text, contact, channel: 'letter' }).urgency).toBe('ordinary');
  expect(commandRequests['open-follow-up'].parse({ requestId, text }).level).toBe('ordinary');
});
