import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { checkArrows } from './arrows.ts'

/** A small house that obeys. Each test adds one file to it. */
const OBEDIENT = {
  'packages/domain/package.json': '{ "name": "@keyholder/domain", "exports": { ".": "./src/index.ts" } }',
  'packages/domain/src/index.ts': "export * from './roles.ts'",
  'packages/domain/src/roles.ts': 'export type Role = string',
  'packages/contracts/package.json': '{ "name": "@keyholder/contracts", "exports": { ".": "./src/index.ts" } }',
  'packages/contracts/src/index.ts': "export type { Role } from '@keyholder/domain'",
  'apps/api/src/app.ts':
    "import './users/index.ts'\nimport './http/serve.ts'\nimport type { Role } from '@keyholder/contracts'",
  'apps/api/src/main.ts': "import './app.ts'\nimport './jobs/sweep.ts'\nimport './config/read-config.ts'",
  'apps/api/src/context.ts': "import type {} from './platform/clock.ts'",
  'apps/api/src/settings.ts': 'export const name = 1',
  'apps/api/src/problem.ts': 'export const problem = 1',
  'apps/api/src/create-platform.ts': "import './platform/clock.ts'\nimport './config/read-config.ts'",
  'apps/api/src/config/read-config.ts': "import type {} from '../settings.ts'",
  'apps/api/src/jobs/sweep.ts': "import '../identity/audit/record.ts'",
  'apps/api/src/outbox/enqueue.ts': "import '../messages/invitation.ts'",
  'apps/api/src/http/serve.ts': "import '../platform/clock.ts'\nimport type {} from '../context.ts'",
  'apps/api/src/platform/clock.ts': 'export const now = () => new Date()',
  'apps/api/src/platform/clock.fake.ts': "import type {} from './clock.ts'",
  'apps/api/src/testing/world.ts':
    "import '../app.ts'\nimport '../roles/list-roles.ts'\nimport '../platform/clock.fake.ts'",
  'apps/api/src/messages/invitation.ts': 'export const text = 1',
  'apps/api/src/identity/audit/record.ts': "import '../../outbox/enqueue.ts'\nimport '../../problem.ts'",
  'apps/api/src/users/index.ts':
    "import '../identity/audit/record.ts'\nimport '../messages/invitation.ts'\nimport '../platform/clock.ts'",
  'apps/api/src/roles/list-roles.ts': "import type { Role } from '@keyholder/domain'",
  'apps/mailbox/src/mailbox.ts': 'export const port = 1',
  'apps/web/src/app/router.tsx': "import '../routes/users-page.tsx'\nimport '../client/api.ts'",
  'apps/web/src/routes/users-page.tsx':
    "import { List } from '../features/users/list.tsx'\nexport const Page = () => <List />",
  'apps/web/src/features/users/list.tsx':
    "import '../../ui/table.tsx'\nimport '../../client/api.ts'\nexport const List = () => <p />",
  'apps/web/src/features/roles/matrix.tsx': 'export const Matrix = () => <p />',
  'apps/web/src/client/api.ts':
    "import type { Role } from '@keyholder/contracts'\nimport '../ui/table.tsx'\nimport '../messages/texts.ts'",
  'apps/web/src/ui/table.tsx': "import '../messages/texts.ts'\nexport const Table = () => <table />",
  'apps/web/src/messages/texts.ts': 'export const texts = 1',
  'e2e/story.ts': "import type { Role } from '@keyholder/contracts'",
}

const scratch: string[] = []

afterEach(() => {
  for (const folder of scratch.splice(0)) rmSync(folder, { recursive: true })
})

it('the arrows hold in a house that obeys, and every module is counted', async () => {
  const verdict = await checkArrows(houseOf(OBEDIENT))
  expect(verdict).toEqual({ modules: 29, dependencies: 36, violations: [] })
})

