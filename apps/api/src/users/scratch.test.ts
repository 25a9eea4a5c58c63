import { afterAll, beforeAll, it } from 'vitest'
import { Prisma } from '@keyholder/prisma'
import { createWorld, type World } from '../testing/world.ts'
import { pageSql, countSql } from './list-users.ts'
let world: World
beforeAll(async () => { world = await createWorld() })
afterAll(() => world.close())
it('x', async () => {
  const ts = []
  for (const n of ['A', 'B', 'C']) {
    const t = await world.addTenant(n, { seats: 1000000 })
    ts.push(t)
    await world.asOwner(async (tx) => {
      await tx.$executeRaw`ALTER TABLE memberships DISABLE TRIGGER memberships_fit_the_seats`
      await tx.$executeRaw`
      INSERT INTO memberships (tenant_id, id, kind, name, email, language, role_id, status, created_at, last_sign_in_at)
      SELECT ${t.tenantId}::uuid, gen_random_uuid(), 'person', (array['Anna','Bert','Chris','Dirk','Émile','Fatima','Jan','Piet'])[1 + n % 8] || ' ' || md5(n::text), 'p' || n || '@example.nl', 'nl', ${t.roleIds.reader}::uuid, 'invited', now() - n * interval '1 minute', CASE WHEN n % 3 = 0 THEN now() - n * interval '10 minute' END
      FROM generate_series(1, ${n === 'A' ? 300000 : 50000}::int) n`
      await tx.$executeRaw`ALTER TABLE memberships ENABLE TRIGGER memberships_fit_the_seats`
    })
  }
  await world.asOwner((tx) => tx.$executeRaw`ANALYZE memberships`)
  const db = world.platform.database.forTenant(ts[0]!.tenantId)
  const now = new Date()
  const id = '80000000-0000-4000-8000-000000000000'
  const explain = (title: string, sql: Prisma.Sql) => db.read(async (tx) => {
    const rows = await tx.$queryRaw<{ 'QUERY PLAN': string }[]>(Prisma.sql`EXPLAIN (ANALYZE, COSTS OFF, BUFFERS OFF) ${sql}`)
    console.log(title + '\n' + rows.map((r) => r['QUERY PLAN']).join('\n'))
  }).catch((e) => console.log(title, String(e).slice(0, 300)))
  for (const sort of ['name', '-name', 'lastSignInAt', '-lastSignInAt', 'createdAt', '-createdAt'] as const) {
    await explain(sort, pageSql({ sort }, { now, after: null }))
    const key = sort.includes('ame') ? 'Chris' : new Date(now.getTime() - 86400000 * 20).toISOString()
    await explain(sort + ' after', pageSql({ sort }, { now, after: { key, id } }))
  }
  await explain('count', countSql({}, now))
  for (const search of ['md5none', 'p12345@', 'jan', 'a', 'abc']) {
    await explain('search ' + search, pageSql({ search }, { now, after: null }))
    await explain('search count ' + search, countSql({ search }, now))
  }
  for (const q of [{ status: 'active' }, { lastSignIn: 'over-90-days' }, { lastSignIn: 'never' }, { kind: 'api' }, { role: ts[0]!.roleIds.holder }, { secondStep: 'linked'} ] as const) {
    await explain(JSON.stringify(q), pageSql(q, { now, after: null }))
    await explain('count', countSql(q, now))
  }
}, 200000)
