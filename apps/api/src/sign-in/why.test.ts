import { ProblemError } from '@keyholder/contracts/client'
import { readSupportCode } from '@keyholder/domain'
import { Prisma } from '@keyholder/prisma'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { days, minutes } from '../platform/clock.fake.ts'
import type { Caller } from '../testing/caller.ts'
import { wrongCodeAt } from '../testing/phone.ts'
import { refusalOf } from '../testing/refusal.ts'
import { signInAnywhere, stranger, withPassword } from '../testing/second-step.ts'
import { eventsOf } from '../testing/stored-rows.ts'
import { createWorld, PASSWORD, type Person, type Tenant, type World } from '../testing/world.ts'

let world: World
let tenant: Tenant
beforeAll(async () => {
  world = await createWorld()
  tenant = await world.addTenant('De Linde')
})
afterAll(() => world.close())

const SUPPORT_CODE = /^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/
const linkedPerson = async () => (await signInAnywhere(world, await world.addPerson(tenant, 'reader'))).person
const pendingSignIn = async (person: Person) => (await withPassword(world, person)).caller
const why = ({ api }: Caller) => api.signIn.why()
const showWrong = async ({ api }: Caller, { secret }: Pick<Person, 'secret'>) =>
  refusalOf(api.signIn.authenticator({ body: { code: await wrongCodeAt(secret ?? '', world.clock.now()) } }))
const setCounter = ({ tenantId, userId }: Person, inWindow: number, consecutive = inWindow) =>
  world.asOwner((tx) =>
    tx.secondFactorCounter.createMany({
      data: [{ homeTenantId: tenantId, userId, windowStartedAt: world.clock.now(), inWindow, consecutive }],
    }),
  )

describe('why do I not get in', () => {
  it('is nothing that is known, at the beginning', async () => {
    const caller = await pendingSignIn(await linkedPerson())
    expect(await why(caller)).toEqual({
      reason: 'none',
      at: null,
      by: null,
      offSeconds: null,
      supportCode: expect.stringMatching(SUPPORT_CODE),
    })
  })

  it('is that somebody unlinked the authenticator: who and when', async () => {
    const person = await linkedPerson()
    const holder = await signInAnywhere(world, tenant.holder)
    const unlinkedAt = world.clock.now().toISOString()
    const params = { id: person.membershipId }
    const { relinkCode } = await holder.api.users.unlinkAuthenticator({ params, body: { reason: 'new-phone' } })
    const caller = await pendingSignIn(person)
    const unlinked = { reason: 'unlinked', at: unlinkedAt, by: tenant.holder.name }
    expect(await why(caller)).toMatchObject(unlinked)
    await caller.api.signIn.relink({ body: { code: relinkCode } })
    expect(await why(caller)).toMatchObject(unlinked)
  })

  it('is that the second step was switched off, and when', async () => {
    const person = await linkedPerson()
    const caller = await pendingSignIn(person)
    await setCounter(person, 0, 99)
    const at = world.clock.now().toISOString()
    await showWrong(caller, person)
    world.clock.advance(minutes(5))
    expect(await why(caller)).toMatchObject({ reason: 'switched-off', at, by: null })
  })

  it('is too many tries, until when', async () => {
    const person = await linkedPerson()
    const caller = await pendingSignIn(person)
    await setCounter(person, 10)
    const until = new Date(world.clock.now().getTime() + minutes(15)).toISOString()
    expect(await why(caller)).toMatchObject({ reason: 'too-many-tries', at: until })
    await world.asOwner((tx) =>
      tx.secondFactorCounter.updateMany({ where: { userId: person.userId }, data: { inWindow: 9 } }),
    )
    expect((await why(caller)).reason).toBe('none')
    await world.asOwner((tx) =>
      tx.secondFactorCounter.updateMany({
        where: { userId: person.userId },
        data: { inWindow: 10, windowStartedAt: new Date(world.clock.now().getTime() - minutes(15)) },
      }),
    )
    expect((await why(caller)).reason).toBe('none')
  })

  it('is wrong codes, of this sign-in', async () => {
    const person = await linkedPerson()
    const caller = await pendingSignIn(person)
    await showWrong(caller, person)
    expect((await why(caller)).reason).toBe('wrong-codes')
  })

  it('is a code that could not be delivered, and not what was wrong beside it', async () => {
    const { tenantId, userId, membershipId, ...person } = await linkedPerson()
    const caller = await pendingSignIn({ tenantId, userId, membershipId, ...person })
    await showWrong(caller, person)
    await world.asOwner(async (tx) => {
      const { id: boundTo } = await tx.signInAttempt.findFirstOrThrow({ where: { userId } })
      const [id, now] = [world.platform.random.uuid(), world.clock.now()]
      const expiresAt = new Date(now.getTime() + minutes(10))
      const code = {
        homeTenantId: tenantId,
        id,
        userId,
        boundTo,
        purpose: 'sign-in',
        method: 'email',
        codeHash: 'x',
        messageId: id,
      }
      await tx.oneTimeCode.createMany({ data: [{ ...code, createdAt: now, expiresAt }] })
      const message = { id, tenantId, membershipId, template: 'sign-in-code', state: 'failed', error: 'no' }
      await tx.message.createMany({ data: [{ ...message, createdAt: now, nextTryAt: now }] })
    })
    expect((await why(caller)).reason).toBe('code-not-delivered')
  })

  it('is asked by whoever proved the password, and by nobody else (AUT-01)', async () => {
    expect(await refusalOf(why(stranger(world)))).toBe('attempt.missing')
    const caller = await signInAnywhere(world, await world.addPerson(tenant, 'reader'))
    expect(await refusalOf(why(caller))).toBe('attempt.missing')
  })
})

