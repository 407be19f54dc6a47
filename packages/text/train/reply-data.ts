import { normalise } from '../normalise.ts';
import type { ReadList } from './rows.ts';
import { grams, plain, type Question } from '../reply/prepare.ts';

/** A real question with its real reply. Pairs of one `group` are near-duplicates and stay on one side of a split. */
export type Pair = {
  readonly question: Question;
  readonly reply: string;
  readonly asked: string;
  readonly topic: string;
  readonly group: number;
  /** The ten pairs of other groups whose questions are most like this one, by index. */
  readonly near: readonly number[];
};

type Row = Readonly<Record<string, string>>;
const lines = (read: ReadList, name: string): Row[] => (read(name) ?? []).map((row) => row as Row);

/** Reads `replies.jsonl`, with the topic of each pair read off the labelled messages most like it. */
export function readPairs(read: ReadList): Pair[] {
  const rows = lines(read, 'replies.jsonl');
  const labelled = lines(read, 'labelled-segmented.jsonl');
  const questions = rows.map((row) => plain(`${row['title']}\n${row['body']}`));
  const replies = rows.map((row) => plain(row['reply'] ?? ''));
  const like = likeness(questions);
  const likeReply = likeness(replies);
  const known = likeness(labelled.map((row) => plain((row['text'] ?? '').replaceAll(' ', ''))));
  const groups = groupsOf(questions.length, (i) => [
    ...like(questions[i] ?? '').filter(([, score]) => score > 0.55),
    ...likeReply(replies[i] ?? '').filter(([, score]) => score > 0.8 && (replies[i]?.length ?? 0) > 100),
  ]);
  return rows.map((row, i) => ({
    question: { title: normalise(row['title'] ?? ''), body: normalise(row['body'] ?? '') },
    reply: row['reply'] ?? '',
    asked: row['asked'] ?? '',
    topic: majority(known(questions[i] ?? '').map(([j, score]) => [labelled[j]?.['label'] ?? '', score])),
    group: groups[i] ?? i,
    near: like(questions[i] ?? '')
      .flatMap(([j]) => (groups[j] === groups[i] ? [] : [j]))
      .slice(0, 10),
  }));
}

type Likeness = (text: string) => (readonly [index: number, cosine: number])[];

/** An index of texts: the twenty most like one, by the cosine of their pairs of characters. */
function likeness(texts: readonly string[]): Likeness {
  const sets = texts.map((text) => [...grams(text, 2).keys()]);
  const postings = new Map<string, number[]>();
  for (const [i, set] of sets.entries()) {
    for (const gram of set) {
      const list = postings.get(gram);
      if (list) list.push(i);
      else postings.set(gram, [i]);
    }
  }
  const weight = (gram: string) => Math.log(texts.length / (postings.get(gram)?.length ?? 1));
  const norms = sets.map((set) => Math.hypot(...set.map(weight)) || 1);
  return (text) => {
    const scores = new Float64Array(texts.length);
    const own = [...grams(text, 2).keys()];
    const norm = Math.hypot(...own.map(weight)) || 1;
    for (const gram of own) {
      const found = postings.get(gram);
      if (!found || found.length > texts.length / 8) continue;
      const square = weight(gram) ** 2;
      for (const i of found) scores[i] = (scores[i] ?? 0) + square;
    }
    return [...scores]
      .map((score, i): readonly [number, number] => [i, score / norm / (norms[i] ?? 1)])
      .sort((a, b) => b[1] - a[1])
      .slice(0, 20);
  };
}

/** The union of whatever is tied together. */
function groupsOf(size: number, tied: (i: number) => readonly (readonly [number, number])[]): number[] {
  const parent = Array.from({ length: size }, (_, i) => i);
  const root = (i: number): number => {
    let at = i;
    for (let up = parent[at] ?? at; up !== at; up = parent[at] ?? at) at = up;
    return at;
  };
  for (let i = 0; i < size; i++) for (const [j] of tied(i)) parent[root(i)] = root(j);
  return parent.map((_, i) => root(i));
}

function majority(votes: readonly (readonly [string, number])[]): string {
  const sums = new Map<string, number>();
  for (const [label, score] of votes) sums.set(label, (sums.get(label) ?? 0) + score);
  return [...sums].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}
