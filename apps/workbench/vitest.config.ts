import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Every suite of the project in one run, so that two cores are shared well. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  // By name: a folder without a configuration of its own would run the tests of all the others.
  test: { projects: ['packages/domain', 'prisma', 'apps/api', 'apps/mailbox', 'apps/web'] },
})