describe('what signing in may ask of the log', () => {
  it('is when a member was shut out, and nothing else of what it holds', async () => {
    const person = await linkedPerson()
    const ask = (what: string) =>
      world.platform.database.signIn.query(
        Prisma.sql`SELECT at FROM find_last_lockout(${person.tenantId}::uuid, ${person.membershipId}::uuid, ${what})`,
      )
    expect(await ask('sign-in.completed')).toEqual([])
    const tenantDb = world.platform.database.forTenant(person.tenantId)
    const asTenant = tenantDb.read((tx) => tx.$queryRaw`SELECT FROM find_last_lockout(NULL, NULL, 'user.deactivated')`)
    await expect(asTenant).rejects.toThrow(/permission denied/)
  })
})

/** How a right password is answered: the problem, as its owner reads it. */
async function refusalAfterPassword({ email }: Person) {
  try {
    await stranger(world).api.signIn.password({ body: { email, password: PASSWORD } })
  } catch (error) {
    if (error instanceof ProblemError) return { code: error.problem.code, told: error.problem.told }
    throw error
  }
  return { code: 'not refused', told: undefined }
}

const supportCode = expect.stringMatching(SUPPORT_CODE)

describe('a right password of somebody who may not come in', () => {
  it('is told that they were deactivated, by whom and when', async () => {
    const person = await linkedPerson()
    const holder = await signInAnywhere(world, tenant.holder)
    const params = { id: person.membershipId }
    await holder.api.users.deactivate({ params })
    await holder.api.users.reactivate({ params })
    world.clock.advance(minutes(5))
    const at = world.clock.now().toISOString()
    await holder.api.users.deactivate({ params })
    world.clock.advance(days(3))
    expect(await refusalAfterPassword(person)).toEqual({
      code: 'sign_in.deactivated',
      told: { supportCode, at, by: tenant.holder.name },
    })
  })

  it('is told so without a name where the log knows none', async () => {
    const person = await linkedPerson()
    await world.asOwner((tx) =>
      tx.membership.updateMany({ where: { id: person.membershipId }, data: { status: 'deactivated' } }),
    )
    expect(await refusalAfterPassword(person)).toEqual({ code: 'sign_in.deactivated', told: { supportCode } })
  })

  it('is told since when the package has ended', async () => {
    const wilg = await world.addTenant('De Wilg')
    const endsAt = new Date(world.clock.now().getTime() - days(2))
    await world.asOwner((tx) =>
      tx.package.updateMany({ where: { tenantId: wilg.tenantId }, data: { status: 'ended', endsAt } }),
    )
    const told = { supportCode, at: endsAt.toISOString() }
    expect(await refusalAfterPassword(wilg.holder)).toEqual({ code: 'sign_in.package_ended', told })
  })

  it('is told since when the password opens nothing', async () => {
    const person = await linkedPerson()
    const passwordVoidAt = world.clock.now()
    await world.asOwner((tx) => tx.login.updateMany({ where: { userId: person.userId }, data: { passwordVoidAt } }))
    const told = { supportCode, at: passwordVoidAt.toISOString() }
    expect(await refusalAfterPassword(person)).toEqual({ code: 'sign_in.password_void', told })
  })

  it('is told when the second step was switched off', async () => {
    const person = await linkedPerson()
    const caller = await pendingSignIn(person)
    await setCounter(person, 0, 99)
    const at = world.clock.now().toISOString()
    await showWrong(caller, person)
    world.clock.advance(minutes(5))
    expect(await refusalAfterPassword(person)).toEqual({ code: 'factor.disabled', told: { supportCode, at } })
  })

  it('leaves a code that its package holder finds, one per person, and is in the log without it', async () => {
    const person = await linkedPerson()
    await world.asOwner((tx) =>
      tx.login.updateMany({ where: { userId: person.userId }, data: { passwordVoidAt: world.clock.now() } }),
    )
    const codes = [await refusalAfterPassword(person), await refusalAfterPassword(person)].map(
      ({ told }) => readSupportCode(told?.supportCode ?? '') ?? '',
    )
    const rows = await world.asOwner((tx) => tx.supportCode.findMany({ where: { membershipId: person.membershipId } }))
    expect(rows.map(({ code, reason }) => [code, reason])).toEqual([[codes[1], 'password-void']])
    const events = await eventsOf(world, tenant.tenantId)
    expect(events.at(-1)).toMatchObject({ action: 'support-code.made', actorId: person.membershipId })
    for (const code of codes) expect(JSON.stringify(events)).not.toContain(code)
  })
})
