import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Every suite of the project in one run, so that two cores are shared well. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: { projects: ['packages/*', 'prisma', 'apps/*'] },
})
