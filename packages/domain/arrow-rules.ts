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
/** The only files that stand loose in the API's source, each with what it may import of the API: folders, and loose files. */
const LOOSE = {
  'main.ts': ['config', 'http', 'identity', 'jobs', 'outbox', 'platform', 'app.ts', 'create-platform.ts'],
  'app.ts': ['(capability)', 'http', 'identity', 'context.ts'],
  'create-platform.ts': ['config', 'platform', 'context.ts'],
  'context.ts': ['platform', 'settings.ts'],
  'settings.ts': ['platform'],
  'problem.ts': [],
} as const
/** Folders that are no capability, each with the folders that it may import. A capability imports those of `CAPABILITY_MAY`. */
const FLOORS = {
  platform: [],
  messages: [],
  config: ['platform'],
  http: ['platform'],
  outbox: ['messages', 'platform'],
  identity: ['messages', 'outbox', 'platform'],
  jobs: ['identity', 'messages', 'outbox', 'platform'],
  commands: ['config', 'identity', 'outbox', 'platform', 'create-platform.ts'],
} as const
const CAPABILITY_MAY = ['http', 'identity', 'messages', 'outbox', 'platform'] as const
/** What every folder may import besides: values and types without any work in them. */
const COMMON = ['context.ts', 'problem.ts', 'settings.ts'] as const

function apiRules(): IForbiddenRuleType[] {
  const floors = Object.keys(FLOORS).join('|')
  const place = (name: string) =>
    name === '(capability)'
      ? `${API}/(?!(?:${floors}|testing)/)[^/]+/`
      : `${API}/${name.replace('.', String.raw`\.`)}${name.endsWith('.ts') ? '$' : '/'}`
  const only = (names: readonly string[]) => ({ path: `${API}/`, pathNot: names.map(place) })
  const inWords = (names: readonly string[]) => (names.length > 0 ? `only ${names.join(', ')}` : 'nothing of the API')
  return [
    {
      name: 'api: mailbox in tests only',
      comment: 'the mailbox is for development: the API speaks SMTP and HTTP to it',
      severity: 'error',
      from: { path: '^apps/api/', pathNot: [TEST, TEST_SUPPORT] },
      to: { path: '^apps/mailbox/' },
    },
    {
      name: 'api: no loose file',
      comment: `a file that stands in no folder is one of ${Object.keys(LOOSE).join(', ')}; every other has a floor`,
      severity: 'error',
      from: { path: `${API}/[^/]+$`, pathNot: [TEST, ...Object.keys(LOOSE).map(place)] },
      to: {},
    },
    {
      name: 'api: no loose file is imported',
      comment: `a file that stands in no folder is one of ${Object.keys(LOOSE).join(', ')}; every other has a floor`,
      severity: 'error',
      from: { path: `${API}/` },
      to: { path: `${API}/[^/]+$`, pathNot: [TEST, ...Object.keys(LOOSE).map(place)] },
    },
    ...Object.entries(LOOSE).map(
      ([name, may]): IForbiddenRuleType => ({
        name: `api: arrows of ${name}`,
        comment: `${name} imports ${inWords(may)}`,
        severity: 'error',
        from: { path: place(name) },
        to: only([...may, ...(name in { 'main.ts': 0, 'app.ts': 0, 'create-platform.ts': 0 } ? COMMON : [])]),
      }),
    ),
    ...Object.entries(FLOORS).map(
      ([name, may]): IForbiddenRuleType => ({
        name: `api: arrows of ${name}/`,
        comment: `${name}/ imports ${inWords(may)} of the API's other folders`,
        severity: 'error',
        from: { path: place(name), pathNot: [TEST, TEST_SUPPORT] },
        to: only([name, ...may, ...COMMON]),
      }),
    ),
    {
      name: 'api: capability ✗ capability',
      comment: `a capability imports ${inWords(CAPABILITY_MAY)}, and no other capability`,
      severity: 'error',
      from: { path: `${API}/(?!(?:${floors}|testing)/)([^/]+)/`, pathNot: [TEST, TEST_SUPPORT] },
      to: { path: `${API}/`, pathNot: [`${API}/$1/`, ...[...CAPABILITY_MAY, ...COMMON].map(place)] },
    },
  ]
}

const WEB = '^apps/web/src'
/** The floors of the web, from the top: each imports itself and what is below it. `messages` is the cellar of all. */
const WEB_FLOORS = ['app', 'routes', 'features', 'client', 'ui', 'messages']

function webRules(): IForbiddenRuleType[] {
  return [
    ...WEB_FLOORS.map(
      (floor, index): IForbiddenRuleType => ({
        name: `web: ${floor} imports nothing from above`,
        comment: `${floor}/ imports ${['only itself', ...WEB_FLOORS.slice(index + 1)].join(', ')}`,
        severity: 'error',
        from: { path: `${WEB}/${floor}/` },
        to: { path: `${WEB}/`, pathNot: `${WEB}/(?:${WEB_FLOORS.slice(index).join('|')})/` },
      }),
    ),
    {
      name: 'web: every file on a floor',
      comment: `apps/web/src holds ${WEB_FLOORS.join(', ')} and no loose file`,
      severity: 'error',
      from: { path: `${WEB}/`, pathNot: `${WEB}/(?:${WEB_FLOORS.join('|')})/` },
      to: {},
    },
    {
      name: 'web: feature by feature',
      comment: 'a feature imports no other feature: a page brings them together',
      severity: 'error',
      from: { path: `${WEB}/features/([^/]+)/` },
      to: { path: `${WEB}/features/[^/]+/`, pathNot: `${WEB}/features/$1/` },
    },
    {
      name: 'web: ui knows no contract',
      comment: 'ui/ takes plain props: what the server answers is for client/ and the features',
      severity: 'error',
      from: { path: `${WEB}/(?:ui|messages)/` },
      to: { path: '^packages/contracts/' },
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
