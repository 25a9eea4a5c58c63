import { LAST_SIGN_IN_FILTERS, USER_SORTS } from '@keyholder/contracts'
import { MEMBERSHIP_STATUSES, SECOND_STEP_STATES, USER_KINDS } from '@keyholder/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PAGE_SIZE, type Position } from '../http/cursor.ts'
import { days } from '../platform/clock.fake.ts'
import { addMembers } from '../testing/members.ts'
import { createWorld, type Tenant, type World } from '../testing/world.ts'
import type { UserQuery } from './filter-users.ts'
import { countSql, pageSql } from './list-users.ts'

type Row = Awaited<ReturnType<typeof everybody>>[number]

let world: World
let tenant: Tenant
let rows: Row[]
beforeAll(async () => {
  world = await createWorld()
  tenant = await world.addTenant('De Proef')
  await addMembers(
    world,
    tenant,
    Array.from({ length: 240 }, (_, n) => generated(n)),
  )
  rows = await everybody()
})
afterAll(() => world.close())

const ago = (milliseconds: number) => new Date(world.clock.now().getTime() - milliseconds)
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!

/** Each column turns at a pace of its own, so that every value meets every other. Many have the same name and the same moment. */
function generated(n: number) {
  const lastSignInAt = pick([null, ago(0), ago(days(30)), ago(days(30) + 1), ago(days(90)), ago(days(90) + 1)], n)
  return {
    name: pick(['Anna', 'anna', 'Ännä', 'Bert', 'Émile', 'de Wit', '100% Zorg'], n * 3),
    kind: pick(USER_KINDS, Math.floor(n / 5)),
    status: pick(MEMBERSHIP_STATUSES, Math.floor(n / 2)),
    secondStep: pick(SECOND_STEP_STATES, Math.floor(n / 7)),
    role: pick(['administrator', 'editor', 'reader', 'api'] as const, Math.floor(n / 11)),
    lastSignInAt,
  }
}

const everybody = () =>
  world.asOwner((tx) =>
    tx.membership.findMany({
      where: { tenantId: tenant.tenantId },
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
function isWanted(row: Row, { search, role, status, secondStep, kind, lastSignIn }: UserQuery): boolean {
  const daysSince = row.lastSignInAt && (world.clock.now().getTime() - row.lastSignInAt.getTime()) / days(1)
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

const run = <T>(sql: ReturnType<typeof pageSql>) =>
  world.platform.database.forTenant(tenant.tenantId).read((tx) => tx.query<T>(sql))

/** Every page from the first to the last. */
async function walk(query: UserQuery): Promise<string[]> {
  const found: string[] = []
  for (let after: Position | null = null; ; ) {
    const page: { id: string; place: string }[] = await run(pageSql(query, { now: world.clock.now(), after }))
    found.push(...page.slice(0, PAGE_SIZE).map(({ id }) => id))
    const last = page.at(PAGE_SIZE - 1)
    if (page.length <= PAGE_SIZE || !last) return found
    after = { key: last.place, id: last.id }
  }
}

const SEARCHES = [undefined, 'an', 'anna', '0%'] as const

/** Every value of every filter, alone and beside each value of every other. */
function filters(): UserQuery[] {
  const values: [string, readonly string[]][] = [
    ['role', [tenant.roleIds.editor, tenant.roleIds.api]],
    ['status', MEMBERSHIP_STATUSES],
    ['secondStep', SECOND_STEP_STATES],
    ['kind', USER_KINDS],
    ['lastSignIn', LAST_SIGN_IN_FILTERS],
  ]
  const single = values.flatMap(([name, all]) => all.map((value) => ({ [name]: value }) as UserQuery))
  const pairs = single.flatMap((one, at) => single.slice(at + 1).map((other) => ({ ...one, ...other })))
  return [{}, ...single, ...pairs]
}

describe.each(USER_SORTS)('the list in the order %s', (sort) => {
  it.each(SEARCHES)(
    'gives whom every filter asks for, each once over all pages, when %s is searched for',
    async (search) => {
      for (const filter of filters()) {
        const query = { ...filter, sort, ...(search === undefined ? {} : { search }) }
        const wanted = inOrder(
          rows.filter((row) => isWanted(row, query)),
          sort,
        )
        expect([query, await walk(query)]).toEqual([query, wanted])
      }
    },
  )
})

it('counts whom every filter and search asks for', async () => {
  for (const search of SEARCHES) {
    for (const filter of filters()) {
      const query = { ...filter, ...(search === undefined ? {} : { search }) }
      const [counted] = await run<{ count: number }>(countSql(query, world.clock.now()))
      expect([query, counted?.count]).toEqual([query, rows.filter((row) => isWanted(row, query)).length])
    }
  }
})
