import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { connect, type Database, Prisma } from './client.ts'
import { ROLES, roleUrl } from './roles.ts'
import { cloneDatabase, type TestDatabase } from './test-database.ts'
import type {} from './test-global-setup.ts'

let clone: TestDatabase
let owner: Client
let database: Database
beforeAll(async () => {
  clone = await cloneDatabase(inject('testCluster'))
  owner = new Client({ connectionString: clone.ownerUrl })
  owner.on('error', () => {})
  await owner.connect()
  database = connect({ databaseUrl: clone.databaseUrl, roleSecret: clone.roleSecret })
})
afterAll(async () => {
  await database.close()
  await owner.end()
  await clone.drop()
})

async function ask<Row>(sql: string): Promise<Row[]> {
  return (await owner.query(sql)).rows
}

/** Tables that belong to organisations: those with a tenant, and the organisations themselves. */
const TENANT_TABLES = `
  SELECT c.oid, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p')
    AND (c.relname = 'tenants' OR EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped))`

describe('the catalogue', () => {
  it('has row-level security, forced, on every table with a tenant (AZH-04)', async () => {
    const tables = await ask<{ relname: string }>(`SELECT relname FROM (${TENANT_TABLES}) t`)
    expect(tables.length).toBeGreaterThan(15)
    const open = await ask(`SELECT t.relname FROM (${TENANT_TABLES}) t JOIN pg_class c ON c.oid = t.oid
      WHERE NOT (c.relrowsecurity AND c.relforcerowsecurity)`)
    expect(open).toEqual([])
  })

  it('has one permissive policy for requests on each, which reads and writes by the tenant alone (AZH-04)', async () => {
    const policies = await ask<{ relname: string; count: string; whole: boolean }>(`
      SELECT t.relname, count(p.polname), coalesce(bool_and(
        pg_get_expr(p.polqual, p.polrelid) LIKE '%current_setting(''app.tenant_id''%'
        AND pg_get_expr(p.polwithcheck, p.polrelid) = pg_get_expr(p.polqual, p.polrelid)), false) AS whole
      FROM (${TENANT_TABLES}) t LEFT JOIN pg_policy p ON p.polrelid = t.oid AND p.polpermissive
        AND 'keyholder_tenant'::regrole::oid = ANY (p.polroles)
      GROUP BY t.relname`)
    expect(policies.filter(({ count, whole }) => count !== '1' || !whole)).toEqual([])
    const everybody = await ask(`SELECT polname FROM pg_policy WHERE 0 = ANY (polroles)`)
    expect(everybody).toEqual([])
  })

  it('has keys that begin with the tenant, and references that carry it along (AZH-07)', async () => {
    const references = await ask<{ name: string; columns: string }>(`
      SELECT con.conname AS name, (SELECT string_agg(a.attname, ',' ORDER BY k.place) FROM unnest(con.conkey) WITH ORDINALITY k (num, place)
        JOIN pg_attribute a ON a.attrelid = con.conrelid AND a.attnum = k.num) AS columns
      FROM pg_constraint con WHERE con.contype = 'f' AND con.connamespace = 'public'::regnamespace`)
    expect(references.length).toBeGreaterThan(15)
    expect(references.filter(({ columns }) => !/^(home_)?tenant_id(,|$)/.test(columns))).toEqual([])
  })

  it('has no role that owns anything, is a superuser or passes by the policies (OPS-13)', async () => {
    const names = ROLES.map((role) => `'${role}'`).join(',')
    const mighty = await ask(
      `SELECT rolname FROM pg_roles WHERE rolname IN (${names}) AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolinherit)`,
    )
    expect(mighty).toEqual([])
    expect(await ask(`SELECT relname FROM pg_class WHERE relowner::regrole::text IN (${names})`)).toEqual([])
    const creating = await ask(
      `SELECT r FROM unnest(ARRAY[${names}]) r WHERE has_schema_privilege(r, 'public', 'CREATE')`,
    )
    expect(creating).toEqual([])
    const members = await ask(`SELECT member::regrole FROM pg_auth_members WHERE member::regrole::text IN (${names})`)
    expect(members).toEqual([])
  })

  it('shows tenant code no password, secret or hash', async () => {
    const secret = await ask<{ table_name: string; column_name: string }>(`
      SELECT table_name, column_name FROM information_schema.column_privileges
      WHERE grantee = 'keyholder_tenant' AND privilege_type = 'SELECT'
        AND (column_name ~ '(hash|sealed|secret)' OR table_name IN ('logins', 'recovery_codes', 'sign_in_attempts', 'signing_keys', 'second_factor_counters'))`)
    expect(secret).toEqual([])
  })

  it('lets no role change or remove an event, and only the log role read one', async () => {
    const may = await ask<{ grantee: string; privilege_type: string }>(`
      SELECT grantee, privilege_type FROM information_schema.table_privileges WHERE table_name = 'audit_events' AND grantee LIKE 'keyholder\\_%' AND grantee <> 'keyholder_owner'
      ORDER BY 1, 2`)
    expect(may.map(({ grantee, privilege_type }) => `${grantee} ${privilege_type}`)).toEqual([
      'keyholder_audit SELECT',
      'keyholder_operator INSERT',
      'keyholder_signin INSERT',
      'keyholder_tenant INSERT',
      'keyholder_worker INSERT',
    ])
  })
})

