import { describe, expect } from 'vitest'
import { days, minutes } from '../../platform/clock.fake.ts'
import type { Caller } from '../../testing/caller.ts'
import { it } from '../../testing/it.ts'
import { refusalOf } from '../../testing/refusal.ts'
import { costOf } from '../../testing/trace.ts'
import { PASSWORD, type Person, type SignedIn, type World } from '../../testing/world.ts'

describe('a device that signed in fully', () => {
  it('is known by a cookie, of which only a hash is kept, and by a row that tells when it was last seen', async ({
    world,
    clock,
    as,
  }) => {
    const caller = await as('reader')
    const cookie = caller.cookies.get(COOKIE) ?? ''
    const [first] = await rowsOf(world, caller.person)
    expect(JSON.stringify(first)).not.toContain(cookie.split('.')[0])
    expect(Buffer.from(first?.tokenHash ?? '')).toHaveLength(32)
    clock.advance(days(3))
    await world.signIn(caller.person, caller)
    expect(await rowsOf(world, caller.person)).toMatchObject([{ id: first?.id, lastAt: clock.now() }])
    expect(caller.cookies.get(COOKIE)).toBe(cookie)
    expect(await isKnown(world, cookie, caller.person)).toBe(true)
  })

  it('is no device that proved the password and nothing more', async ({ world, addPerson }) => {
    const person = await addPerson('reader')
    const half = world.stranger()
    await tryPassword(half, person)
    expect(half.cookies.has(COOKIE)).toBe(false)
    expect(await rowsOf(world, person)).toEqual([])
  })

  it('is shared by colleagues: each is known on it, and the fifth takes the place of the first', async ({
    world,
    tenant,
    addPerson,
  }) => {
    const computer = world.stranger()
    const people = await Promise.all([
      addPerson('reader'),
      addPerson('reader'),
      addPerson('reader'),
      addPerson('reader'),
      addPerson('reader'),
    ])
    for (const person of people.slice(0, 4)) await world.signIn(person, computer)
    const [first, second, , , fifth] = people
    expect(await isKnown(world, computer.cookies.get(COOKIE), first ?? tenant.holder)).toBe(true)
    await world.signIn(fifth ?? tenant.holder, computer)
    expect(await isKnown(world, computer.cookies.get(COOKIE), first ?? tenant.holder)).toBe(false)
    expect(await isKnown(world, computer.cookies.get(COOKIE), second ?? tenant.holder)).toBe(true)
  })

  it('costs the same for an address that is known and one that is not (AUT-01)', async ({ world, as }) => {
    const { person, cookies } = await as('reader')
    const costs: string[][] = []
    for (const email of [person.email, 'niemand@example.nl']) {
      costs.push(await costOf(world, () => tryPassword(withCookie(world, cookies.get(COOKIE)), { email }, WRONG)))
    }
    expect(costs[0]).toEqual(costs[1])
    expect(costs[0]).toEqual(['statement', 'statement', 'statement', 'hash', 'write', 'statement'])
  })
})

