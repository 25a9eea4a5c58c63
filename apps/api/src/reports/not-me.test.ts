import { describe, expect } from 'vitest'
import { days, minutes } from '../platform/clock.fake.ts'
import { type Given, it } from '../testing/it.ts'
import { refusalOf } from '../testing/refusal.ts'
import { newestToken } from '../testing/stored-rows.ts'
import { PASSWORD, type Person, type SignedIn, type World } from '../testing/world.ts'

describe('“that was not me”', () => {
  it('ends all that may be open in the account, and its password opens nothing any more', async ({
    world,
    clock,
    tenant,
  }) => {
    const { laptop, phone, person, token } = await reported({ world, tenant })
    await world.withPassword(person)
    await world.stranger().api.passwordReset.request({ body: { email: person.email } })
    await leaveWaiting(world, person)
    expect(await openIn(world, person)).toEqual({
      sessions: 2,
      attempts: 1,
      codes: 1,
      challenges: 1,
      devices: 2,
      links: ['not-me', 'password-reset'],
    })
    await report(world, token)
    expect(await openIn(world, person)).toEqual({
      sessions: 0,
      attempts: 0,
      codes: 0,
      challenges: 0,
      devices: 0,
      links: ['password-reset'],
    })
    for (const { api } of [laptop, phone]) expect(await refusalOf(api.session.current())).toBe('session.missing')
    expect((await loginOf(world, person)).passwordVoidAt).toEqual(clock.now())
    expect(await signInWith(world, person, PASSWORD)).toBe('sign_in.password_void')
    expect(await signInWith(world, person, 'dit is het niet')).toBe('sign_in.refused')
  })

  it('goes on with a new password, after which the second step is asked as usual (REC-16)', async ({
    world,
    tenant,
  }) => {
    const { person, token } = await reported({ world, tenant })
    const { resetToken } = await report(world, token)
    const caller = world.stranger()
    const reset = await caller.api.passwordReset.complete({ body: { token: resetToken, password: NEW } })
    expect(reset).toEqual({ step: 'factor' })
    expect(await refusalOf(caller.api.session.current())).toBe('session.missing')
    expect((await loginOf(world, person)).passwordVoidAt).toBeNull()
    const again = await world.signIn(person, world.stranger(), NEW)
    expect((await again.api.session.current()).user.id).toBe(person.userId)
  })

  it('lets one ask for a link to a new password by mail as well, when the page was closed', async ({
    world,
    tenant,
    inbox,
  }) => {
    const { person, token } = await reported({ world, tenant })
    await report(world, token)
    await world.stranger().api.passwordReset.request({ body: { email: person.email } })
    const body = { token: await inbox.token(person.membershipId), password: NEW }
    expect(await world.stranger().api.passwordReset.complete({ body })).toEqual({ step: 'factor' })
  })

  it('is reported to the owner by mail and in the log, without the link', async ({
    world,
    clock,
    tenant,
    inbox,
    audit,
  }) => {
    const { person, token } = await reported({ world, tenant })
    const { resetToken } = await report(world, token)
    expect((await inbox.all(person.membershipId)).at(-1)).toEqual({
      template: 'sign-in-reported',
      data: { at: clock.now().toISOString() },
    })
    const events = await audit.events()
    expect(events.at(-1)).toMatchObject({
      action: 'sign-in.reported',
      actorId: person.membershipId,
      actorRole: 'Lezer',
      objectId: person.membershipId,
    })
    expect(JSON.stringify(events)).not.toMatch(new RegExp(`${token}|${resetToken}`))
  })

  it('uses the link up, and every other one of the kind; of twenty at once over two processes one does', async ({
    world,
    tenant,
    inbox,
  }) => {
    const { person, token } = await reported({ world, tenant })
    await world.signIn(person)
    const tokens = [token, await reportToken(world, person)]
    expect(new Set(tokens).size).toBe(2)
    const second = await world.secondApp()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        refusalOf(report(world, tokens[index % 2] ?? '', index % 4 < 2 ? world : second)),
      ),
    )
    await second.close()
    expect(answers.filter((answer) => answer === 'not refused')).toHaveLength(1)
    expect(answers.filter((answer) => answer === 'link.gone')).toHaveLength(19)
    const told = (await inbox.all(person.membershipId)).filter(({ template }) => template === 'sign-in-reported')
    expect(told).toHaveLength(1)
  })

  it('works by the link of every mail, also after later sign-ins and another password', async ({ world, tenant }) => {
    const { phone, person, token } = await reported({ world, tenant })
    await world.signIn(person)
    await phone.api.session.stepUp({ body: { code: await world.nextCode(person) } })
    await phone.api.account.changePassword({ body: { currentPassword: PASSWORD, newPassword: NEW } })
    expect(await refusalOf(report(world, token))).toBe('not refused')
    expect(await signInWith(world, person, NEW)).toBe('sign_in.password_void')
  })

  it('does nothing when the link is only opened (CHN-16)', async ({ world, tenant }) => {
    const { laptop, token } = await reported({ world, tenant })
    for (let i = 0; i < 5; i++) {
      const inspected = await world.stranger().api.links.inspect({ body: { token } })
      expect(inspected).toMatchObject({ purpose: 'not-me', tenantName: null, hasAccount: false })
      for (const method of ['GET', 'HEAD']) {
        expect((await world.stranger().send(method, '/api/v1/reports/not-me')).status).toBeGreaterThanOrEqual(400)
      }
    }
    expect((await laptop.send('GET', '/api/v1/session')).status).toBe(200)
    expect(await refusalOf(report(world, token))).toBe('not refused')
  })

  it('takes no link of another purpose, and its own opens nothing else (REC-17)', async ({
    world,
    tenant,
    invite,
    inbox,
  }) => {
    const { person, token } = await reported({ world, tenant })
    await world.stranger().api.passwordReset.request({ body: { email: person.email } })
    const resetToken = await inbox.token(person.membershipId)
    expect(await refusalOf(report(world, resetToken))).toBe('link.gone')
    const body = { token, password: NEW }
    expect(await refusalOf(world.stranger().api.passwordReset.complete({ body }))).toBe('link.gone')
    expect(await refusalOf(world.stranger().api.invitations.accept({ body }))).toBe('link.gone')
    const invited = await invite()
    expect(await refusalOf(report(world, invited.token))).toBe('link.gone')
  })

  it('can be said for seven days (LNK-05)', async ({ world, clock, tenant }) => {
    const [first, second] = [await reported({ world, tenant }), await reported({ world, tenant })]
    clock.advance(days(7) - minutes(3))
    expect(await refusalOf(report(world, first.token))).toBe('not refused')
    clock.advance(minutes(4))
    expect(await refusalOf(report(world, second.token))).toBe('link.gone')
  })

  it('opens nothing for a sign-in that proved the password at that very moment', async ({ world, tenant }) => {
    const { person, token } = await reported({ world, tenant })
    const { passwords } = world.platform
    const { verify } = passwords
    passwords.verify = async (stored, password) => {
      const answer = await verify(stored, password)
      await report(world, token)
      return answer
    }
    const answer = await signInWith(world, person, PASSWORD)
    passwords.verify = verify
    expect(answer).toBe('sign_in.refused')
    expect((await openIn(world, person)).attempts).toBe(0)
  })
})

