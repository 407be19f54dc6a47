import { takeSerials } from '../packages/server/appeal/store.ts';
import { insertFilings } from '../packages/server/appeal/filing-store.ts';
import { composeFiling } from '../packages/server/collect/file-appeal.ts';
import { openConnection } from './http.ts';
import { type Bench, compare } from './compare.ts';
import type { Options } from './options.ts';
import { filings } from './texts.ts';

const arrival = { channel: 'web', actor: { kind: 'citizen' } } as const;

/** POST /api/appeals, against the very filing statement with the same values sent straight to the database. */
export const intake = (options: Options) =>
  compare(options, async (stage): Promise<Bench> => {
    const next = filings();
    return {
      unit: 'appeals',
      overHttp(port) {
        const connections = Array.from({ length: options.clients }, () => openConnection(port));
        return async (client) => {
          const connection = connections[client];
          const { status, body } = await (connection ?? openConnection(port)).send(
            'POST',
            '/api/appeals',
            next(),
          );
          if (status !== 201) throw new Error(`${status} ${body}`);
        };
      },
      async straight(n) {
        // A block of serials of our own for each hundred.
        const made = [];
        for (let block = 0; block < n; block += 100) {
          const first = await takeSerials(stage.database);
          for (let i = 0; i < 100; i += 1) made.push(composeFiling(stage, next(), arrival, first + i));
        }
        return made.map((filing) => async () => {
          await insertFilings(stage.database, [filing]);
        });
      },
    };
  });
