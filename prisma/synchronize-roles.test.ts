import { BUILT_IN_ROLES, ROLE_RULES } from '@keyholder/domain'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { migrate } from './apply-migrations.ts'
import { queryOnce } from './query-once.ts'
import { cloneDatabase, type TestDatabase } from './test-database.ts'

const TENANTS = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002']
const OWN_ROLE = 'made by the organisation'

let database: TestDatabase
beforeEach(async () => {
  database = await cloneDatabase(inject('testCluster'))
  for (const tenantId of TENANTS) await addTenant(tenantId)
  await migrate(database)
})
afterEach(() => database.drop())

const ask = (sql: string, values: unknown[] = []) => queryOnce(database.ownerUrl, sql, values)

/** An organisation as an older version could have left it: roles without any permission, and one of its own. */
async function addTenant(tenantId: string) {
  await ask(`INSERT INTO tenants (id, name, created_at) VALUES ($1, 'Een', now())`, [tenantId])
  for (const builtIn of [...BUILT_IN_ROLES, null]) {
    await ask(
      `INSERT INTO roles (tenant_id, id, built_in, name, rank) VALUES ($1, gen_random_uuid(), $2, coalesce($2, '${OWN_ROLE}'), 1)`,
      [tenantId, builtIn],
    )
  }
  await ask(
    `INSERT INTO role_permissions SELECT tenant_id, id, 'users:read' FROM roles WHERE tenant_id = $1 AND built_in IS NULL`,
    [tenantId],
  )
}

const rolesOf = (tenantId: string) =>
  ask(
    `SELECT r.name, r.rank, ARRAY(
       SELECT p.permission FROM role_permissions p WHERE p.tenant_id = r.tenant_id AND p.role_id = r.id ORDER BY 1) AS permissions
     FROM roles r WHERE r.tenant_id = $1 ORDER BY array_position($2::text[], r.built_in)`,
    [tenantId, [...BUILT_IN_ROLES]],
  )

const AS_IN_DOMAIN = [
  ...BUILT_IN_ROLES.map((name) => ({
    name,
    rank: ROLE_RULES[name].rank,
    permissions: [...ROLE_RULES[name].permissions].sort(),
  })),
  { name: OWN_ROLE, rank: 1, permissions: ['users:read'] },
]

describe('after a migrate', () => {
  test('every organisation has the built-in roles of domain, also with a permission that is new to it', async () => {
    for (const tenantId of TENANTS) expect(await rolesOf(tenantId)).toEqual(AS_IN_DOMAIN)
  })

  test.each([
    ['a rank', `UPDATE roles SET rank = 100 WHERE built_in = 'reader'`],
    [
      'a permission given by hand',
      `INSERT INTO role_permissions SELECT tenant_id, id, 'policy:edit' FROM roles WHERE built_in = 'reader'`,
    ],
    ['a permission taken by hand', `DELETE FROM role_permissions WHERE permission = 'audit:read'`],
    [
      'a permission that there is no more',
      `INSERT INTO role_permissions SELECT tenant_id, id, 'users:bless' FROM roles WHERE built_in = 'holder'`,
    ],
  ])('%s is as domain says again', async (_, harm) => {
    await ask(harm)
    expect(await rolesOf(TENANTS[0]!)).not.toEqual(AS_IN_DOMAIN)
    await migrate(database)
    for (const tenantId of TENANTS) expect(await rolesOf(tenantId)).toEqual(AS_IN_DOMAIN)
  })

  test('a role that an organisation made is as it made it', async () => {
    await ask(`UPDATE roles SET rank = 7 WHERE built_in IS NULL`)
    await migrate(database)
    expect(await rolesOf(TENANTS[1]!)).toContainEqual({ name: OWN_ROLE, rank: 7, permissions: ['users:read'] })
  })
})
