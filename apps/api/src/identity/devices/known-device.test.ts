import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { days, minutes } from '../../platform/clock.fake.ts'
import type { Caller } from '../../testing/caller.ts'
import { refusalOf } from '../../testing/refusal.ts'
import { signInAnywhere, stranger } from '../../testing/second-step.ts'
import { newestToken } from '../../testing/stored-rows.ts'
import { costOf } from '../../testing/trace.ts'
import { createWorld, PASSWORD, type Person, type SignedIn, type Tenant, type World } from '../../testing/world.ts'

let world: World
let tenant: Tenant
beforeAll(async () => {
  world = await createWorld()
  tenant = await world.addTenant('De Linde')
})
afterAll(() => world.close())

const WRONG = 'dit is het niet'
const NEW = 'acht groene tandems'
const COOKIE = 'keyholder-device'

const addPerson = () => world.addPerson(tenant, 'reader')
const signedIn = async () => signInAnywhere(world, await addPerson())
const tryPassword = ({ api }: Caller, { email }: Pick<Person, 'email'>, password = PASSWORD) =>
  refusalOf(api.signIn.password({ body: { email, password } }))
const rowsOf = ({ userId }: Person) => world.asOwner((tx) => tx.knownDevice.findMany({ where: { userId } }))

/** A browser with nothing but this device cookie. */
function withCookie(value: string | undefined): Caller {
  const caller = stranger(world)
  caller.cookies.set(COOKIE, value ?? '')
  return caller
}

/** Whether a cookie puts whoever has it into a lane of its own: the one of strangers is used up first. */
async function isKnown(cookie: string | undefined, person: Pick<Person, 'email'>, password = PASSWORD) {
  for (let i = 0; i < 10; i++) await tryPassword(stranger(world), person, WRONG)
  expect(await tryPassword(stranger(world), person, password)).toBe('sign_in.too_many')
  const answer = await tryPassword(withCookie(cookie), person, password)
  world.clock.advance(minutes(15))
  return answer === 'not refused'
}

describe('a device that signed in fully', () => {
  it('is known by a cookie, of which only a hash is kept, and by a row that tells when it was last seen', async () => {
    const caller = await signedIn()
    const cookie = caller.cookies.get(COOKIE) ?? ''
    const [first] = await rowsOf(caller.person)
    expect(JSON.stringify(first)).not.toContain(cookie.split('.')[0])
    expect(Buffer.from(first?.tokenHash ?? '')).toHaveLength(32)
    world.clock.advance(days(3))
    await world.signIn(caller.person, caller)
    expect(await rowsOf(caller.person)).toMatchObject([{ id: first?.id, lastAt: world.clock.now() }])
    expect(caller.cookies.get(COOKIE)).toBe(cookie)
    expect(await isKnown(cookie, caller.person)).toBe(true)
  })

  it('is no device that proved the password and nothing more', async () => {
    const person = await addPerson()
    const half = stranger(world)
    await tryPassword(half, person)
    expect(half.cookies.has(COOKIE)).toBe(false)
    expect(await rowsOf(person)).toEqual([])
  })

  it('is shared by colleagues: each is known on it, and the fifth takes the place of the first', async () => {
    const computer = stranger(world)
    const people = await Promise.all([addPerson(), addPerson(), addPerson(), addPerson(), addPerson()])
    for (const person of people.slice(0, 4)) await world.signIn(person, computer)
    const [first, second, , , fifth] = people
    expect(await isKnown(computer.cookies.get(COOKIE), first ?? tenant.holder)).toBe(true)
    await world.signIn(fifth ?? tenant.holder, computer)
    expect(await isKnown(computer.cookies.get(COOKIE), first ?? tenant.holder)).toBe(false)
    expect(await isKnown(computer.cookies.get(COOKIE), second ?? tenant.holder)).toBe(true)
  })

  it('costs the same for an address that is known and one that is not (AUT-01)', async () => {
    const { person, cookies } = await signedIn()
    const costs: string[][] = []
    for (const email of [person.email, 'niemand@example.nl']) {
      costs.push(await costOf(world, () => tryPassword(withCookie(cookies.get(COOKIE)), { email }, WRONG)))
    }
    expect(costs[0]).toEqual(costs[1])
    expect(costs[0]).toEqual(['statement', 'statement', 'statement', 'hash', 'write', 'statement'])
  })
})