it.each([
  [
    'the domain imports a contract',
    'packages/domain/src/x.ts',
    "import type { Role } from '@keyholder/contracts'",
    'arrows of packages/domain',
  ],
  ['the domain reads a file', 'packages/domain/src/x.ts', "import { readFileSync } from 'node:fs'", 'domain is pure'],
  [
    'a contract imports the API',
    'packages/contracts/src/x.ts',
    "import '../../../apps/api/src/app.ts'",
    'arrows of packages/contracts',
  ],
  [
    'a page imports the API',
    'apps/web/src/routes/x.tsx',
    "import type { A } from '../../../api/src/app.ts'",
    'arrows of apps/web',
  ],
  ['the API imports a page', 'apps/api/src/users/x.ts', "import '../../../web/src/ui/table.tsx'", 'arrows of apps/api'],
  [
    'the API imports the mailbox',
    'apps/api/src/users/x.ts',
    "import '../../../mailbox/src/mailbox.ts'",
    'api: mailbox in tests only',
  ],
  [
    'the mailbox imports a contract',
    'apps/mailbox/src/x.ts',
    "import '@keyholder/contracts'",
    'arrows of apps/mailbox',
  ],
  ['a story imports the mailbox', 'e2e/x.ts', "import '../apps/mailbox/src/mailbox.ts'", 'arrows of e2e'],
  [
    'a capability imports the application',
    'apps/api/src/users/x.ts',
    "import '../app.ts'",
    'api: capability ✗ capability',
  ],
  ['the application imports the process', 'apps/api/src/app.ts', "import './main.ts'", 'api: arrows of app.ts'],
  ['http imports identity', 'apps/api/src/http/x.ts', "import '../identity/audit/record.ts'", 'api: arrows of http/'],
  ['the platform imports http', 'apps/api/src/platform/x.ts', "import '../http/serve.ts'", 'api: arrows of platform/'],
  [
    'a message imports identity',
    'apps/api/src/messages/x.ts',
    "import '../identity/audit/record.ts'",
    'api: arrows of messages/',
  ],
  [
    'the outbox imports identity',
    'apps/api/src/outbox/x.ts',
    "import '../identity/audit/record.ts'",
    'api: arrows of outbox/',
  ],
  [
    'the configuration imports identity',
    'apps/api/src/config/x.ts',
    "import '../identity/audit/record.ts'",
    'api: arrows of config/',
  ],
  [
    'identity imports a handler',
    'apps/api/src/identity/x.ts',
    "import '../roles/list-roles.ts'",
    'api: arrows of identity/',
  ],
  ['identity imports Fastify', 'apps/api/src/identity/x.ts', "import '../http/serve.ts'", 'api: arrows of identity/'],
  ['a job imports a handler', 'apps/api/src/jobs/x.ts', "import '../roles/list-roles.ts'", 'api: arrows of jobs/'],
  [
    'a command imports a handler',
    'apps/api/src/commands/x.ts',
    "import '../roles/list-roles.ts'",
    'api: arrows of commands/',
  ],
  [
    'the context imports identity',
    'apps/api/src/context.ts',
    "import './identity/audit/record.ts'",
    'api: arrows of context.ts',
  ],
  [
    'the settings import the configuration',
    'apps/api/src/settings.ts',
    "import './config/read-config.ts'",
    'api: arrows of settings.ts',
  ],
  [
    'a problem imports identity',
    'apps/api/src/problem.ts',
    "import './identity/audit/record.ts'",
    'api: arrows of problem.ts',
  ],
  [
    "the platform's maker imports http",
    'apps/api/src/create-platform.ts',
    "import './http/serve.ts'",
    'api: arrows of create-platform.ts',
  ],
  ['the process imports a handler', 'apps/api/src/main.ts', "import './roles/list-roles.ts'", 'api: arrows of main.ts'],
  ['a file stands loose', 'apps/api/src/may-give-role.ts', "import './roles/list-roles.ts'", 'api: no loose file'],
  [
    'a capability imports another',
    'apps/api/src/users/x.ts',
    "import type {} from '../roles/list-roles.ts'",
    'api: capability ✗ capability',
  ],
  [
    'a capability imports the configuration',
    'apps/api/src/users/x.ts',
    "import '../config/read-config.ts'",
    'api: capability ✗ capability',
  ],
  [
    'production code imports what helps testing',
    'apps/api/src/users/x.ts',
    "import '../testing/world.ts'",
    'fakes in tests only',
  ],
  [
    'a page imports the router',
    'apps/web/src/routes/x.tsx',
    "import '../app/router.tsx'",
    'web: routes imports nothing from above',
  ],
  [
    'a feature imports the router',
    'apps/web/src/features/users/x.tsx',
    "import '../../app/router.tsx'",
    'web: features imports nothing from above',
  ],
  [
    'a feature imports a page',
    'apps/web/src/features/users/x.tsx',
    "import '../../routes/users-page.tsx'",
    'web: features imports nothing from above',
  ],
  [
    'a feature imports another',
    'apps/web/src/features/users/x.tsx',
    "const y = () => import('../roles/matrix.tsx')",
    'web: feature by feature',
  ],
  [
    'the client imports a feature',
    'apps/web/src/client/x.ts',
    "import type {} from '../features/users/list.tsx'",
    'web: client imports nothing from above',
  ],
  [
    'the client imports a page',
    'apps/web/src/client/x.ts',
    "import '../routes/users-page.tsx'",
    'web: client imports nothing from above',
  ],
  [
    'the client imports the router',
    'apps/web/src/client/x.ts',
    "import '../app/router.tsx'",
    'web: client imports nothing from above',
  ],
  ['ui imports the client', 'apps/web/src/ui/x.tsx', "import '../client/api.ts'", 'web: ui imports nothing from above'],
  [
    'ui imports a feature',
    'apps/web/src/ui/x.tsx',
    "import '../features/users/list.tsx'",
    'web: ui imports nothing from above',
  ],
  [
    'ui imports a contract',
    'apps/web/src/ui/x.tsx',
    "import type { Role } from '@keyholder/contracts'",
    'web: ui knows no contract',
  ],
  [
    'a text imports a control',
    'apps/web/src/messages/x.ts',
    "import '../ui/table.tsx'",
    'web: messages imports nothing from above',
  ],
  [
    'a text imports a contract',
    'apps/web/src/messages/x.ts',
    "import type { Role } from '@keyholder/contracts'",
    'web: ui knows no contract',
  ],
  [
    'a page imports a loose file',
    'apps/web/src/routes/x.tsx',
    "import '../loose.ts'",
    'web: routes imports nothing from above',
  ],
  [
    'a loose file of the web imports the client',
    'apps/web/src/x.ts',
    "import './client/api.ts'",
    'web: every file on a floor',
  ],
  [
    'a drawer of the web imports ui',
    'apps/web/src/utils/x.ts',
    "import '../ui/table.tsx'",
    'web: every file on a floor',
  ],
  ['the application imports a fake', 'apps/api/src/platform/x.ts', "import './clock.fake.ts'", 'fakes in tests only'],
  ['two files import each other', 'apps/api/src/roles/x.ts', "import './y.ts'", 'no cycle'],
  [
    'a package is entered by its window',
    'apps/api/src/users/x.ts',
    "import '../../../../packages/domain/src/roles.ts'",
    'by the front door',
  ],
  ['an import leads nowhere', 'apps/api/src/users/x.ts', "import '../platform/gone.ts'", 'found'],
])('the arrows are broken when %s', async (_what, file, text, rule) => {
  const broken = {
    ...OBEDIENT,
    'apps/api/src/roles/y.ts': "import type {} from './x.ts'",
    'apps/api/src/roles/x.ts': '',
    'apps/web/src/loose.ts': '',
    [file]: text,
  }
  const { violations } = await checkArrows(houseOf(broken))
  expect(violations).toContainEqual(expect.stringContaining(`${rule}: `))
})

