// Who may import whom. ARCHITECTURE.md draws it; each rule here says why.

const stages = 'collect|dispatch|handle|supervise|evaluate|govern';
const test = '\\.test\\.tsx?$';
const testing = `${test}|^packages/[^/]+/testing/`;
const npm = (...names) => names.map((name) => `(^|/)node_modules/${name}/`).join('|');

const layers = [
  {
    name: 'stages-are-strangers',
    comment: 'A stage speaks to another through events and the shared appeal, never by import.',
    severity: 'error',
    from: { path: `^packages/(server|domain)/(${stages})/`, pathNot: test },
    to: { path: `^packages/$1/(${stages})/`, pathNot: '^packages/$1/$2/' },
  },
  {
    name: 'domain-is-pure',
    comment: 'The rules run in the server and in the browser: zod and nothing else.',
    severity: 'error',
    from: { path: '^packages/domain/', pathNot: testing },
    to: { pathNot: `^packages/domain/|${npm('zod')}` },
  },
  {
    name: 'text-is-pure',
    comment: 'Text in, text out: jieba (and node:module, to load it late) and the types of the domain.',
    severity: 'error',
    from: { path: '^packages/text/', pathNot: testing },
    to: { pathNot: `^packages/(text|domain)/|^module$|${npm('@node-rs/jieba')}` },
  },
  {
    name: 'text-takes-only-types-of-domain',
    comment: 'Text in, text out: jieba and the types of the domain.',
    severity: 'error',
    from: { path: '^packages/text/', pathNot: testing },
    to: { path: '^packages/domain/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'demo-city-knows-no-program',
    comment: 'A demo city is data made by the rules; the server imports it, not the other way round.',
    severity: 'error',
    from: { path: '^packages/demo-city/' },
    to: { path: '^packages/(server|web)/' },
  },
  {
    name: 'web-knows-only-domain',
    comment: 'The browser gets the rules’ types and words; all else comes over the API.',
    severity: 'error',
    from: { path: '^packages/web/' },
    to: { path: '^packages/(server|text|demo-city)/' },
  },
  {
    name: 'sql-in-stores',
    comment: 'SQL stands in store.ts, where it can be read and measured.',
    severity: 'error',
    from: {
      path: '^packages/server/',
      pathNot: `[/-]store\\.ts$|^packages/server/(platform|migrations)/|${testing}`,
    },
    to: { path: npm('pg', '@types/pg', 'kysely') },
  },
  {
    name: 'http-in-routes',
    comment: 'A use case does not know that it was called over HTTP.',
    severity: 'error',
    from: {
      path: '^packages/server/',
      pathNot: `[/-]routes\\.ts$|^packages/server/platform/|${testing}`,
    },
    to: { path: npm('fastify', '@fastify', 'fastify-type-provider-zod') },
  },
];

const hygiene = [
  {
    name: 'no-cycles',
    comment: 'Two files that need each other are one file, or lack a third.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-orphans',
    comment: 'Nobody imports it and it imports nothing: delete it.',
    severity: 'error',
    from: { orphan: true, pathNot: '\\.d\\.ts$|^packages/server/bin/|^packages/web/public/' },
    to: {},
  },
  {
    name: 'no-unresolvable',
    comment: 'An import that leads nowhere would slip past every other rule.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'no-tests-in-the-program',
    comment: 'What ships must not lean on what tests it.',
    severity: 'error',
    from: { path: '^packages/', pathNot: testing },
    to: { path: testing },
  },
];

export default {
  forbidden: [...layers, ...hygiene],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Only our own builds: most packages of npm lie in a `dist`, and what is excluded breaks no rule.
    exclude: { path: '^packages/[^/]+/dist/' },
    // Types count too: a layer broken by `import type` is broken all the same.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts'],
    },
  },
};
