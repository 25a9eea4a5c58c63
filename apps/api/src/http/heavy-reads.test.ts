import type { Db } from '@keyholder/prisma'
import { describe, expect } from 'vitest'
import type { Answer } from '../testing/caller.ts'
import { it } from '../testing/it.ts'
import type { SignedIn, World } from '../testing/world.ts'

describe('heavy reads of one organisation', () => {
  it('go two at a time and eight wait; the others are refused with a time to come back (RTL-16)', async ({
    world,
    tenant,
    holder,
  }) => {
    const held = holdBack(world, tenant.tenantId)
    const { answers, all } = await sendAtOnce(holder, 100, 90)
    expect([answers.length, held.atWork()]).toEqual([90, 2])
    for (const { status, headers, json } of answers) {
      expect([status, headers['retry-after']]).toEqual([429, '5'])
      expect(json).toMatchObject({ code: 'request.too_many', retryAfter: 5 })
    }
    held.letGo()
    await all
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(10)
    expect(held.most()).toBe(2)
    expect((await holder.send('GET', USERS)).status).toBe(200)
  })

  it('do not delay another organisation, nor light requests of their own (RTL-16)', async ({
    world,
    tenant,
    holder,
  }) => {
    const held = holdBack(world, tenant.tenantId)
    const other = await world.withHolder('De Wilg')
    const { all } = await sendAtOnce(holder, 30, 20)
    for (const url of [USERS, EVENTS, '/api/v1/roles']) expect((await other.holder.send('GET', url)).status).toBe(200)
    expect((await holder.send('GET', '/api/v1/account')).status).toBe(200)
    held.letGo()
    await all
  })

  it('give their place on when the database ends them (RTL-16)', async ({ world, holder }) => {
    const { database } = world.platform
    const { forTenant } = database
    database.forTenant = () => ({
      ...forTenant(''),
      read: () => Promise.reject(new Error('timeout exceeded when trying to connect')),
    })
    for (let n = 0; n < 20; n++) expect((await holder.send('GET', USERS)).status).toBe(503)
    database.forTenant = forTenant
    expect((await holder.send('GET', USERS)).status).toBe(200)
  })
})

const USERS = '/api/v1/users?search=de'
const EVENTS = '/api/v1/audit-events?search=de'

/** Holds back what an organisation reads: it waits at the database until it is let go. */
function holdBack(world: World, tenantId: string) {
  const { database } = world.platform
  const { forTenant, auditOf } = database
  const { promise: letGo, resolve } = Promise.withResolvers<void>()
  let atWork = 0
  let most = 0
  const held = (db: Db): Db => ({
    ...db,
    read: async (work) => {
      atWork += 1
      most = Math.max(most, atWork)
      await letGo
      return db.read(work).finally(() => {
        atWork -= 1
      })
    },
  })
  const only = (open: (id: string) => Db) => (id: string) => (id === tenantId ? held(open(id)) : open(id))
  Object.assign(database, { forTenant: only(forTenant), auditOf: only(auditOf) })
  return {
    atWork: () => atWork,
    most: () => most,
    letGo: () => {
      Object.assign(database, { forTenant, auditOf })
      resolve()
    },
  }
}

/** Sends them all at once, and waits until all that are refused have their answer. */
async function sendAtOnce(holder: SignedIn, count: number, refusedOf: number) {
  const answers: Answer[] = []
  const refused = Promise.withResolvers<void>()
  const sent = Array.from({ length: count }, async (_, n) => {
    const answer = await holder.send('GET', n % 2 ? USERS : EVENTS)
    answers.push(answer)
    if (answers.length === refusedOf) refused.resolve()
  })
  await refused.promise
  return { answers, all: Promise.all(sent) }
}
