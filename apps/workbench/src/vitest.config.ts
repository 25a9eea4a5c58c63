import { defineConfig } from 'vitest/config'

/** Its own tests. The configuration one folder up is no project among the others: it brings them together. */
export default defineConfig({ test: { name: '@keyholder/workbench' } })
