import { defineConfig } from 'vitest/config'

export default defineConfig({
  // They wait for PostgreSQL more than they work.
  test: { maxWorkers: 2, globalSetup: ['./test-global-setup.ts'], testTimeout: 20_000, hookTimeout: 20_000 },
})
