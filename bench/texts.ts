import { randomUUID } from 'node:crypto';
import { fileRequest, type FileRequest } from '../packages/domain/collect/requests.ts';
import { demoCatalogue } from '../packages/demo-city/catalogue.ts';
import { composeAppeal } from '../packages/demo-city/grammar.ts';
import { pick, seeded } from '../packages/demo-city/rng.ts';
import { demoUnits } from '../packages/demo-city/units.ts';

/** Enough that no cache of words helps, few enough to be written before the clock starts. */
const variety = 2_000;

/** Filings as citizens send them, written before the clock starts: each call gives one with a request id of its own. */
export function filings(): () => FileRequest {
  const rng = seeded(20_260_101);
  const matters = demoCatalogue().filter(({ level }) => level === 3);
  const subdistricts = demoUnits().filter(
    ({ kind, level }) => kind === 'government' && level === 'subdistrict',
  );
  const written = Array.from({ length: variety }, () => {
    const { title, body, kind, address, person } = composeAppeal(rng, {
      matter: pick(rng, matters),
      subdistrict: pick(rng, subdistricts),
    });
    return fileRequest
      .omit({ requestId: true })
      .parse({ text: body, title, kind, place: { address }, contact: person });
  });
  let next = 0;
  return () => {
    const request = written[next % written.length];
    if (!request) throw new Error('no filing was written');
    next += 1;
    return { ...request, requestId: randomUUID() };
  };
}
