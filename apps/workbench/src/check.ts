import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { freeShift } from './free-ports.ts'
import { ROOT } from './process.ts'

type Count = { passed: number; failed: number }
type Step = {
  name: string
  command: readonly string[]
  count?: (report: string) => Promise<Count>
  env?: () => Promise<Record<string, string>>
}

/** `npm test`: every check there is, in the order in which they are cheapest to fail. All run; the last line counts them. */
async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'keyholder-check-'))
  const total: Count = { passed: 0, failed: 0 }
  try {
    for (const step of steps(folder)) {
      const { passed, failed } = await run(step, folder)
      total.passed += passed
      total.failed += failed
      // Nothing that follows can be trusted when what it needs was not made.
      if (failed > 0 && NEEDED_BY_ALL.includes(step.name)) break
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  process.exitCode = total.failed > 0 ? 1 : 0
}

const NEEDED_BY_ALL = ['generate']

/** Nobody's machine tells others what was run on it. */
const QUIET = { TURBO_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1' }

function steps(folder: string): Step[] {
  const turbo = (task: string) => ['turbo', 'run', task, '--output-logs=errors-only']
  return [
    { name: 'generate', command: turbo('generate') },
    { name: 'types', command: turbo('types') },
    { name: 'lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
    { name: 'arrows', command: ['node', 'packages/domain/arrows.ts'] },
    { name: 'dead code', command: ['knip', '--no-progress'] },
    {
      name: 'unit and API tests',
      command: [
        'vitest',
        'run',
        '--config',
        'apps/workbench/vitest.config.ts',
        '--reporter=dot',
        '--reporter=json',
        `--outputFile.json=${join(folder, 'vitest.json')}`,
      ],
      count: countVitest,
    },
    { name: 'build', command: turbo('build') },
    {
      name: 'browser tests',
      command: ['e2e/node_modules/.bin/playwright', 'test', '--config', 'e2e/playwright.config.ts'],
      count: countPlaywright,
      env: besideOthers,
    },
  ]
}

async function run({ name, command, count, env }: Step, folder: string): Promise<Count> {
  console.log(`\n— ${name}`)
  const [program = '', ...args] = command
  const report = join(folder, `${basename(program)}.json`)
  const child = spawn(program, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report, ...QUIET, ...(await env?.()) },
  })
  const [code] = await once(child, 'exit')
  const counted = count
    ? await count(report).catch(() => ({ passed: 0, failed: 1 }))
    : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }
  // A run that failed without a failed test (a crash, a test that never ended) has failed all the same; so has one that ran nothing.
  const silent = counted.failed === 0 && (code !== 0 || counted.passed === 0)
  const result = silent ? { passed: counted.passed, failed: 1 } : counted
  console.log(`  ${result.failed === 0 ? 'ok' : 'FAILED'}: ${result.passed} passed, ${result.failed} failed`)
  return result
}

/** Another run may go on beside this one: the ports of the browser tests move on together to where all are free. */
async function besideOthers(): Promise<Record<string, string>> {
  const { E2E_PORT_SHIFT: shift = String(await freeShift([3310, 5510, 1110, 8110])) } = process.env
  return { E2E_PORT_SHIFT: shift }
}

async function countVitest(report: string): Promise<Count> {
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(await readFile(report, 'utf8'))
  return { passed: Number(numPassedTests), failed: Number(numFailedTests) + Number(numPendingTests) }
}

async function countPlaywright(report: string): Promise<Count> {
  const { stats } = JSON.parse(await readFile(report, 'utf8'))
  return {
    passed: Number(stats.expected),
    failed: Number(stats.unexpected) + Number(stats.flaky) + Number(stats.skipped),
  }
}

await main()
