import syllables from './syllables.json' with { type: 'json' };

/** Ids of syllables run from 1 to about 400; characters beyond the 6,763 of GB 2312 share what is left below this. */
const IDS = 512;

/** How many different keys there are: pairs of syllables, then words of other letters and digits. */
export const KEY_SPACE = 2 * IDS * IDS;

const syllableAt = new Uint16Array(0x10000);
for (const [index, characters] of Object.values(syllables).entries()) {
  for (const character of characters) syllableAt[character.charCodeAt(0)] = index + 1;
}
const FIRST_FREE = Object.keys(syllables).length + 1;

const HAN = /^\p{Script=Han}/u;
const RUN = /\p{Script=Han}+|[a-z0-9]+/gu;

/** A key and where it stands, in UTF-16 units from the start. */
type Sound = { readonly key: number; readonly at: number };

/**
 * What a text sounds like: each pair of neighbouring syllables, without order and tone. So 金茂 sounds like 茂金 and
 * 金贸, 壹品 like 一品: people type by sound and swap characters, and it is names that they misspell. Words of two and more other letters or digits (805, p2p) are keys too.
 *
 * @param text normalised and in lower case
 */
export function soundsOf(text: string): Sound[] {
  const sounds: Sound[] = [];
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (HAN.test(run)) addSyllables(sounds, run, index);
    else if (run.length > 1) sounds.push({ key: IDS * IDS + hash(run), at: index });
  }
  return sounds;
}

function addSyllables(sounds: Sound[], run: string, start: number): void {
  let last = 0;
  for (let index = 0; index < run.length; index++) {
    const unit = run.charCodeAt(index);
    const id = syllableAt[unit] || FIRST_FREE + (unit % (IDS - FIRST_FREE));
    if (last) sounds.push({ key: pair(last, id), at: start + index - 1 });
    last = id;
  }
}

const pair = (a: number, b: number): number => (a < b ? a * IDS + b : b * IDS + a);

/** FNV-1a, folded into as many values as there are pairs. */
function hash(word: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < word.length; index++) {
    value = Math.imul(value ^ word.charCodeAt(index), 0x01000193);
  }
  return (value ^ (value >>> 18)) & (IDS * IDS - 1);
}
