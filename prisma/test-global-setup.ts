import type { TestProject } from 'vitest/node'
import { startTestCluster } from './test-database.ts'

/**
 * A globalSetup of Vitest: one PostgreSQL for the whole run. Test files take `inject('testCluster')` and clone.
 * @returns what stops the server
 */
export default async function setup(project: Pick<TestProject, 'provide'>): Promise<() => Promise<void>> {
  const { stop, ...cluster } = await startTestCluster().catch(report)
  try {
    project.provide('testCluster', cluster)
    return stop
  } catch (error) {
    await stop()
    return report(error)
  }
}

function report(error: unknown): never {
  console.error(error) // Vitest says no more than that it found no test files.
  throw error
}
