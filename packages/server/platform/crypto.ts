import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/**
 * All cryptography in one place, so that a certified module can stand here instead. One master secret; each use has a
 * key of its own, so that no ciphertext or code of one kind helps with another.
 */
export type Crypto = ReturnType<typeof createCrypto>;

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const ivBytes = 12;
const tagBytes = 16;
/** First byte of every ciphertext: which key sealed it. */
const keyVersion = 1;

const drawAtOnce = 4096;
let drawn = { bytes: Buffer.alloc(0), used: 0 };

/** Random bytes, drawn many at a time: asking for them costs far more than the bytes. Each is given out once. */
export function drawBytes(length: number): Buffer {
  if (drawn.used + length > drawn.bytes.length)
    drawn = { bytes: randomBytes(Math.max(drawAtOnce, length)), used: 0 };
  drawn.used += length;
  return drawn.bytes.subarray(drawn.used - length, drawn.used);
}

/** @param secret 32 bytes as 64 hex digits */
export function createCrypto(secret: string) {
  const derived = (use: string) =>
    Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'hex'), '', `suban ${use}`, 32));
  // As key objects: made once, where a buffer is made into one anew at each use, which costs more than the use.
  const key = (use: string): KeyObject => createSecretKey(derived(use));
  const fieldKey = key('person fields');
  const phoneKey = key('phone look-up');
  const codeKey = key('query code');
  const linkKey = key('rating link');
  const activationKey = key('activation');
  const mac = (macKey: KeyObject, text: string) => createHmac('sha256', macKey).update(text).digest();
  const letters = (bytes: Buffer, length: number) =>
    Array.from(bytes.subarray(0, length), (byte) => crockford[byte % 32]).join('');

  return {
    /** AES-256-GCM: version, iv, tag, text. */
    seal(text: string): Buffer {
      const iv = drawBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', fieldKey, iv);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.from([keyVersion]), iv, cipher.getAuthTag(), sealed]);
    },
    /** @throws Error when the bytes were changed or sealed with another key */
    open(sealed: Buffer): string {
      if (sealed[0] !== keyVersion) throw new Error('sealed with an unknown key');
      const iv = sealed.subarray(1, 1 + ivBytes);
      const tag = sealed.subarray(1 + ivBytes, 1 + ivBytes + tagBytes);
      const decipher = createDecipheriv('aes-256-gcm', fieldKey, iv, { authTagLength: tagBytes });
      decipher.setAuthTag(tag);
      return (
        decipher.update(sealed.subarray(1 + ivBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8')
      );
    },
    phoneKey: (phone: string): Buffer => mac(phoneKey, normalPhone(phone)),
    /** Made from the number, so it is stored nowhere and the same filing is always answered the same. 8 letters: 40 bits. */
    queryCode: (number: string): string => letters(mac(codeKey, number), 8),
    /** One link for each answer; `round` is the work order's number, so a used link never opens the next round. */
    ratingToken: (number: string, round: number): string =>
      `${number}.${round}.${letters(mac(linkKey, `${number}.${round}`), 16)}`,
    /** Opens a new account once. Made of the request that asked for it, so that asking again brings the same. 20 letters: 100 bits. */
    activationCode: (request: string, username: string): string =>
      letters(mac(activationKey, `${request} ${username}`), 20),
    sessionSecret: derived('session').toString('hex'),
  };
}

/** Digits only, without the country's 86, so that one phone has one key however it was typed. */
export function normalPhone(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$)/, '');
}

/** Compares without telling by its time where the difference lies. */
export function sameText(a: string, b: string): boolean {
  const [x, y] = [createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest()];
  return timingSafeEqual(x, y);
}

export const sha256 = (...parts: readonly (Buffer | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

export const newSecret = (): string => randomBytes(32).toString('hex');