describe('the cookie of a device', () => {
  it('is worth nothing for another account, also with a row that somebody moved there (REC-23)', async () => {
    const [own, other] = [await signedIn(), await addPerson()]
    const cookie = own.cookies.get(COOKIE)
    expect(await isKnown(cookie, other)).toBe(false)
    const { tenantId, userId } = other
    await world.asOwner((tx) =>
      tx.knownDevice.updateMany({ where: { userId: own.person.userId }, data: { homeTenantId: tenantId, userId } }),
    )
    expect(await isKnown(cookie, other)).toBe(false)
  })

  it.each([
    ['its signature is another', (cookie: string) => `${cookie.slice(0, -3)}AAA`],
    ['it has no signature', (cookie: string) => cookie.split('.')[0]],
    ['its token is another', (cookie: string) => `${'x'.repeat(43)}${cookie.slice(43)}`],
    ['it is longer than any of ours', (cookie: string) => `${cookie}${'~a'.repeat(250)}`],
  ])('is worth nothing when %s (REC-23)', async (_, change) => {
    const { person, cookies } = await signedIn()
    expect(await isKnown(change(cookies.get(COOKIE) ?? ''), person)).toBe(false)
  })

  it('is worth nothing once the authenticator was unlinked (REC-23)', async () => {
    const caller = await signedIn()
    const holder = await signInAnywhere(world, tenant.holder)
    await holder.api.users.unlinkAuthenticator({
      params: { id: caller.person.membershipId },
      body: { reason: 'new-phone' },
    })
    expect(await rowsOf(caller.person)).toEqual([])
    expect(await isKnown(caller.cookies.get(COOKIE), caller.person)).toBe(false)
  })

  const changePassword = ({ api }: SignedIn) =>
    api.account.changePassword({ body: { currentPassword: PASSWORD, newPassword: NEW } })

  it('is worth nothing after the password was changed elsewhere, and nor is a copy of the one that changed it (REC-23)', async () => {
    const laptop = await signedIn()
    const phone = await signInAnywhere(world, laptop.person)
    const copy = phone.cookies.get(COOKIE)
    await changePassword(phone)
    expect(await rowsOf(laptop.person)).toHaveLength(1)
    expect(await isKnown(laptop.cookies.get(COOKIE), laptop.person, NEW)).toBe(false)
    expect(await isKnown(copy, laptop.person, NEW)).toBe(false)
    expect(await isKnown(phone.cookies.get(COOKIE), laptop.person, NEW)).toBe(true)
  })

  it('is worth nothing after a reset by mail, but on the device that did it, when that was known (REC-23)', async () => {
    const laptop = await signedIn()
    const { email, membershipId } = laptop.person
    await stranger(world).api.passwordReset.request({ body: { email } })
    const body = { token: await newestToken(world, membershipId), password: NEW }
    const copy = laptop.cookies.get(COOKIE)
    await laptop.api.passwordReset.complete({ body })
    expect(await isKnown(copy, laptop.person, NEW)).toBe(false)
    expect(await isKnown(laptop.cookies.get(COOKIE), laptop.person, NEW)).toBe(true)
    await stranger(world).api.passwordReset.request({ body: { email } })
    const elsewhere = stranger(world)
    const again = { token: await newestToken(world, membershipId), password: `${NEW} 2` }
    await elsewhere.api.passwordReset.complete({ body: again })
    expect(elsewhere.cookies.has(COOKIE)).toBe(false)
    expect(await rowsOf(laptop.person)).toEqual([])
  })

  it('stays when somebody signs out: the device is still theirs', async () => {
    const caller = await signedIn()
    await caller.api.session.signOut()
    expect(await isKnown(caller.cookies.get(COOKIE), caller.person)).toBe(true)
  })
})

describe('a thousand wrong passwords a minute, from everywhere', () => {
  it('do not keep the owner out on a device that is known, nor a colleague on any', async () => {
    const victim = await signedIn()
    const colleague = await signedIn()
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
      await signInAnywhere(world, colleague.person)
    }
    expect(await tryPassword(stranger(world), victim.person)).toBe('sign_in.too_many')
  }, 120_000)
})
