/** What Open311 answers, in either format. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };

/** What the elements of a list are called; in JSON a list needs no such name (the Spark convention). */
const itemNames: Readonly<Record<string, string>> = {
  services: 'service',
  attributes: 'attribute',
  service_requests: 'request',
  service_request_updates: 'request_update',
  endpoints: 'endpoint',
  formats: 'format',
  errors: 'error',
};

/** An XML 1.0 document of elements alone. Names come from this program, never from a client. */
export const toXml = (root: string, value: Value): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${element(root, value)}\n`;

function element(name: string, value: Value): string {
  const inside = content(name, value);
  return inside === '' ? `<${name}/>` : `<${name}>${inside}</${name}>`;
}

function content(name: string, value: Value): string {
  if (value === null) return '';
  if (isList(value)) return value.map((each) => element(itemNames[name] ?? 'item', each)).join('');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, each]) => element(key, each))
      .join('');
  return escaped(String(value));
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\r': '&#13;',
  '\t': '\t',
  '\n': '\n',
};

/** What XML cannot hold at all, other control characters and halves of surrogate pairs, becomes U+FFFD. */
const escaped = (text: string): string =>
  text.toWellFormed().replace(/[&<>\p{Cc}\uFFFE\uFFFF]/gu, (sign) => entities[sign] ?? '\uFFFD');
