import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toXml, type Value } from './xml.ts';

const head = '<?xml version="1.0" encoding="utf-8"?>\n';

test('lists name their elements, nothing is an empty element', () => {
  const service = { service_code: '010101', metadata: false, lat: 22.5, keywords: '', group: null };
  expect(toXml('services', [service])).toBe(
    `${head}<services><service><service_code>010101</service_code><metadata>false</metadata><lat>22.5</lat><keywords/><group/></service></services>\n`,
  );
  expect(toXml('service_requests', [])).toBe(`${head}<service_requests/>\n`);
  const discovery = { endpoints: [{ url: 'u', formats: ['text/xml', 'application/json'] }] };
  expect(toXml('discovery', discovery)).toContain(
    '<endpoints><endpoint><url>u</url><formats><format>text/xml</format><format>application/json</format></formats></endpoint></endpoints>',
  );
});

test('words stay words', () => {
  expect(toXml('errors', [{ description: `<script>"a" & 'b'</script>]]>` }])).toBe(
    `${head}<errors><error><description>&lt;script&gt;"a" &amp; 'b'&lt;/script&gt;]]&gt;</description></error></errors>\n`,
  );
  expect(toXml('d', 'a\r\n\tb')).toBe(`${head}<d>a&#13;\n\tb</d>\n`);
  expect(toXml('d', '\0\u0008\u001b\uFFFE\uD800x')).toBe(`${head}<d>${'\uFFFD'.repeat(5)}x</d>\n`);
});

test('any text comes back as it went in, but for what XML cannot hold', () => {
  const back = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&#13;': '\r' } as const;
  const cannot = /[\uFFFE\uFFFF]|(?![\t\n\r])\p{Cc}/gu;
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const inside = /<d>([^]*)<\/d>\n$/.exec(toXml('d', `.${text}`))?.[1] ?? '';
      expect(inside).not.toMatch(/[<>]|&(?!(amp|lt|gt|#13);)/);
      const read = inside.replace(/&[^;]+;/g, (entity) => back[entity as keyof typeof back]);
      expect(read).toBe(`.${text.replace(cannot, '\uFFFD')}`);
    }),
  );
});

test('a list in a list keeps its depth', () => {
  const nested: Value = [[1, 2], []];
  expect(toXml('unknown', nested)).toBe(
    `${head}<unknown><item><item>1</item><item>2</item></item><item/></unknown>\n`,
  );
});