describe('a connection without a tenant', () => {
  it('sees nothing and can make nothing', async () => {
    const client = new Client({ connectionString: roleUrl(clone.databaseUrl, clone.roleSecret, 'keyholder_tenant') })
    client.on('error', () => {})
    await client.connect()
    try {
      await owner.query(`INSERT INTO tenants VALUES ('00000000-0000-7000-8000-000000000001', 'Een', now())`)
      expect((await client.query('SELECT * FROM tenants')).rows).toEqual([])
      const insert = `INSERT INTO memberships (tenant_id, id, kind, name, email, language, role_id, status, created_at)
        VALUES ('00000000-0000-7000-8000-000000000001', gen_random_uuid(), 'person', 'x', 'x@x.nl', 'nl', gen_random_uuid(), 'invited', now())`
      await expect(client.query(insert)).rejects.toThrow(/row-level security/)
      await client.query(
        `BEGIN; SELECT set_config('app.tenant_id', '00000000-0000-7000-8000-000000000001', true); COMMIT`,
      )
      // After a transaction that set it the setting is an empty text, not null (performance.md 4).
      expect((await client.query('SELECT * FROM tenants')).rows).toEqual([])
    } finally {
      await client.end()
    }
  })
})

describe('a query', () => {
  it('runs in the transaction that it was asked of, whatever runs beside it', async () => {
    const tenants = Array.from({ length: 60 }, (_, n) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`)
    const seen = await Promise.all(
      tenants.map((tenantId) =>
        database.forTenant(tenantId).read(async (tx) => {
          await tx.query(Prisma.sql`SELECT 1`)
          return tx.query<{ id: string }>(Prisma.sql`SELECT current_setting('app.tenant_id') AS id`)
        }),
      ),
    )
    expect(seen.flat().map(({ id }) => id)).toEqual(tenants)
  })

  it('is one statement without a transaction when the sign-in role asks', async () => {
    const [row] = await database.signIn.query<{ role: string }>(Prisma.sql`SELECT current_user::text AS role`)
    expect(row).toEqual({ role: 'keyholder_signin' })
  })
})

describe('a query whose key is not there', () => {
  it('touches no row, because undefined is refused (AZH-10)', async () => {
    const id: string | undefined = [].at(0)
    const work = database.signIn.write((tx) =>
      // @ts-expect-error undefined does not compile either
      tx.session.deleteMany({ where: { id } }),
    )
    await expect(work).rejects.toThrow(/undefined/)
  })
})