it('the arrows see through a loose file between two capabilities', async () => {
  const detour = {
    ...OBEDIENT,
    'apps/api/src/loose.ts': "import './roles/list-roles.ts'",
    'apps/api/src/users/x.ts': "import '../loose.ts'",
  }
  const { violations } = await checkArrows(houseOf(detour))
  expect(violations).toContainEqual(expect.stringContaining('api: no loose file is imported: '))
  expect(violations).toContainEqual(expect.stringContaining('api: no loose file: '))
})

it('the arrows are not shown by an import that the parser passes over', async () => {
  const hidden = { ...OBEDIENT, 'apps/web/src/ui/x.ts': "export type R = import('@keyholder/contracts').Role" }
  await expect(checkArrows(houseOf(hidden))).rejects.toThrow('were not read: apps/web/src/ui/x.ts')
})

it('the arrows cannot be shown on nothing', async () => {
  await expect(checkArrows(houseOf({ 'README.md': 'empty' }))).rejects.toThrow('There is no TypeScript file')
})

function houseOf(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'arrows-'))
  scratch.push(root)
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  mkdirSync(join(root, 'node_modules/@keyholder'), { recursive: true })
  for (const name of ['domain', 'contracts'])
    symlinkSync(`../../packages/${name}`, join(root, 'node_modules/@keyholder', name))
  writeFileSync(join(root, '.gitignore'), 'node_modules')
  execFileSync('git', ['init', '--quiet'], { cwd: root })
  return root
}
