import { LAST_SIGN_IN_FILTERS, USER_SORTS } from '@keyholder/contracts'
import { MEMBERSHIP_STATUSES, SECOND_STEP_STATES, USER_KINDS } from '@keyholder/domain'
import { describe, expect } from 'vitest'
import { PAGE_SIZE, type Position } from '../http/cursor.ts'
import { days } from '../platform/clock.fake.ts'
import { it as base } from '../testing/it.ts'
import { addMembers } from '../testing/members.ts'
import type { Tenant, World } from '../testing/world.ts'
import type { UserQuery } from './filter-users.ts'
import { countSql, pageSql } from './list-users.ts'

const SEARCHES = [undefined, 'an', 'anna', '0%'] as const

const it = base
  .extend('many', { scope: 'file' }, async ({ world }) => {
    const tenant = await world.addTenant('De Proef')
    const members = Array.from({ length: 240 }, (_, n) => generated(world, n))
    await addMembers(world, tenant, members)
    return { tenant, rows: await everybody(world, tenant) }
  })
  .extend('tenant', ({ many }) => many.tenant)
  .extend('rows', ({ many }) => many.rows)

describe.each(USER_SORTS)('the list in the order %s', (sort) => {
  it.for(SEARCHES)(
    'gives whom every filter asks for, each once over all pages, when %s is searched for',
    async (search, { world, clock, tenant, rows }) => {
      for (const filter of filters(tenant)) {
        const query = { ...filter, sort, ...(search === undefined ? {} : { search }) }
        const wanted = inOrder(
          rows.filter((row) => isWanted(clock.now(), row, query)),
          sort,
        )
        expect([query, await walk(world, tenant, query)]).toEqual([query, wanted])
      }
    },
  )
})

it('counts whom every filter and search asks for', async ({ world, clock, tenant, rows }) => {
  for (const search of SEARCHES) {
    for (const filter of filters(tenant)) {
      const query = { ...filter, ...(search === undefined ? {} : { search }) }
      const [counted] = await run<{ count: number }>(world, tenant, countSql(query, clock.now()))
      expect([query, counted?.count]).toEqual([query, rows.filter((row) => isWanted(clock.now(), row, query)).length])
    }
  }
})

type Row = Awaited<ReturnType<typeof everybody>>[number]

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!

/** Each column turns at a pace of its own, so that every value meets every other. Many have the same name and the same moment. */
function generated({ clock }: World, n: number) {
  const lastSignInAt = pick(
    [null, clock.ago(0), clock.ago(days(30)), clock.ago(days(30) + 1), clock.ago(days(90)), clock.ago(days(90) + 1)],
    n,
  )
  return {
    name: pick(['Anna', 'anna', 'Ännä', 'Bert', 'Émile', 'de Wit', '100% Zorg'], n * 3),
    kind: pick(USER_KINDS, Math.floor(n / 5)),
    status: pick(MEMBERSHIP_STATUSES, Math.floor(n / 2)),
    secondStep: pick(SECOND_STEP_STATES, Math.floor(n / 7)),
    role: pick(['administrator', 'editor', 'reader', 'api'] as const, Math.floor(n / 11)),
    lastSignInAt,
  }
}

const everybody = (world: World, { tenantId }: Tenant) =>
  world.asOwner((tx) =>
    tx.membership.findMany({
      where: { tenantId },
      select: {
        id: true,
        kind: true,
        name: true,
        email: true,
        status: true,
        secondStep: true,
        roleId: true,
        lastSignInAt: true,
        createdAt: true,
      },
    }),
  )

/** What the contract promises of each filter, said once more and in another language. */
function isWanted(now: Date, row: Row, { search, role, status, secondStep, kind, lastSignIn }: UserQuery): boolean {
  const daysSince = row.lastSignInAt && (now.getTime() - row.lastSignInAt.getTime()) / days(1)
  const wanted = [
    !search || `${row.name} ${row.email}`.toLowerCase().includes(search.toLowerCase()),
    !role || row.roleId === role,
    !status || row.status === status,
    !secondStep || row.secondStep === secondStep,
    !kind || row.kind === kind,
    lastSignIn !== 'never' || daysSince === null,
    lastSignIn !== 'within-30-days' || (daysSince !== null && daysSince <= 30),
    lastSignIn !== 'over-90-days' || (daysSince !== null && daysSince > 90),
  ]
  return wanted.every(Boolean)
}

function inOrder(found: readonly Row[], sort: NonNullable<UserQuery['sort']>): string[] {
  const { compare } = new Intl.Collator('und')
  const key = sort.replace('-', '') as 'name' | 'lastSignInAt' | 'createdAt'
  const ascending = found.toSorted((a, b) => {
    const byKey =
      key === 'name' ? compare(a.name, b.name) : Number(a[key] ?? -Infinity) - Number(b[key] ?? -Infinity) || 0
    return byKey || (a.id < b.id ? -1 : 1)
  })
  return (sort.startsWith('-') ? ascending.reverse() : ascending).map(({ id }) => id)
}

const run = <T>(world: World, { tenantId }: Tenant, sql: ReturnType<typeof pageSql>) =>
  world.platform.database.forTenant(tenantId).read((tx) => tx.query<T>(sql))

/** Every page from the first to the last. */
async function walk(world: World, tenant: Tenant, query: UserQuery): Promise<string[]> {
  const found: string[] = []
  for (let after: Position | null = null; ; ) {
    const page: { id: string; place: string }[] = await run(
      world,
      tenant,
      pageSql(query, { now: world.clock.now(), after }),
    )
    found.push(...page.slice(0, PAGE_SIZE).map(({ id }) => id))
    const last = page.at(PAGE_SIZE - 1)
    if (page.length <= PAGE_SIZE || !last) return found
    after = { key: last.place, id: last.id }
  }
}

/** Every value of every filter, alone and beside each value of every other. */
function filters({ roleIds }: Tenant): UserQuery[] {
  const values: [string, readonly string[]][] = [
    ['role', [roleIds.editor, roleIds.api]],
    ['status', MEMBERSHIP_STATUSES],
    ['secondStep', SECOND_STEP_STATES],
    ['kind', USER_KINDS],
    ['lastSignIn', LAST_SIGN_IN_FILTERS],
  ]
  const single = values.flatMap(([name, all]) => all.map((value) => ({ [name]: value }) as UserQuery))
  const pairs = single.flatMap((one, at) => single.slice(at + 1).map((other) => ({ ...one, ...other })))
  return [{}, ...single, ...pairs]
}
