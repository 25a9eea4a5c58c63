import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { days, minutes } from '../platform/clock.fake.ts'
import { invite } from '../testing/invited.ts'
import { refusalOf } from '../testing/refusal.ts'
import { signInAnywhere, stranger, withPassword } from '../testing/second-step.ts'
import { eventsOf, mailsTo, newestToken } from '../testing/stored-rows.ts'
import { createWorld, PASSWORD, type Person, type SignedIn, type Tenant, type World } from '../testing/world.ts'

let world: World
let tenant: Tenant
beforeAll(async () => {
  world = await createWorld()
  tenant = await world.addTenant('De Linde')
})
afterAll(() => world.close())

const NEW = 'acht groene tandems'

/** Somebody who signed in from two devices, and has the mail about the second. */
async function reported(): Promise<{ laptop: SignedIn; phone: SignedIn; person: Person; token: string }> {
  const laptop = await signInAnywhere(world, await world.addPerson(tenant, 'reader'))
  const { person } = laptop
  const phone = await signInAnywhere(world, person)
  return { laptop, phone, person, token: await reportToken(person) }
}

const reportToken = ({ membershipId }: Person) => newestToken(world, membershipId, '/not-me')
const report = (token: string, from: Pick<World, 'visitor'> = world) =>
  stranger(from).api.reports.notMe({ body: { token } })
const loginOf = ({ userId }: Person) => world.asOwner((tx) => tx.login.findFirstOrThrow({ where: { userId } }))
const signInWith = ({ email }: Person, password: string) =>
  refusalOf(stranger(world).api.signIn.password({ body: { email, password } }))

/** All that could be open in an account, by how many there are. */
const openIn = ({ userId }: Person) =>
  world.asOwner(async (tx) => ({
    sessions: await tx.session.count({ where: { userId } }),
    attempts: await tx.signInAttempt.count({ where: { userId } }),
    codes: await tx.oneTimeCode.count({ where: { userId } }),
    challenges: await tx.passkeyChallenge.count({ where: { userId } }),
    devices: await tx.knownDevice.count({ where: { userId } }),
    links: (
      await tx.link.findMany({
        where: { usedAt: null, voidedAt: null, membership: { userId } },
        orderBy: { id: 'asc' },
      })
    ).map(({ purpose }) => purpose),
  }))

/** A code and a challenge that wait, as the sign-ins of others would leave them. */
async function leaveWaiting({ userId, tenantId }: Person): Promise<void> {
  const { random } = world.platform
  const ids = { id: random.uuid(), boundTo: random.uuid(), messageId: random.uuid() }
  const moments = { createdAt: world.clock.now(), expiresAt: new Date(world.clock.now().getTime() + days(1)) }
  const challengeHash = new Uint8Array(random.bytes(32))
  await world.asOwner(async (tx) => {
    const code = {
      ...ids,
      ...moments,
      homeTenantId: tenantId,
      userId,
      purpose: 'sign-in',
      method: 'email',
      codeHash: 'k1.none',
    }
    await tx.oneTimeCode.createMany({ data: [code] })
    const owner = { homeTenantId: tenantId, userId, boundTo: ids.boundTo }
    await tx.passkeyChallenge.createMany({ data: [{ challengeHash, purpose: 'sign-in', ...owner, ...moments }] })
  })
}

