import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Every suite of the project in one run, so that two cores are shared well. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  // By name: a folder without a configuration of its own would run the tests of all the others.
  test: {
    // Vitest leaves a core free by itself; with two that is half the machine.
    maxWorkers: 2,
    projects: [
      'packages/domain',
      'prisma',
      'apps/api',
      'apps/mailbox',
      'apps/web',
      'apps/workbench/src/vitest.config.ts',
    ],
  },
})