describe('the cookie of a device', () => {
  it('is useless for another account, even with a row that was moved there (REC-23)', async ({
    world,
    as,
    addPerson,
  }) => {
    const [own, other] = [await as('reader'), await addPerson('reader')]
    const cookie = own.cookies.get(COOKIE)
    expect(await isKnown(world, cookie, other)).toBe(false)
    const { tenantId, userId } = other
    await world.asOwner((tx) =>
      tx.knownDevice.updateMany({ where: { userId: own.person.userId }, data: { homeTenantId: tenantId, userId } }),
    )
    expect(await isKnown(world, cookie, other)).toBe(false)
  })

  it.for([
    ['its signature is another', (cookie: string) => `${cookie.slice(0, -3)}AAA`],
    ['it has no signature', (cookie: string) => cookie.split('.')[0]],
    ['its token is another', (cookie: string) => `${'x'.repeat(43)}${cookie.slice(43)}`],
    ['it is longer than any of ours', (cookie: string) => `${cookie}${'~a'.repeat(250)}`],
  ] as const)('is useless when %s (REC-23)', async ([_, change], { world, as }) => {
    const { person, cookies } = await as('reader')
    expect(await isKnown(world, change(cookies.get(COOKIE) ?? ''), person)).toBe(false)
  })

  it('is useless once the authenticator was unlinked (REC-23)', async ({ world, holder, as }) => {
    const caller = await as('reader')
    await holder.api.users.unlinkAuthenticator({
      params: { id: caller.person.membershipId },
      body: { reason: 'new-phone' },
    })
    expect(await rowsOf(world, caller.person)).toEqual([])
    expect(await isKnown(world, caller.cookies.get(COOKIE), caller.person)).toBe(false)
  })

  const changePassword = ({ api }: SignedIn) =>
    api.account.changePassword({ body: { currentPassword: PASSWORD, newPassword: NEW } })

  it('is useless after the password was changed elsewhere, and so is a copy of the one that changed it (REC-23)', async ({
    world,
    as,
  }) => {
    const laptop = await as('reader')
    const phone = await world.signIn(laptop.person)
    const copy = phone.cookies.get(COOKIE)
    await changePassword(phone)
    expect(await rowsOf(world, laptop.person)).toHaveLength(1)
    expect(await isKnown(world, laptop.cookies.get(COOKIE), laptop.person, NEW)).toBe(false)
    expect(await isKnown(world, copy, laptop.person, NEW)).toBe(false)
    expect(await isKnown(world, phone.cookies.get(COOKIE), laptop.person, NEW)).toBe(true)
  })

  it('is useless after a reset by mail, but on the device that did it, when that was known (REC-23)', async ({
    world,
    as,
    inbox,
  }) => {
    const laptop = await as('reader')
    const { email, membershipId } = laptop.person
    await world.stranger().api.passwordReset.request({ body: { email } })
    const body = { token: await inbox.token(membershipId), password: NEW }
    const copy = laptop.cookies.get(COOKIE)
    await laptop.api.passwordReset.complete({ body })
    expect(await isKnown(world, copy, laptop.person, NEW)).toBe(false)
    expect(await isKnown(world, laptop.cookies.get(COOKIE), laptop.person, NEW)).toBe(true)
    await world.stranger().api.passwordReset.request({ body: { email } })
    const elsewhere = world.stranger()
    const again = { token: await inbox.token(membershipId), password: `${NEW} 2` }
    await elsewhere.api.passwordReset.complete({ body: again })
    expect(elsewhere.cookies.has(COOKIE)).toBe(false)
    expect(await rowsOf(world, laptop.person)).toEqual([])
  })

  it('stays after signing out: the device is still theirs', async ({ world, as }) => {
    const caller = await as('reader')
    await caller.api.session.signOut()
    expect(await isKnown(world, caller.cookies.get(COOKIE), caller.person)).toBe(true)
  })
})

describe('a thousand wrong passwords a minute, from everywhere', () => {
  it('do not keep the owner out on a device that is known, nor a colleague on any', async ({ world, as }) => {
    const victim = await as('reader')
    const colleague = await as('reader')
    let sources = 0
    const guess = () => {
      sources += 1
      const ip = `2001:db9:${sources.toString(16)}::1`
      return tryPassword(world.visitor(ip), victim.person, WRONG)
    }
    for (let minute = 0; minute < 3; minute++) {
      for (let batch = 0; batch < 20; batch++) await Promise.all(Array.from({ length: 50 }, guess))
      await world.signIn(victim.person, victim)
      expect((await victim.api.session.current()).user.id).toBe(victim.person.userId)
      await world.signIn(colleague.person)
    }
    expect(await tryPassword(world.stranger(), victim.person)).toBe('sign_in.too_many')
  }, 120_000)
})

const WRONG = 'dit is het niet'
const NEW = 'acht groene tandems'
const COOKIE = 'keyholder-device'
const tryPassword = ({ api }: Caller, { email }: Pick<Person, 'email'>, password = PASSWORD) =>
  refusalOf(api.signIn.password({ body: { email, password } }))

const rowsOf = (world: World, { userId }: Person) =>
  world.asOwner((tx) => tx.knownDevice.findMany({ where: { userId } }))

/** A browser with nothing but this device cookie. */
function withCookie(world: World, value: string | undefined): Caller {
  const caller = world.stranger()
  caller.cookies.set(COOKIE, value ?? '')
  return caller
}

/** Whether a cookie puts whoever has it into a lane of its own: the one of strangers is used up first. */
async function isKnown(world: World, cookie: string | undefined, person: Pick<Person, 'email'>, password = PASSWORD) {
  for (let i = 0; i < 10; i++) await tryPassword(world.stranger(), person, WRONG)
  expect(await tryPassword(world.stranger(), person, password)).toBe('sign_in.too_many')
  const answer = await tryPassword(withCookie(world, cookie), person, password)
  world.clock.advance(minutes(15))
  return answer === 'not refused'
}
