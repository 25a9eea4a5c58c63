import type { IForbiddenRuleType } from 'dependency-cruiser'

/** Which package may import which: the first block of arrows in the architecture. What is not here imports nothing of ours. */
const PACKAGES = {
  'packages/domain': [],
  'packages/contracts': ['packages/domain'],
  prisma: ['packages/domain'],
  'apps/api': ['packages/domain', 'packages/contracts', 'prisma'],
  'apps/web': ['packages/domain', 'packages/contracts'],
  'apps/mailbox': [],
  'apps/workbench': ['packages/domain', 'packages/contracts', 'prisma', 'apps/api', 'apps/mailbox'],
  e2e: ['packages/domain', 'packages/contracts'],
} as const

const OURS = '^(?:apps/[^/]+|packages/[^/]+|prisma|e2e)/'
const TEST = String.raw`\.test\.tsx?$`
/** What only tests may import, and what may import anything a test may. */
const TEST_SUPPORT = String.raw`\.fake\.ts$|/src/testing/`

/** Every arrow as rules for dependency-cruiser. A rule's comment is the sentence that a violation prints. */
export function arrowRules(): IForbiddenRuleType[] {
  return [...packageRules(), ...domainRules(), ...apiRules(), ...webRules(), ...rulesForAll()]
}

function packageRules(): IForbiddenRuleType[] {
  return Object.entries(PACKAGES).map(([name, mayImport]) => ({
    name: `arrows of ${name}`,
    comment: `${name} imports ${mayImport.length > 0 ? `only ${mayImport.join(', ')}` : 'nothing of ours'}`,
    severity: 'error',
    from: { path: `^${name}/` },
    to: {
      path: OURS,
      pathNot: [name, ...mayImport, ...(name === 'apps/api' ? ['apps/mailbox'] : [])].map((allowed) => `^${allowed}/`),
    },
  }))
}

/** The libraries of the domain, each in the one file that a change of it changes. */
const LIBRARIES = { otplib: 'totp.ts', '@zxcvbn-ts': 'password-guesses.ts' } as const

function domainRules(): IForbiddenRuleType[] {
  const libraries = Object.entries(LIBRARIES)
  return [
    {
      name: 'domain is pure',
      comment: `the domain has no I/O and runs in the browser too: of all libraries it takes ${libraries.map((each) => each.join(', in ')).join(', and ')}`,
      severity: 'error',
      from: { path: '^packages/domain/src/', pathNot: TEST },
      to: { pathNot: ['^packages/domain/src/', ...libraries.map(([library]) => `/node_modules/${library}/`)] },
    },
    ...libraries.map(
      ([library, file]): IForbiddenRuleType => ({
        name: `${library} only in ${file}`,
        comment: `a change of ${library} is a change of one file`,
        severity: 'error',
        from: { path: '^packages/domain/src/', pathNot: [TEST, `/${file.replace('.', String.raw`\.`)}$`] },
        to: { path: `/node_modules/${library}/` },
      }),
    ),
  ]
}

const API = '^apps/api/src'
/** Folders of the API that are no capability. */
const FLOORS = ['http', 'platform', 'messages']
/** The few capabilities that all others need. */
const SHARED = ['audit', 'sessions', 'factors', 'outbox', 'attempts', 'links', 'devices']

