/** The arrows between the rooms. A test plants one wrong import per rule and expects each to be caught. */
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const values = { dependencyTypesNot: ['type-only'] };

module.exports = {
  forbidden: [
    rule(
      'curriculum-knows-no-room',
      'Rules take plain values: pass in what they need from app/use-cases.',
      { path: '^curriculum/' },
      { path: '^(app|db|certificates|tests)/' },
    ),
    rule(
      'curriculum-has-no-outside',
      'No files, clock, network or dice in a rule: read in app/platform and pass it in.',
      { path: '^curriculum/' },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'curriculum-packages',
      'curriculum/ uses zod, xstate, temporal-polyfill, date-holidays, ts-fsrs, yaml and the parsers of Markdown and XML only.',
      { path: '^curriculum/' },
      {
        dependencyTypes: ['npm', 'npm-dev', 'npm-peer', 'npm-optional'],
        pathNot:
          'node_modules/(zod|xstate|temporal-polyfill|date-holidays|ts-fsrs|yaml|@rgrove/parse-xml|unified|remark-.*|rehype-.*|unist-util-visit|@types/(mdast|hast))/',
      },
    ),
    rule(
      'db-knows-types-only',
      'db/ remembers; it may know the types of curriculum/, not its rules. Decide in a use case.',
      { path: '^db/' },
      { path: '^curriculum/', ...values },
    ),
    rule(
      'db-knows-no-app',
      'A query gets the database first and knows nothing of pages or use cases.',
      { path: '^db/' },
      { path: '^(app|certificates|tests)/' },
    ),
    rule(
      'certificates-know-types-only',
      'certificates/ prints what it is given; certification decides in curriculum/.',
      { path: '^certificates/' },
      { path: '^curriculum/', ...values },
    ),
    rule(
      'certificates-know-no-app',
      'Data in, bytes out: no database and no pages here.',
      { path: '^certificates/' },
      { path: '^(app|db|tests)/' },
    ),
    rule(
      'routes-know-types-only',
      'A course value in a route puts the answer key into the browser. Ask a use case for a view.',
      { path: '^app/(routes/|root)' },
      { path: '^curriculum/', ...values },
    ),
    rule(
      'components-know-types-only',
      'Components get props; they may know the types of curriculum/ and nothing more.',
      { path: '^app/components/', pathNot: '\\.server\\.tsx?$' },
      { path: '^curriculum/', ...values },
    ),
    rule(
      'routes-have-no-sql',
      'A route asks a use case; rows live in db/queries.',
      { path: '^app/(routes|components)/' },
      { path: '^db/' },
    ),
    rule(
      'components-know-no-server',
      'Props in, markup out.',
      { path: '^app/components/', pathNot: '\\.server\\.tsx?$' },
      { path: '\\.server\\.tsx?$', ...values },
    ),
    rule(
      'use-cases-know-no-pages',
      'A use case does not know who asked.',
      { path: '^app/use-cases/' },
      { path: '^app/(routes|components|toolkit|demo)/' },
    ),
    rule(
      'nobody-looks-at-tests',
      'tests/ watches; nobody looks back.',
      { path: '^(app|curriculum|db|certificates)/' },
      { path: '^tests/' },
    ),
    rule(
      'platform-below-use-cases',
      'platform/ touches the outside and knows no use case; what runs use cases lives in app/server, app/toolkit or app/demo.',
      { path: '^app/platform/' },
      { path: '^app/(use-cases|server|routes|components|toolkit|demo)/' },
    ),
    rule(
      'use-cases-know-no-server',
      'A use case is run by app/server and knows nothing of requests and rounds.',
      { path: '^app/use-cases/' },
      { path: '^app/server/' },
    ),
    rule('no-circles', 'Two files that need each other are one, or three; types count.', {}, { circular: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    exclude: { path: '^(build|node_modules)/' },
  },
};