const NEW = 'acht groene tandems'

/** Somebody who signed in from two devices, and has the mail about the second. */
async function reported({
  world,
  tenant,
}: Given<'world' | 'tenant'>): Promise<{ laptop: SignedIn; phone: SignedIn; person: Person; token: string }> {
  const laptop = await world.signIn(await world.addPerson(tenant, 'reader'))
  const { person } = laptop
  const phone = await world.signIn(person)
  return { laptop, phone, person, token: await reportToken(world, person) }
}

const reportToken = (world: World, { membershipId }: Person) => newestToken(world, membershipId, '/not-me')

const report = (world: World, token: string, from: Pick<World, 'stranger'> = world) =>
  from.stranger().api.reports.notMe({ body: { token } })

const loginOf = (world: World, { userId }: Person) =>
  world.asOwner((tx) => tx.login.findFirstOrThrow({ where: { userId } }))

const signInWith = (world: World, { email }: Person, password: string) =>
  refusalOf(world.stranger().api.signIn.password({ body: { email, password } }))

/** All that could be open in an account, by how many there are. */
const openIn = (world: World, { userId }: Person) =>
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
async function leaveWaiting(world: World, { userId, tenantId }: Person): Promise<void> {
  const { random } = world.platform
  const ids = { id: random.uuid(), boundTo: random.uuid(), messageId: random.uuid() }
  const moments = { createdAt: world.clock.now(), expiresAt: world.clock.later(days(1)) }
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