function apiRules(): IForbiddenRuleType[] {
  const foldersBut = (folders: readonly string[]) => ({
    path: `${API}/[^/]+/`,
    pathNot: `${API}/(?:${folders.join('|')})/`,
  })
  return [
    {
      name: 'api: mailbox in tests only',
      comment: 'the mailbox is for development: the API speaks SMTP and HTTP to it',
      severity: 'error',
      from: { path: '^apps/api/', pathNot: [TEST, TEST_SUPPORT] },
      to: { path: '^apps/mailbox/' },
    },
    {
      name: 'api: main, then app, then the rest',
      comment:
        'nothing in a folder imports app.ts, and nothing at all main.ts: the process knows the application, not the other way',
      severity: 'error',
      from: { path: `${API}/`, pathNot: [TEST, TEST_SUPPORT, `${API}/main\\.ts$`] },
      to: { path: [`${API}/main\\.ts$`, `${API}/app\\.ts$`] },
    },
    {
      name: 'api: http knows no identity',
      comment: 'http/ is all of Fastify and none of identity: it imports platform/ only',
      severity: 'error',
      from: { path: `${API}/http/`, pathNot: TEST },
      to: foldersBut(['http', 'platform']),
    },
    {
      name: 'api: platform knows nobody',
      comment: 'platform/ is the outside world, a thin file each: it imports no other folder of the API',
      severity: 'error',
      from: { path: `${API}/platform/` },
      to: foldersBut(['platform']),
    },
    {
      name: 'api: messages know nobody',
      comment: 'messages/ takes values and gives text: it imports no other folder of the API',
      severity: 'error',
      from: { path: `${API}/messages/` },
      to: foldersBut(['messages']),
    },
    {
      name: 'api: capability by capability',
      comment: `a capability imports no other one but ${SHARED.join(', ')}`,
      severity: 'error',
      from: { path: `${API}/([^/]+)/`, pathNot: [TEST, TEST_SUPPORT, `${API}/(?:${FLOORS.join('|')})/`] },
      to: { path: `${API}/[^/]+/`, pathNot: [`${API}/$1/`, `${API}/(?:${[...FLOORS, ...SHARED].join('|')})/`] },
    },
  ]
}

const WEB = '^apps/web/src'

function webRules(): IForbiddenRuleType[] {
  // What the architecture puts in app/ for every page to call; the ban on cycles keeps it at the bottom.
  const foundation = `${WEB}/app/(?:api|session|errors)\\.tsx?$`
  return [
    {
      name: 'web: app, then routes, then features',
      comment: 'routes/ and features/ import from app/ only api, session and errors',
      severity: 'error',
      from: { path: `${WEB}/(?:routes|features)/`, pathNot: TEST },
      to: { path: `${WEB}/app/`, pathNot: foundation },
    },
    {
      name: 'web: features know no route',
      comment: 'a page composes features; a feature does not know on which page it stands',
      severity: 'error',
      from: { path: `${WEB}/features/` },
      to: { path: `${WEB}/routes/` },
    },
    {
      name: 'web: feature by feature',
      comment: 'a feature imports no other feature: a page brings them together',
      severity: 'error',
      from: { path: `${WEB}/features/([^/]+)/` },
      to: { path: `${WEB}/features/[^/]+/`, pathNot: `${WEB}/features/$1/` },
    },
    {
      name: 'web: ui knows nothing of identity',
      comment: 'ui/ takes plain props: it imports no contract, feature, page or app',
      severity: 'error',
      from: { path: `${WEB}/ui/` },
      to: { path: [`${WEB}/(?:app|routes|features)/`, '^packages/contracts/'] },
    },
  ]
}

function rulesForAll(): IForbiddenRuleType[] {
  return [
    {
      name: 'no cycle',
      comment: 'no cycles, type-only imports included',
      severity: 'error',
      from: { path: OURS },
      to: { circular: true },
    },
    {
      name: 'by the front door',
      comment: 'a package is imported by its name: only what its package.json exports',
      severity: 'error',
      from: { path: `(${OURS.slice(1)})` },
      to: { path: OURS, pathNot: '^$1', dependencyTypes: ['local'] },
    },
    {
      name: 'fakes in tests only',
      comment: 'a fake and what helps testing is imported by tests, and by its like',
      severity: 'error',
      from: { path: OURS, pathNot: [TEST, TEST_SUPPORT] },
      to: { path: TEST_SUPPORT },
    },
    {
      // What cannot be found cannot be judged. `generated` is there only after `prisma generate`.
      name: 'found',
      comment: 'an import of ours must lead to a file',
      severity: 'error',
      from: { path: OURS },
      to: { couldNotResolve: true, path: '^(?:\\.|@keyholder/)', pathNot: '/generated/' },
    },
  ]
}