describe('“that was not me”', () => {
  it('ends all that may be open in the account, and its password opens nothing any more', async () => {
    const { laptop, phone, person, token } = await reported()
    await withPassword(world, person)
    await stranger(world).api.passwordReset.request({ body: { email: person.email } })
    await leaveWaiting(person)
    expect(await openIn(person)).toEqual({
      sessions: 2,
      attempts: 1,
      codes: 1,
      challenges: 1,
      devices: 2,
      links: ['not-me', 'password-reset'],
    })
    await report(token)
    expect(await openIn(person)).toEqual({
      sessions: 0,
      attempts: 0,
      codes: 0,
      challenges: 0,
      devices: 0,
      links: ['password-reset'],
    })
    for (const { api } of [laptop, phone]) expect(await refusalOf(api.session.current())).toBe('session.missing')
    expect((await loginOf(person)).passwordVoidAt).toEqual(world.clock.now())
    expect(await signInWith(person, PASSWORD)).toBe('sign_in.password_void')
    expect(await signInWith(person, 'dit is het niet')).toBe('sign_in.refused')
  })

  it('goes on with a new password, behind which the second step is asked as ever (REC-16)', async () => {
    const { person, token } = await reported()
    const { resetToken } = await report(token)
    const caller = stranger(world)
    const reset = await caller.api.passwordReset.complete({ body: { token: resetToken, password: NEW } })
    expect(reset).toEqual({ step: 'factor' })
    expect(await refusalOf(caller.api.session.current())).toBe('session.missing')
    expect((await loginOf(person)).passwordVoidAt).toBeNull()
    const again = await world.signIn(person, stranger(world), NEW)
    expect((await again.api.session.current()).user.id).toBe(person.userId)
  })

  it('lets one ask for a link to a new password by mail as well, when the page was closed', async () => {
    const { person, token } = await reported()
    await report(token)
    await stranger(world).api.passwordReset.request({ body: { email: person.email } })
    const body = { token: await newestToken(world, person.membershipId), password: NEW }
    expect(await stranger(world).api.passwordReset.complete({ body })).toEqual({ step: 'factor' })
  })

  it('is told to the owner by mail and to the log, without the link', async () => {
    const { person, token } = await reported()
    const { resetToken } = await report(token)
    expect((await mailsTo(world, person.membershipId)).at(-1)).toEqual({
      template: 'sign-in-reported',
      data: { at: world.clock.now().toISOString() },
    })
    const events = await eventsOf(world, tenant.tenantId)
    expect(events.at(-1)).toMatchObject({
      action: 'sign-in.reported',
      actorId: person.membershipId,
      actorRole: 'Lezer',
      objectId: person.membershipId,
    })
    expect(JSON.stringify(events)).not.toMatch(new RegExp(`${token}|${resetToken}`))
  })

  it('uses the link up, and every other one of the kind; of twenty at once over two processes one does', async () => {
    const { person, token } = await reported()
    await signInAnywhere(world, person)
    const tokens = [token, await reportToken(person)]
    expect(new Set(tokens).size).toBe(2)
    const second = await world.secondApp()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        refusalOf(report(tokens[index % 2] ?? '', index % 4 < 2 ? world : second)),
      ),
    )
    await second.close()
    expect(answers.filter((answer) => answer === 'not refused')).toHaveLength(1)
    expect(answers.filter((answer) => answer === 'link.gone')).toHaveLength(19)
    const told = (await mailsTo(world, person.membershipId)).filter(({ template }) => template === 'sign-in-reported')
    expect(told).toHaveLength(1)
  })

  it('works by the link of every mail, also after later sign-ins and another password', async () => {
    const { phone, person, token } = await reported()
    await signInAnywhere(world, person)
    await phone.api.session.stepUp({ body: { code: await world.nextCode(person) } })
    await phone.api.account.changePassword({ body: { currentPassword: PASSWORD, newPassword: NEW } })
    expect(await refusalOf(report(token))).toBe('not refused')
    expect(await signInWith(person, NEW)).toBe('sign_in.password_void')
  })

  it('does nothing when the link is only opened (CHN-16)', async () => {
    const { laptop, token } = await reported()
    for (let i = 0; i < 5; i++) {
      const inspected = await stranger(world).api.links.inspect({ body: { token } })
      expect(inspected).toMatchObject({ purpose: 'not-me', tenantName: null, hasAccount: false })
      for (const method of ['GET', 'HEAD']) {
        expect((await stranger(world).send(method, '/api/v1/reports/not-me')).status).toBeGreaterThanOrEqual(400)
      }
    }
    expect((await laptop.send('GET', '/api/v1/session')).status).toBe(200)
    expect(await refusalOf(report(token))).toBe('not refused')
  })

  it('takes no link of another purpose, and its own opens nothing else (REC-17)', async () => {
    const { person, token } = await reported()
    await stranger(world).api.passwordReset.request({ body: { email: person.email } })
    const resetToken = await newestToken(world, person.membershipId)
    expect(await refusalOf(report(resetToken))).toBe('link.gone')
    const body = { token, password: NEW }
    expect(await refusalOf(stranger(world).api.passwordReset.complete({ body }))).toBe('link.gone')
    expect(await refusalOf(stranger(world).api.invitations.accept({ body }))).toBe('link.gone')
    const holder = await signInAnywhere(world, tenant.holder)
    const invited = await invite(world, holder, tenant)
    expect(await refusalOf(report(invited.token))).toBe('link.gone')
  })

  it('can be said for seven days (LNK-05)', async () => {
    const [first, second] = [await reported(), await reported()]
    world.clock.advance(days(7) - minutes(3))
    expect(await refusalOf(report(first.token))).toBe('not refused')
    world.clock.advance(minutes(4))
    expect(await refusalOf(report(second.token))).toBe('link.gone')
  })

  it('opens nothing for a sign-in that proved the password at that very moment', async () => {
    const { person, token } = await reported()
    const { passwords } = world.platform
    const { verify } = passwords
    passwords.verify = async (stored, password) => {
      const answer = await verify(stored, password)
      await report(token)
      return answer
    }
    const answer = await signInWith(person, PASSWORD)
    passwords.verify = verify
    expect(answer).toBe('sign_in.refused')
    expect((await openIn(person)).attempts).toBe(0)
  })
})
