import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { days, hours, minutes } from '../../platform/clock.fake.ts'
import type { Caller } from '../../testing/caller.ts'
import { refusalOf } from '../../testing/refusal.ts'
import { signInAnywhere, stranger, withPassword } from '../../testing/second-step.ts'
import { actionsOf, eventsOf, mailsTo } from '../../testing/stored-rows.ts'
import { createWorld, type Person, type SignedIn, type Tenant, type World } from '../../testing/world.ts'

let world: World
let tenant: Tenant
beforeAll(async () => {
  world = await createWorld()
  tenant = await world.addTenant('De Linde')
})
afterAll(() => world.close())

const signedIn = async () => signInAnywhere(world, await world.addPerson(tenant, 'reader'))
const mails = async ({ membershipId }: Person, wanted: string) =>
  (await mailsTo(world, membershipId)).filter(({ template }) => template === wanted)
const inAWeek = () => new Date(world.clock.now().getTime() + days(7)).toISOString()

describe('a sign-in from a new device', () => {
  it('is no news the first time: there is nothing to compare with', async () => {
    const { person } = await signedIn()
    expect(await mails(person, 'new-device')).toEqual([])
    expect(await actionsOf(world, tenant.tenantId)).not.toContain('device.new success')
  })

  it('is told to its owner with what is known of it and a link, and to the log; the second time it is no news', async () => {
    const { person } = await signedIn()
    const phone = stranger(world)
    await world.signIn(person, phone)
    const [mail, ...more] = await mails(person, 'new-device')
    expect(more).toEqual([])
    expect(mail?.data).toMatchObject({
      at: world.clock.now().toISOString(),
      method: 'authenticator',
      expiresAt: inAWeek(),
    })
    expect(mail?.data).toMatchObject({ userAgent: 'lightMyRequest', ip: expect.stringMatching(/^2001:db8:/) })
    expect(mail?.data.link).toMatch(/^http:\/\/localhost:3000\/not-me#[A-Za-z0-9_-]{43}$/)
    const events = (await eventsOf(world, tenant.tenantId)).filter(({ actorId }) => actorId === person.membershipId)
    expect(events.map(({ action }) => action).slice(-2)).toEqual(['device.new', 'sign-in.completed'])
    await world.signIn(person, phone)
    expect(await mails(person, 'new-device')).toHaveLength(1)
  })

  it('is no news for two colleagues who share a computer', async () => {
    const computer = stranger(world)
    const [one, two] = [await world.addPerson(tenant, 'reader'), await world.addPerson(tenant, 'reader')]
    for (const person of [one, two, one, two]) await world.signIn(person, computer)
    expect([await mails(one, 'new-device'), await mails(two, 'new-device')]).toEqual([[], []])
  })

  it('is told again once the device was forgotten', async () => {
    const caller = await signedIn()
    await world.asOwner((tx) => tx.knownDevice.deleteMany({ where: { userId: caller.person.userId } }))
    await world.signIn(caller.person, caller)
    expect(await mails(caller.person, 'new-device')).toHaveLength(1)
  })
})

describe('wrong second steps behind a right password', () => {
  const wrong = (caller: Caller) => refusalOf(caller.api.signIn.authenticator({ body: { code: '000000' } }))

  it('are told to the owner after the third, once a day, with a link (AUT-23)', async () => {
    const { person } = await signedIn()
    const told = () => mails(person, 'password-used')
    const { caller } = await withPassword(world, person)
    await wrong(caller)
    await wrong(caller)
    expect(await told()).toEqual([])
    await wrong(caller)
    expect((await told())[0]?.data).toMatchObject({ at: world.clock.now().toISOString(), expiresAt: inAWeek() })
    expect((await told())[0]?.data.link).toContain('/not-me#')
    await wrong(caller)
    world.clock.advance(hours(23))
    await wrong((await withPassword(world, person)).caller)
    expect(await told()).toHaveLength(1)
    world.clock.advance(hours(2))
    await wrong((await withPassword(world, person)).caller)
    expect(await told()).toHaveLength(2)
    const failures = (await eventsOf(world, tenant.tenantId)).filter(
      ({ action, outcome }) => action === 'sign-in.second-factor' && outcome === 'failure',
    )
    expect(failures.at(-1)?.after).toEqual({ secondFactor: 'authenticator' })
    expect(JSON.stringify(failures)).not.toContain('000000')
  })

  it('are counted over sign-ins, and begin anew after a right one (AUT-23)', async () => {
    const { person } = await signedIn()
    for (let i = 0; i < 2; i++) await wrong((await withPassword(world, person)).caller)
    await signInAnywhere(world, person)
    for (let i = 0; i < 2; i++) await wrong((await withPassword(world, person)).caller)
    expect(await mails(person, 'password-used')).toEqual([])
    await wrong((await withPassword(world, person)).caller)
    expect(await mails(person, 'password-used')).toHaveLength(1)
  })

  it('are no use of the password when they are made in a session', async () => {
    const caller: SignedIn = await signedIn()
    for (let i = 0; i < 4; i++) await refusalOf(caller.api.session.stepUp({ body: { code: '000000' } }))
    expect(await mails(caller.person, 'password-used')).toEqual([])
  })
})

describe('the twenty-first session', () => {
  const open = async (caller: SignedIn, openedAt: Date) => {
    const { userId } = caller.person
    await world.asOwner(async (tx) => {
      const row = await tx.session.findFirstOrThrow({ where: { userId }, orderBy: { openedAt: 'asc' } })
      const others = Array.from({ length: 20 - (await tx.session.count({ where: { userId } })) }, () => ({
        ...row,
        openedAt,
        id: world.platform.random.uuid(),
        tokenHash: new Uint8Array(world.platform.random.bytes(32)),
      }))
      await tx.session.createMany({ data: others })
    })
  }

  it('ends the oldest, and tells its owner once a day and the log each time (SES-10)', async () => {
    const first = await signedIn()
    const lastUsedAt = world.clock.now().toISOString()
    await open(first, world.clock.now())
    const second = await signInAnywhere(world, first.person)
    const [mail, ...more] = await mails(first.person, 'session-ended-oldest')
    expect(more).toEqual([])
    expect(mail?.data).toEqual({ at: world.clock.now().toISOString(), userAgent: 'lightMyRequest', lastUsedAt })
    const ended = async () =>
      (await eventsOf(world, tenant.tenantId)).filter(({ reason }) => reason === 'session.too_many')
    expect(await ended()).toMatchObject([{ action: 'session.ended', objectKind: 'session' }])
    await signInAnywhere(world, first.person)
    expect([await mails(first.person, 'session-ended-oldest'), await ended()]).toMatchObject([
      { length: 1 },
      { length: 2 },
    ])
    world.clock.advance(minutes(20))
    await second.api.session.current()
  })

  it('says nothing when the oldest was over already, and only not cleared away yet', async () => {
    const first = await signedIn()
    await open(first, world.clock.now())
    world.clock.advance(minutes(31))
    await signInAnywhere(world, first.person)
    expect(await mails(first.person, 'session-ended-oldest')).toEqual([])
    expect(await world.asOwner((tx) => tx.session.count({ where: { userId: first.person.userId } }))).toBe(20)
  })
})
