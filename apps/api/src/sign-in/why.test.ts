import { ProblemError } from '@keyholder/contracts/client'
import { readSupportCode } from '@keyholder/domain'
import { Prisma } from '@keyholder/prisma'
import { describe, expect } from 'vitest'
import { days, minutes } from '../platform/clock.fake.ts'
import type { Caller } from '../testing/caller.ts'
import { it } from '../testing/it.ts'
import { wrongCodeAt } from '../testing/phone.ts'
import { refusalOf } from '../testing/refusal.ts'
import { PASSWORD, type Person, type World } from '../testing/world.ts'

describe('why do I not get in', () => {
  it('is nothing that is known, at the beginning', async ({ world, as }) => {
    const caller = await (await world.withPassword((await as('reader')).person)).caller
    expect(await why(caller)).toEqual({
      reason: 'none',
      at: null,
      by: null,
      offSeconds: null,
      supportCode: expect.stringMatching(SUPPORT_CODE),
    })
  })

  it('is that the authenticator was unlinked: by whom and when', async ({ world, clock, tenant, holder, as }) => {
    const person = (await as('reader')).person
    const unlinkedAt = clock.now().toISOString()
    const params = { id: person.membershipId }
    const { relinkCode } = await holder.api.users.unlinkAuthenticator({ params, body: { reason: 'new-phone' } })
    const caller = (await world.withPassword(person)).caller
    const unlinked = { reason: 'unlinked', at: unlinkedAt, by: tenant.holder.name }
    expect(await why(caller)).toMatchObject(unlinked)
    await caller.api.signIn.relink({ body: { code: relinkCode } })
    expect(await why(caller)).toMatchObject(unlinked)
  })

  it('is that the second step was switched off, and when', async ({ world, clock, as }) => {
    const person = (await as('reader')).person
    const caller = (await world.withPassword(person)).caller
    await setCounter(world, person, 0, 99)
    const at = clock.now().toISOString()
    await showWrong(world, caller, person)
    clock.advance(minutes(5))
    expect(await why(caller)).toMatchObject({ reason: 'switched-off', at, by: null })
  })

  it('is too many tries, until when', async ({ world, clock, as }) => {
    const person = (await as('reader')).person
    const caller = (await world.withPassword(person)).caller
    await setCounter(world, person, 10)
    const until = clock.later(minutes(15)).toISOString()
    expect(await why(caller)).toMatchObject({ reason: 'too-many-tries', at: until })
    await world.asOwner((tx) =>
      tx.secondFactorCounter.updateMany({ where: { userId: person.userId }, data: { inWindow: 9 } }),
    )
    expect((await why(caller)).reason).toBe('none')
    await world.asOwner((tx) =>
      tx.secondFactorCounter.updateMany({
        where: { userId: person.userId },
        data: { inWindow: 10, windowStartedAt: clock.ago(minutes(15)) },
      }),
    )
    expect((await why(caller)).reason).toBe('none')
  })

  it('is wrong codes, of this sign-in', async ({ world, as }) => {
    const person = (await as('reader')).person
    const caller = (await world.withPassword(person)).caller
    await showWrong(world, caller, person)
    expect((await why(caller)).reason).toBe('wrong-codes')
  })

  it('is a code that could not be delivered, and not what was wrong beside it', async ({ world, clock, as }) => {
    const { tenantId, userId, membershipId, ...person } = (await as('reader')).person
    const caller = (await world.withPassword({ tenantId, userId, membershipId, ...person })).caller
    await showWrong(world, caller, person)
    await world.asOwner(async (tx) => {
      const { id: boundTo } = await tx.signInAttempt.findFirstOrThrow({ where: { userId } })
      const [id, now] = [world.platform.random.uuid(), clock.now()]
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

  it('is answered only after the password (AUT-01)', async ({ world, as }) => {
    expect(await refusalOf(why(world.stranger()))).toBe('attempt.missing')
    const caller = await as('reader')
    expect(await refusalOf(why(caller))).toBe('attempt.missing')
  })
})

describe('what signing in may ask of the log', () => {
  it('is when a member was shut out, and nothing else of what it holds', async ({ world, as }) => {
    const person = (await as('reader')).person
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

describe('the right password of a person who may not sign in', () => {
  it('is told that they were deactivated, by whom and when', async ({ world, clock, tenant, holder, as }) => {
    const person = (await as('reader')).person
    const params = { id: person.membershipId }
    await holder.api.users.deactivate({ params })
    await holder.api.users.reactivate({ params })
    clock.advance(minutes(5))
    const at = clock.now().toISOString()
    await holder.api.users.deactivate({ params })
    clock.advance(days(3))
    expect(await refusalAfterPassword(world, person)).toEqual({
      code: 'sign_in.deactivated',
      told: { supportCode, at, by: tenant.holder.name },
    })
  })

  it('is told so without a name where the log knows none', async ({ world, as }) => {
    const person = (await as('reader')).person
    await world.asOwner((tx) =>
      tx.membership.updateMany({ where: { id: person.membershipId }, data: { status: 'deactivated' } }),
    )
    expect(await refusalAfterPassword(world, person)).toEqual({ code: 'sign_in.deactivated', told: { supportCode } })
  })

  it('is told since when the package has ended', async ({ world, clock }) => {
    const wilg = await world.addTenant('De Wilg')
    const endsAt = clock.ago(days(2))
    await world.asOwner((tx) =>
      tx.package.updateMany({ where: { tenantId: wilg.tenantId }, data: { status: 'ended', endsAt } }),
    )
    const told = { supportCode, at: endsAt.toISOString() }
    expect(await refusalAfterPassword(world, wilg.holder)).toEqual({ code: 'sign_in.package_ended', told })
  })

  it('is told since when the password opens nothing', async ({ world, clock, as }) => {
    const person = (await as('reader')).person
    const passwordVoidAt = clock.now()
    await world.asOwner((tx) => tx.login.updateMany({ where: { userId: person.userId }, data: { passwordVoidAt } }))
    const told = { supportCode, at: passwordVoidAt.toISOString() }
    expect(await refusalAfterPassword(world, person)).toEqual({ code: 'sign_in.password_void', told })
  })

  it('is told when the second step was switched off', async ({ world, clock, as }) => {
    const person = (await as('reader')).person
    const caller = (await world.withPassword(person)).caller
    await setCounter(world, person, 0, 99)
    const at = clock.now().toISOString()
    await showWrong(world, caller, person)
    clock.advance(minutes(5))
    expect(await refusalAfterPassword(world, person)).toEqual({ code: 'factor.disabled', told: { supportCode, at } })
  })

  it('leaves a code that its package holder finds, one per person, and is in the log without it', async ({
    world,
    clock,
    as,
    audit,
  }) => {
    const person = (await as('reader')).person
    await world.asOwner((tx) =>
      tx.login.updateMany({ where: { userId: person.userId }, data: { passwordVoidAt: clock.now() } }),
    )
    const codes = [await refusalAfterPassword(world, person), await refusalAfterPassword(world, person)].map(
      ({ told }) => readSupportCode(told?.supportCode ?? '') ?? '',
    )
    const rows = await world.asOwner((tx) => tx.supportCode.findMany({ where: { membershipId: person.membershipId } }))
    expect(rows.map(({ code, reason }) => [code, reason])).toEqual([[codes[1], 'password-void']])
    const events = await audit.events()
    expect(events.at(-1)).toMatchObject({ action: 'support-code.made', actorId: person.membershipId })
    for (const code of codes) expect(JSON.stringify(events)).not.toContain(code)
  })
})

const SUPPORT_CODE = /^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/
const why = ({ api }: Caller) => api.signIn.why()

const showWrong = async (world: World, { api }: Caller, { secret }: Pick<Person, 'secret'>) =>
  refusalOf(api.signIn.authenticator({ body: { code: await wrongCodeAt(secret ?? '', world.clock.now()) } }))

const setCounter = (world: World, { tenantId, userId }: Person, inWindow: number, consecutive = inWindow) =>
  world.asOwner((tx) =>
    tx.secondFactorCounter.createMany({
      data: [{ homeTenantId: tenantId, userId, windowStartedAt: world.clock.now(), inWindow, consecutive }],
    }),
  )

/** How a right password is answered: the problem, as its owner reads it. */
async function refusalAfterPassword(world: World, { email }: Person) {
  try {
    await world.stranger().api.signIn.password({ body: { email, password: PASSWORD } })
  } catch (error) {
    if (error instanceof ProblemError) return { code: error.problem.code, told: error.problem.told }
    throw error
  }
  return { code: 'not refused', told: undefined }
}

const supportCode = expect.stringMatching(SUPPORT_CODE)
