import { existsSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import packaged from '@sparticuz/chromium'
import { MAILBOX_URL, PORTS, PUBLIC_URL } from './urls.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const dataDirectory = join(tmpdir(), `keyholder-e2e-${PORTS.web}`)
// Each run begins with the demonstration as it is made. Only the process that begins a run may clear what another left: workers read
// this too, and so does whatever else looks at the configuration.
const beginsRun = process.env.TEST_WORKER_INDEX === undefined && /playwright/.test(process.argv[1] ?? '')
if (beginsRun) rmSync(dataDirectory, { recursive: true, force: true })

const INSTALLED = '/usr/bin/chromium'
const executablePath =
  process.env.CHROMIUM_PATH ?? (existsSync(INSTALLED) ? INSTALLED : await packaged.executablePath())

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: join(root, 'test-results'),
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  // A story of several people takes half a minute, and more where other work shares the machine.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [
    ['line'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? join(root, 'test-results/report.json') }],
  ],
  use: {
    baseURL: PUBLIC_URL,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: 'node apps/workbench/src/start.ts',
    cwd: root,
    url: `${PUBLIC_URL}/readyz`,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    // A story of several people takes half a minute, and more where other work shares the machine.
    timeout: 120_000,
    env: {
      PORT: String(PORTS.web),
      DATABASE_PORT: String(PORTS.database),
      MAILBOX_SMTP_PORT: String(PORTS.smtp),
      MAILBOX_HTTP_PORT: String(PORTS.mailbox),
      DATA_DIRECTORY: dataDirectory,
      PUBLIC_URL,
      // All of these people sit behind one address, and are quicker than people.
      REQUESTS_PER_MINUTE: '12000',
      MAILBOX_URL,
    },
  },
})
