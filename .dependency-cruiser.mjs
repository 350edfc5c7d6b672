// Who may import whom. Each rule lists what its folder may use; everything else is refused, and the comment says where
// the code belongs instead. dependency-cruiser reads TypeScript through swc, because it cannot use TypeScript 7.

const tests = '\\.test\\.tsx?$|^src/.+/testing/'
const testTools = '^node_modules/(vitest|fast-check)/|^src/.+/testing/'
/** @param {string} name */
const npm = (name) => `^node_modules/${name}/`
const react = [
  'react',
  'react-dom',
  'react-router',
  'antd',
  '@ant-design/[^/]+',
  '@tanstack/[^/]+',
  'dayjs',
  'echarts',
].map(npm)

/** The layers of core, each with those below it; plan and journal know each other's shapes. */
const CORE_LAYERS = {
  values: [],
  journal: ['values', 'plan'],
  plan: ['values', 'journal'],
  measuring: ['values', 'journal', 'plan'],
  state: ['values', 'journal', 'plan', 'measuring'],
  projection: ['values', 'journal', 'plan', 'measuring', 'state'],
}

/** @param {[string, string[]]} layer */
const coreLayer = ([layer, below]) => ({
  name: `core-${layer}-layer`,
  comment:
    'core is built in layers, from plain values up to what is kept in tables: move what both need further down.',
  severity: 'error',
  from: { path: `^src/core/${layer}/`, pathNot: tests },
  to: { path: '^src/core/.+/', pathNot: `^src/core/(${[layer, ...below].join('|')})/` },
})

/**
 * @param {string} folder
 * @param {{ mayUse: string[], node?: boolean, instead: string }} rule
 */
function only(folder, { mayUse, node = false, instead }) {
  const kinds = { couldNotResolve: false, ...(node && { dependencyTypesNot: ['core'] }) }
  const allowed = [`^src/${folder}/`, ...mayUse]
  return [
    {
      name: `${folder}-imports`,
      comment: instead,
      severity: 'error',
      from: { path: `^src/${folder}/`, pathNot: tests },
      to: { pathNot: allowed.join('|'), ...kinds },
    },
    {
      name: `${folder}-test-imports`,
      comment: `A test uses what its folder may use, plus vitest, fast-check, node and shared builders. ${instead}`,
      severity: 'error',
      from: { path: `^src/${folder}/.*(${tests})` },
      to: {
        pathNot: [...allowed, testTools].join('|'),
        couldNotResolve: false,
        dependencyTypesNot: ['core'],
      },
    },
  ]
}

export default {
  forbidden: [
    {
      name: 'no-circles',
      comment:
        'Two files that need each other are one thing, or share a third: move what both need into its own file.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment:
        'The import leads nowhere. Relative imports carry their .ts extension; packages stand in package.json.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'production-not-to-tests',
      comment: 'Builders and tests are not shipped: move what the application needs out of testing/.',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { path: tests },
    },
    {
      name: 'electron-in-few-files',
      comment:
        'Only src/main/index.ts, service.ts, src/main/electron and src/preload know Electron; give others a port in src/application/ports.ts.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/main/(index|service)\\.ts$|^src/main/electron/|^src/preload/' },
      to: { path: '^node_modules/electron/|^electron$' },
    },
    ...only('core', {
      mayUse: [npm('fraction\\.js')],
      instead:
        'core is arithmetic and uses nothing but itself and fraction.js: reading and writing belong in storage, excel or exchange, the clock and ids come in as arguments from application.',
    }),
    ...Object.entries(CORE_LAYERS).map(coreLayer),
    ...only('contract', {
      mayUse: ['^src/core/', npm('zod')],
      instead: 'contract says what may be asked (types and zod schemas): behaviour belongs in application.',
    }),
    ...only('application', {
      mayUse: ['^src/core/', '^src/contract/'],
      instead:
        'application asks core and ports: SQL belongs in storage, workbooks in excel, files in exchange, windows and servers in main; name what you need in src/application/ports.ts.',
    }),
    ...only('storage', {
      mayUse: [
        '^src/core/',
        '^src/application/(ports|turn)\\.ts$',
        npm('better-sqlite3'),
        npm('ulid'),
        npm('@types/better-sqlite3'),
      ],
      node: true,
      instead: 'storage is SQLite behind application/ports: rules belong in core, calls in application.',
    }),
    ...only('excel', {
      mayUse: ['^src/core/', '^src/application/(ports|turn)\\.ts$', npm('exceljs'), npm('fflate')],
      node: true,
      instead:
        'excel writes and reads workbooks behind application/ports: what a report says belongs in core/reports.',
    }),
    ...only('word', {
      mayUse: ['^src/core/', npm('docx'), npm('fflate')],
      instead: 'word sets a finished text in the office layout: what it says belongs in core/reports.',
    }),
    ...only('exchange', {
      mayUse: ['^src/core/', '^src/application/ports\\.ts$', '^src/contract/schemas\\.ts$', npm('fflate')],
      node: true,
      instead:
        'exchange is what travels between PCs: it parses with contract/schemas and leaves storing to storage.',
    }),
    ...only('documents', {
      mayUse: ['^src/core/', '^src/application/ports\\.ts$', npm('fflate')],
      node: true,
      instead: 'documents turns a policy document into a draft plan: the rules of a plan belong in core.',
    }),
    ...only('preload', {
      mayUse: ['^src/contract/', '^node_modules/electron/|^electron$'],
      instead:
        'preload exposes one function and knows the names of the contract: everything else belongs behind a call.',
    }),
    ...only('renderer', {
      mayUse: ['^src/contract/', '^src/core/', ...react],
      instead:
        'renderer knows the contract and pure functions of core: whatever needs a file, the database or a workbook is a call in src/contract/api.ts.',
    }),
    {
      name: 'main-not-to-renderer',
      comment: 'main starts things and talks to the renderer through the contract only.',
      severity: 'error',
      from: { path: '^src/main/' },
      to: { path: '^src/renderer/' },
    },
    {
      name: 'e2e-from-outside',
      comment: 'e2e drives the built application from outside: it uses Playwright and node, never src.',
      severity: 'error',
      from: { path: '^e2e/' },
      to: {
        pathNot:
          '^e2e/|^node_modules/(@playwright/test|playwright|playwright-core|@axe-core/playwright|fflate)/',
        dependencyTypesNot: ['core'],
      },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: '^node_modules/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
