import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { definedNames } from './apply-functions.ts'
import { migrate } from './apply-migrations.ts'
import { queryOnce } from './query-once.ts'
import { ROLES } from './roles.ts'
import { type FunctionFile, readFunctions } from './schema-folder.ts'
import { cloneDatabase, type TestDatabase } from './test-database.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await cloneDatabase(inject('testCluster'))
})
afterEach(() => database.drop())

const ask = (sql: string) => queryOnce(database.ownerUrl, sql)
const files = async (): Promise<FunctionFile[]> => (await readFunctions(import.meta.dirname)) ?? []

/** Text, triggers and grants of all functions: what a migrate answers for. */
const state = async () => ({
  functions: await ask(
    `SELECT p.oid::regprocedure::text AS signature, pg_get_functiondef(p.oid) AS text, p.oid::int AS oid,
       ARRAY(SELECT r FROM unnest(ARRAY['${ROLES.join("','")}']) AS r WHERE has_function_privilege(r, p.oid, 'EXECUTE')) AS callers
     FROM pg_proc p WHERE ${OURS} ORDER BY 1`,
  ),
  triggers: await ask(
    `SELECT pg_get_triggerdef(t.oid) AS text, t.tgenabled FROM pg_trigger t
     WHERE NOT t.tgisinternal AND t.tgrelid::regclass::text NOT LIKE 'pg\\_%' ORDER BY 1`,
  ),
})

const OURS = `p.pronamespace = 'public'::regnamespace
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')`

describe('the functions of the database', () => {
  test('are those of functions/, each once', async () => {
    const found = await ask(`SELECT p.proname AS name FROM pg_proc p WHERE ${OURS} ORDER BY 1`)
    expect(found.map(({ name }) => name)).toEqual([...definedNames(await files()).functions].sort())
  })

  test('all pin their search path, or are bound to the tables of this schema when they are made', async () => {
    const loose = await ask(`SELECT p.proname FROM pg_proc p WHERE ${OURS}
      AND p.prosqlbody IS NULL AND NOT coalesce(p.proconfig, '{}') @> ARRAY['search_path=public, pg_temp']`)
    expect(loose).toEqual([])
  })

  test('let the planner see through what computes rights: each request asks it', async () => {
    const plan = await ask(
      'EXPLAIN SELECT r.* FROM memberships m CROSS JOIN LATERAL member_rights(m.tenant_id, m.id) r, role_rights(m.tenant_id, m.role_id)',
    )
    expect(JSON.stringify(plan)).toContain('role_permissions')
    expect(JSON.stringify(plan)).not.toContain('Function Scan')
  })

  test('are executed only by the roles named beside them', async () => {
    const open = await ask(
      `SELECT p.proname FROM pg_proc p WHERE ${OURS} AND has_function_privilege('public', p.oid, 'EXECUTE')`,
    )
    expect(open).toEqual([])
  })

  test('stand in files by their name', async () => {
    for (const file of await files()) expect(definedNames([file]).functions).toContain(file.name)
  })
})

describe('the next migrate', () => {
  const run = () => migrate(database)

  test('leaves unaltered functions alone, so that plans with them stay valid', async () => {
    const before = await state()
    expect(await run()).toEqual({ applied: [] })
    expect(await state()).toEqual(before)
  })

  test.each([
    [
      'a body that was altered by hand',
      `CREATE OR REPLACE FUNCTION holder_stays_active() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'`,
    ],
    ['a search path that is loose', 'ALTER FUNCTION members_matching RESET search_path'],
    [
      'a grant to a role that should not have it',
      'GRANT EXECUTE ON FUNCTION unlink_authenticators TO keyholder_worker',
    ],
    ['a grant to everybody', 'GRANT EXECUTE ON FUNCTION shorten_sessions TO PUBLIC'],
    ['a grant that was taken away', 'REVOKE EXECUTE ON FUNCTION throttle_hit FROM keyholder_signin'],
    ['a trigger that was switched off', 'ALTER TABLE packages DISABLE TRIGGER packages_have_a_holder'],
    ['a trigger that was dropped', 'DROP TRIGGER memberships_fit_the_seats ON memberships'],
    ['a function that was dropped', 'DROP FUNCTION find_last_lockout'],
    ['a function of nobody', `CREATE FUNCTION leftover(n int) RETURNS int LANGUAGE sql AS 'SELECT n'`],
    [
      'a trigger of nobody',
      `CREATE FUNCTION leftover() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
       CREATE TRIGGER leftover BEFORE INSERT ON memberships FOR EACH ROW EXECUTE FUNCTION leftover()`,
    ],
  ])('repairs %s', async (_, harm) => {
    const withoutOids = async () => {
      const { functions, triggers } = await state()
      return { functions: functions.map(({ oid: _, ...rest }) => rest), triggers }
    }
    const before = await withoutOids()
    await ask(harm)
    expect(await withoutOids()).not.toEqual(before)
    await run()
    expect(await withoutOids()).toEqual(before)
  })

  test('changes no function at all when one of them cannot be made, and says which and how to go on', async () => {
    const drop = 'DROP FUNCTION throttle_hit'
    const other = `CREATE FUNCTION throttle_hit(counter text, most integer, seconds integer, at timestamptz) RETURNS boolean
      LANGUAGE sql AS 'SELECT true'`
    await ask(`${drop}; ${other}; ALTER FUNCTION members_matching RESET search_path`)
    const before = await state()
    await expect(run()).rejects.toThrow(
      /The functions of throttle_hit could not be made, so all stay as they were: cannot change return type.*Use DROP FUNCTION/,
    )
    expect(await state()).toEqual(before)
  })
})
