import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Embedded } from './embedded.ts'
import { queryOnce } from './query-once.ts'
import { ensureRoles, ROLES, rolePassword, roleUrl } from './roles.ts'
import { startTemporaryCluster } from './temporary-cluster.ts'

const SECRET = 'a secret of at least thirty-two characters'
let server: Embedded

beforeAll(async () => {
  server = await startTemporaryCluster()
})

afterAll(() => server.stop())

test('three that make the roles at once all succeed, in two databases', async () => {
  await queryOnce(server.superuserUrl(), 'CREATE DATABASE second OWNER keyholder_owner')
  const databases = ['keyholder', 'keyholder', 'second']
  await Promise.all(databases.map((database) => ensureRoles(server.ownerUrl(database), SECRET)))
})

test('a role logs in by the password that follows from the secret, and may do nothing more', async () => {
  await ensureRoles(server.ownerUrl(), SECRET)
  for (const role of ROLES) {
    const rows = await queryOnce(roleUrl(server.ownerUrl(), SECRET, role), ATTRIBUTES)
    expect(rows).toEqual([{ rolname: role, may: false, rolinherit: false, members: 0 }])
  }
})

test('a new secret gives new passwords', async () => {
  const other = `${SECRET}, another`
  await ensureRoles(server.ownerUrl(), other)
  await queryOnce(roleUrl(server.ownerUrl(), other, 'keyholder_tenant'), 'SELECT 1')
  const old = roleUrl(server.ownerUrl(), SECRET, 'keyholder_tenant')
  await expect(queryOnce(old, 'SELECT 1')).rejects.toThrow('password authentication failed')
})

test('the server gets verifiers, never a password', async () => {
  await ensureRoles(server.ownerUrl(), SECRET)
  const rows = await queryOnce(server.superuserUrl(), `SELECT rolpassword FROM pg_authid WHERE rolname = ANY ($1)`, [
    ROLES,
  ])
  expect(rows).toHaveLength(ROLES.length)
  for (const { rolpassword } of rows) expect(rolpassword).toMatch(/^SCRAM-SHA-256\$4096:/)
})

test('a role that was given more than it should have is refused', async () => {
  await queryOnce(server.superuserUrl(), 'ALTER ROLE keyholder_tenant BYPASSRLS')
  await expect(ensureRoles(server.ownerUrl(), SECRET)).rejects.toThrow('The database role keyholder_tenant may do more')
  await queryOnce(server.superuserUrl(), 'ALTER ROLE keyholder_tenant NOBYPASSRLS')
  await ensureRoles(server.ownerUrl(), SECRET)
})

test('tells an owner that may not change a role what to grant', async () => {
  await queryOnce(server.superuserUrl(), 'DROP ROLE keyholder_audit')
  await queryOnce(server.superuserUrl(), 'CREATE ROLE keyholder_audit')
  await expect(ensureRoles(server.ownerUrl(), SECRET)).rejects.toThrow(
    'GRANT keyholder_audit TO keyholder_owner WITH ADMIN OPTION',
  )
})

test('the URL of a role replaces whatever user the URL of the database names', () => {
  const password = rolePassword(SECRET, 'keyholder_worker')
  const expected = `postgresql://keyholder_worker:${password}@db.example:5432/keyholder?sslmode=require`
  expect(roleUrl('postgresql://db.example:5432/keyholder?sslmode=require', SECRET, 'keyholder_worker')).toBe(expected)
  expect(roleUrl('postgresql://me:mine@db.example:5432/keyholder?sslmode=require', SECRET, 'keyholder_worker')).toBe(
    expected,
  )
})

test('a secret that is too short is refused', () => {
  expect(() => rolePassword('short', 'keyholder_worker')).toThrow('DATABASE_ROLE_SECRET needs at least 32 characters.')
})

const ATTRIBUTES = `
  SELECT rolname, rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole OR rolreplication AS may, rolinherit,
    (SELECT count(*)::int FROM pg_auth_members WHERE member = pg_roles.oid) AS members
  FROM pg_roles WHERE rolname = current_user`
