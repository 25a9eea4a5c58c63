import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    globalSetup: ['@keyholder/prisma/test-global-setup'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Each file has a world of its own and shares nothing else. A process for each would load and compile the application anew,
    // which took longer than the tests. Such workers cannot be shared with the other projects, so these tests come after them.
    isolate: false,
    maxWorkers: 2,
    sequence: { groupOrder: 1 },
  },
})
