import { randomBytes } from 'node:crypto'
import { migrate } from './apply-migrations.ts'
import { queryOnce } from './query-once.ts'
import { startTemporaryCluster } from './temporary-cluster.ts'

/** How to reach the server of a test run. Plain data, so that it travels from the global setup to the workers. */
export interface TestCluster {
  port: number
  superuserUrl: string
  ownerUrl: string
  roleSecret: string
}

/** What test files `inject` when their run has test-global-setup.ts as its globalSetup. */
declare module 'vitest' {
  export interface ProvidedContext {
    testCluster: TestCluster
  }
}

/** A database of its own for a test file: migrated, empty. */
export interface TestDatabase {
  /** Names no user: `roleUrl(databaseUrl, roleSecret, role)` does. */
  databaseUrl: string
  ownerUrl: string
  roleSecret: string
  drop(): Promise<void>
}

/** Starts a server for a test run, with a migrated database to clone. */
export async function startTestCluster(): Promise<TestCluster & { stop(): Promise<void> }> {
  const cluster = await startTemporaryCluster()
  try {
    const roleSecret = randomBytes(32).toString('base64url')
    const facts = {
      port: cluster.port,
      superuserUrl: cluster.superuserUrl(),
      ownerUrl: cluster.ownerUrl(TEMPLATE),
      roleSecret,
    }
    await asSuperuser(facts, `CREATE DATABASE ${TEMPLATE} OWNER keyholder_owner`)
    await migrate(facts)
    // While anyone is connected to it, a database cannot be cloned.
    await asSuperuser(facts, `ALTER DATABASE ${TEMPLATE} WITH ALLOW_CONNECTIONS false`)
    return { ...facts, stop: cluster.stop }
  } catch (error) {
    await cluster.stop()
    throw error
  }
}

/** Makes a copy of the migrated database. */
export const cloneDatabase = (cluster: TestCluster): Promise<TestDatabase> => makeDatabase(cluster, TEMPLATE)

/** Makes a database without any table, for tests of the migrations themselves. */
export const emptyDatabase = (cluster: TestCluster): Promise<TestDatabase> => makeDatabase(cluster, 'template1')

const TEMPLATE = 'keyholder_template'

async function makeDatabase(cluster: TestCluster, template: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await asSuperuser(cluster, `CREATE DATABASE ${name} TEMPLATE ${template} OWNER keyholder_owner`)
  return {
    databaseUrl: `postgresql://127.0.0.1:${cluster.port}/${name}`,
    ownerUrl: cluster.ownerUrl.replace(TEMPLATE, name),
    roleSecret: cluster.roleSecret,
    drop: () => asSuperuser(cluster, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  }
}

async function asSuperuser({ superuserUrl }: TestCluster, statement: string) {
  await queryOnce(superuserUrl, statement)
}
