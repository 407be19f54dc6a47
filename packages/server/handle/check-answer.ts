import { answerCheck } from '@suban/domain/api-answers.ts';
import { answerRequest } from '@suban/domain/handle/requests.ts';
import { check, type Finding } from '@suban/text/reply/check.ts';
import { z } from 'zod';
import { readHistory, type Told } from '../appeal/history-store.ts';
import { keyOf, scopeOf } from '../appeal/read-cases.ts';
import { loadAppeal } from '../appeal/store.ts';
import type { Who } from '../people/who.ts';
import type { App } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import type { Services } from '../platform/services.ts';

/** The answer as far as it is written; without an outcome what every answer has is looked for. */
const draft = answerRequest
  .pick({ text: true, outcome: true, legalBasis: true, promisedAt: true })
  .partial({ outcome: true });

/** Tells what a drafted answer lacks, to whoever may read the case. Nothing is kept of it, and nothing is refused for it. */
export function checkAnswerRoute(app: App, services: Services, who: Who): void {
  app.post(
    '/api/desk/cases/:number/check-answer',
    {
      schema: {
        params: z.object({ number: z.string().max(40) }),
        body: draft,
        response: { 200: answerCheck },
      },
    },
    async (request) => {
      const { actor } = await who.staff(request);
      const key = keyOf(request.params.number);
      const history = await services.database.scoped(scopeOf(actor), async (tx) =>
        (await loadAppeal(tx, services.reference(), key)) ? readHistory(tx, key) : null,
      );
      if (!history) throw new Problem('not-found');
      const { text, outcome, legalBasis, promisedAt } = request.body;
      const { relevance, findings } = check(questionOf(history), {
        text,
        outcome,
        legalBasis,
        promised: promisedAt !== undefined,
      });
      return { relevance, findings: findings.map(findingView) };
    },
  );
}

/** What the citizen asked, with what they added since. */
function questionOf(history: readonly Told[]) {
  const added = history.flatMap(({ event, texts }) =>
    event.type === 'supplemented' ? [texts['body'] ?? ''] : [],
  );
  const { title = '', body = '' } = history[0]?.texts ?? {};
  return { title, body: [body, ...added].join('\n') };
}

const findingView = ({ code, zh, en, quote }: Finding) => ({
  code,
  message: zh,
  messageEn: en,
  quote: quote ? { of: quote.of, text: quote.text } : null,
});
