import { matterName } from '../../appeal/names.ts';
import { pathOf } from '../../people/catalogue.ts';
import type { Reference } from '../../people/reference-store.ts';
import { Open311Error } from './errors.ts';

/** GET Service List: the duty catalogue's third level, whose matters name a duty; the first level groups them. */
export function serviceList(reference: Reference) {
  return [...reference.matters.values()]
    .filter((matter) => matter.level === 3)
    .map((matter) => {
      const headings = pathOf(reference, matter);
      return {
        service_code: matter.code,
        service_name: matter.name,
        description: `${[...headings, matter.name].join(' / ')} · ${matter.nameEn}`,
        // No matter asks for more than words and a place: all else is read from the words.
        metadata: false,
        type: 'realtime',
        keywords: matter.keywords.join(','),
        group: headings[0] ?? '',
      };
    });
}

/** GET Service Definition: no matter has fields of its own. @throws Open311Error 404 */
export const serviceDefinition = (reference: Reference, code: string) => ({
  service_code: knownCode(reference, code),
  attributes: [],
});

/** @throws Open311Error 404 for what is no third-level matter's code */
export function knownCode(reference: Reference, code: string): string {
  if (reference.matters.get(code)?.level !== 3)
    throw new Open311Error(404, '没有这个 service_code · this service_code was not found');
  return code;
}

export const serviceName = (reference: Reference, code: string | null): string | null =>
  matterName(reference, code)?.name ?? null;

const xml = 'text/xml';
const json = 'application/json';

/** Service Discovery. The changeset moves with every change of units, catalogue, calendar or settings. */
export function discovery(reference: Reference, base: string, demo: boolean) {
  const changeset = String(reference.version).padStart(10, '0');
  const city = [...reference.units.values()].find(
    (unit) => unit.level === 'city' && unit.kind === 'government',
  );
  return {
    changeset,
    contact: `${city?.name ?? ''} 12345 · ${city?.nameEn ?? ''}`,
    key_service:
      'api_key 由市平台的安全管理员发给合作单位 · the city’s security administrator gives api_keys to partners',
    endpoints: [
      {
        specification: 'http://wiki.open311.org/GeoReport_v2',
        url: `${base}/open311/v2`,
        changeset,
        type: demo ? 'test' : 'production',
        formats: [xml, json],
      },
    ],
  };
}
