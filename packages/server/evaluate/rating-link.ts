import type { Rating } from '@suban/domain/api.ts';
import type { EventType } from '@suban/domain/events.ts';
import { asksContact } from '@suban/domain/evaluate/rules.ts';
import { leadOf } from '@suban/domain/permissions.ts';
import type { EvaluateRequest } from '@suban/domain/evaluate/requests.ts';
import { type AppealKey, parseNumber } from '@suban/domain/ids.ts';
import { readHistory } from '../appeal/history-store.ts';
import { iso, unitName } from '../appeal/names.ts';
import { type Done, numberOf, runCommand } from '../appeal/run-command.ts';
import { loadAppeal } from '../appeal/store.ts';
import { sameText } from '../platform/crypto.ts';
import { Problem } from '../platform/problem.ts';
import type { Services } from '../platform/services.ts';

type Link = { readonly key: AppealKey; readonly round: number };

/** The appeal and round a link is for. @throws Problem `link-invalid` */
function readLink(services: Pick<Services, 'crypto'>, token: string): Link {
  const [number = '', round = ''] = token.split('.');
  const key = parseNumber(number);
  const right = services.crypto.ratingToken(number, Number(round));
  if (!sameText(right, token) || !key) throw new Problem('link-invalid');
  return { key, round: Number(round) };
}

/** What was said to the citizen, whoever said it; the last of them is rated. */
const answers: readonly EventType[] = [
  'answered',
  'answered-at-once',
  'answer-shared',
  'referred',
  'terminated',
];
const rateable: readonly string[] = ['awaiting-rating', 'answered-at-once', 'referred'];

/** What is to be rated. @throws Problem `link-invalid`, `rated-already` */
export async function readRating(services: Services, token: string): Promise<Rating> {
  const { key, round } = readLink(services, token);
  const reference = services.reference();
  return services.database.scoped(`appeal:${key.cohort}:${key.id}`, async (tx) => {
    const loaded = await loadAppeal(tx, reference, key);
    if (!loaded) throw new Problem('link-invalid');
    const { appeal } = loaded;
    if (appeal.dissatisfied + 1 !== round || !rateable.includes(appeal.state))
      throw new Problem('rated-already');
    const history = await readHistory(tx, key);
    const answer = history.findLast(({ event }) => answers.includes(event.type));
    return {
      number: numberOf(reference, appeal),
      title: history[0]?.texts['title'] ?? '',
      answer: wordsOf(answer?.texts ?? {}),
      unit: unitName(reference, (leadOf(appeal) ?? appeal.centre).id),
      answeredAt: iso(loaded.stateSince),
      asksContact: asksContact(appeal),
    };
  });
}

/** An answer; else why there is none, and the route to take. */
const wordsOf = ({ answer, reason, route }: Readonly<Record<string, string>>): string =>
  answer ?? [reason, route].filter(Boolean).join('\n');

/**
 * Rates by the one-time link. Sent again with the same request id, it is answered the same; with another, the link is used.
 * @throws Problem `link-invalid`, `rated-already`
 */
export async function rate(services: Services, token: string, request: EvaluateRequest): Promise<Done> {
  const { key, round } = readLink(services, token);
  const scope = `appeal:${key.cohort}:${key.id}` as const;
  const loaded = await services.database.scoped(scope, (tx) =>
    loadAppeal(tx, services.reference(), key, request.requestId),
  );
  if (!loaded) throw new Problem('link-invalid');
  if (!loaded.earlier && loaded.appeal.dissatisfied + 1 !== round) throw new Problem('rated-already');
  try {
    return await runCommand(services, key, { type: 'evaluate', request }, { kind: 'citizen' }, scope);
  } catch (error) {
    if (error instanceof Problem && error.code === 'wrong-state') throw new Problem('rated-already');
    throw error;
  }
}
