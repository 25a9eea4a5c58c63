import { expect, inject, test, vi } from 'vitest'
import { queryOnce } from './query-once.ts'
import { roleUrl } from './roles.ts'
import { cloneDatabase, type TestCluster } from './test-database.ts'
import setup from './test-global-setup.ts'

const cluster = inject('testCluster')

test('clones are migrated, made at once, and do not see each other', async () => {
  const clones = await Promise.all([cloneDatabase(cluster), cloneDatabase(cluster), cloneDatabase(cluster)])
  for (const [index, { ownerUrl }] of clones.entries())
    await queryOnce(ownerUrl, `CREATE TABLE mine AS SELECT ${index} AS value`)
  for (const [index, { ownerUrl }] of clones.entries()) {
    expect(
      await queryOnce(ownerUrl, 'SELECT value, (SELECT count(*) > 0 FROM _prisma_migrations) AS migrated FROM mine'),
    ).toEqual([{ value: index, migrated: true }])
  }
  await Promise.all(clones.map(({ drop }) => drop()))
})

test('the roles log in to a clone', async () => {
  const { databaseUrl, roleSecret, drop } = await cloneDatabase(cluster)
  const url = roleUrl(databaseUrl, roleSecret, 'keyholder_signin')
  expect(await queryOnce(url, 'SELECT current_user AS me')).toEqual([{ me: 'keyholder_signin' }])
  await drop()
})

test('a clone is dropped with everyone who is connected to it', async () => {
  const { ownerUrl, drop } = await cloneDatabase(cluster)
  const waiting = queryOnce(ownerUrl, 'SELECT pg_sleep(60)')
  const gone = expect(waiting).rejects.toThrow()
  await drop()
  await gone
  await expect(queryOnce(ownerUrl, 'SELECT 1')).rejects.toThrow('does not exist')
})

test('the database that is cloned takes no connections', async () => {
  await expect(queryOnce(cluster.ownerUrl, 'SELECT 1')).rejects.toThrow('not currently accepting connections')
})

test('a setup that fails leaves no server behind', async () => {
  const reported = vi.spyOn(console, 'error').mockImplementation(() => {})
  const seen: TestCluster[] = []
  const provide = (_: 'testCluster', facts: TestCluster) => {
    seen.push(facts)
    throw new Error('refused')
  }
  await expect(setup({ provide })).rejects.toThrow('refused')
  await expect(queryOnce(seen[0]!.superuserUrl, 'SELECT 1')).rejects.toThrow('ECONNREFUSED')
  expect(reported).toHaveBeenCalled()
})
