import { describe, expect } from 'vitest'
import { days, hours, minutes } from '../../platform/clock.fake.ts'
import type { Caller } from '../../testing/caller.ts'
import { it } from '../../testing/it.ts'
import { refusalOf } from '../../testing/refusal.ts'
import { mailsTo } from '../../testing/stored-rows.ts'
import type { Person, SignedIn, World } from '../../testing/world.ts'

describe('a sign-in from a new device', () => {
  it('is no news the first time: there is nothing to compare with', async ({ world, as, audit }) => {
    const { person } = await as('reader')
    expect(await mails(world, person, 'new-device')).toEqual([])
    expect(await audit.actions()).not.toContain('device.new success')
  })

  it('is reported to its owner with a link, and in the log; the second time it is not', async ({
    world,
    clock,
    as,
    audit,
  }) => {
    const { person } = await as('reader')
    const phone = world.stranger()
    await world.signIn(person, phone)
    const [mail, ...more] = await mails(world, person, 'new-device')
    expect(more).toEqual([])
    expect(mail?.data).toMatchObject({
      at: clock.now().toISOString(),
      method: 'authenticator',
      expiresAt: world.clock.later(days(7)).toISOString(),
    })
    expect(mail?.data).toMatchObject({ userAgent: 'lightMyRequest', ip: expect.stringMatching(/^2001:db8:/) })
    expect(mail?.data.link).toMatch(/^http:\/\/localhost:3000\/not-me#[A-Za-z0-9_-]{43}$/)
    const events = (await audit.events()).filter(({ actorId }) => actorId === person.membershipId)
    expect(events.map(({ action }) => action).slice(-2)).toEqual(['device.new', 'sign-in.completed'])
    await world.signIn(person, phone)
    expect(await mails(world, person, 'new-device')).toHaveLength(1)
  })

  it('is no news for two colleagues who share a computer', async ({ world, addPerson }) => {
    const computer = world.stranger()
    const [one, two] = [await addPerson('reader'), await addPerson('reader')]
    for (const person of [one, two, one, two]) await world.signIn(person, computer)
    expect([await mails(world, one, 'new-device'), await mails(world, two, 'new-device')]).toEqual([[], []])
  })

  it('is reported again once the device was forgotten', async ({ world, as }) => {
    const caller = await as('reader')
    await world.asOwner((tx) => tx.knownDevice.deleteMany({ where: { userId: caller.person.userId } }))
    await world.signIn(caller.person, caller)
    expect(await mails(world, caller.person, 'new-device')).toHaveLength(1)
  })
})

describe('wrong second steps behind a right password', () => {
  const wrong = (caller: Caller) => refusalOf(caller.api.signIn.authenticator({ body: { code: '000000' } }))

  it('are reported to the owner after the third, once a day, with a link (AUT-23)', async ({
    world,
    clock,
    as,
    audit,
  }) => {
    const { person } = await as('reader')
    const told = () => mails(world, person, 'password-used')
    const { caller } = await world.withPassword(person)
    await wrong(caller)
    await wrong(caller)
    expect(await told()).toEqual([])
    await wrong(caller)
    expect((await told())[0]?.data).toMatchObject({
      at: clock.now().toISOString(),
      expiresAt: world.clock.later(days(7)).toISOString(),
    })
    expect((await told())[0]?.data.link).toContain('/not-me#')
    await wrong(caller)
    clock.advance(hours(23))
    await wrong((await world.withPassword(person)).caller)
    expect(await told()).toHaveLength(1)
    clock.advance(hours(2))
    await wrong((await world.withPassword(person)).caller)
    expect(await told()).toHaveLength(2)
    const failures = (await audit.events()).filter(
      ({ action, outcome }) => action === 'sign-in.second-factor' && outcome === 'failure',
    )
    expect(failures.at(-1)?.after).toEqual({ secondFactor: 'authenticator' })
    expect(JSON.stringify(failures)).not.toContain('000000')
  })

  it('are counted across sign-ins, and reset by a right one (AUT-23)', async ({ world, as }) => {
    const { person } = await as('reader')
    for (let i = 0; i < 2; i++) await wrong((await world.withPassword(person)).caller)
    await world.signIn(person)
    for (let i = 0; i < 2; i++) await wrong((await world.withPassword(person)).caller)
    expect(await mails(world, person, 'password-used')).toEqual([])
    await wrong((await world.withPassword(person)).caller)
    expect(await mails(world, person, 'password-used')).toHaveLength(1)
  })

  it('are no use of the password when they are made in a session', async ({ world, as }) => {
    const caller: SignedIn = await as('reader')
    for (let i = 0; i < 4; i++) await refusalOf(caller.api.session.stepUp({ body: { code: '000000' } }))
    expect(await mails(world, caller.person, 'password-used')).toEqual([])
  })
})

describe('the twenty-first session', () => {
  const open = async (world: World, caller: SignedIn, openedAt: Date) => {
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

  it('ends the oldest, and tells its owner once a day and the log each time (SES-10)', async ({
    world,
    clock,
    as,
    audit,
  }) => {
    const first = await as('reader')
    const lastUsedAt = clock.now().toISOString()
    await open(world, first, clock.now())
    const second = await world.signIn(first.person)
    const [mail, ...more] = await mails(world, first.person, 'session-ended-oldest')
    expect(more).toEqual([])
    expect(mail?.data).toEqual({ at: clock.now().toISOString(), userAgent: 'lightMyRequest', lastUsedAt })
    const ended = async () => (await audit.events()).filter(({ reason }) => reason === 'session.too_many')
    expect(await ended()).toMatchObject([{ action: 'session.ended', objectKind: 'session' }])
    await world.signIn(first.person)
    expect([await mails(world, first.person, 'session-ended-oldest'), await ended()]).toMatchObject([
      { length: 1 },
      { length: 2 },
    ])
    clock.advance(minutes(20))
    await second.api.session.current()
  })

  it('says nothing when the oldest was over already, and only not cleared away yet', async ({ world, clock, as }) => {
    const first = await as('reader')
    await open(world, first, clock.now())
    clock.advance(minutes(31))
    await world.signIn(first.person)
    expect(await mails(world, first.person, 'session-ended-oldest')).toEqual([])
    expect(await world.asOwner((tx) => tx.session.count({ where: { userId: first.person.userId } }))).toBe(20)
  })
})

const mails = async (world: World, { membershipId }: Person, wanted: string) =>
  (await mailsTo(world, membershipId)).filter(({ template }) => template === wanted)
