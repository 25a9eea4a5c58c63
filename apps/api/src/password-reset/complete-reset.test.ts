import { describe, expect } from 'vitest'
import { hours, minutes, seconds } from '../platform/clock.fake.ts'
import type { Caller } from '../testing/caller.ts'
import { it } from '../testing/it.ts'
import { addMembership } from '../testing/members.ts'
import { refusalOf } from '../testing/refusal.ts'
import { ask, setMembership } from '../testing/reset-links.ts'
import { newestToken } from '../testing/stored-rows.ts'
import { costOf } from '../testing/trace.ts'
import { PASSWORD, type Person, type World } from '../testing/world.ts'

describe('a link for a new password', () => {
  it('leads into the second step and to no session; every session ended with it (REC-16)', async ({
    world,
    addPerson,
  }) => {
    const known = await addPerson('reader')
    const phone = await world.signIn(known)
    const caller = world.stranger()
    expect(await complete(world, await linkFor(world, known), NEW, caller)).toEqual({ step: 'factor' })
    expect([caller.cookies.has('keyholder'), caller.cookies.has('keyholder-sign-in')]).toEqual([false, true])
    expect((await caller.send('GET', '/api/v1/session')).status).toBe(401)
    expect((await phone.send('GET', '/api/v1/session')).status).toBe(401)
    await caller.api.signIn.authenticator({ body: { code: await world.nextCode(known) } })
    expect((await caller.api.session.current()).user.email).toBe(known.email)
    expect(
      await refusalOf(world.stranger().api.signIn.password({ body: { email: known.email, password: PASSWORD } })),
    ).toBe('sign_in.refused')
  })

  it('leads to linking or to the re-link code where those are due, never around them (REC-16, REC-18)', async ({
    world,
    holder,
    addPerson,
  }) => {
    const fresh = await addPerson('reader')
    expect(await complete(world, await linkFor(world, fresh))).toEqual({ step: 'enroll' })
    const unlinked = await addPerson('reader')
    await world.signIn(unlinked)
    await holder.api.users.unlinkAuthenticator({ params: { id: unlinked.membershipId }, body: { reason: 'leaver' } })
    expect(await complete(world, await linkFor(world, unlinked))).toEqual({ step: 'relink' })
    const off = await addPerson('reader')
    await world.signIn(off)
    await world.asOwner((tx) => tx.factor.updateMany({ where: { userId: off.userId }, data: { state: 'off' } }))
    expect(await refusalOf(complete(world, await linkFor(world, off)))).toBe('factor.disabled')
  })

  it('ends a session that is being opened at that very moment (RAC-08)', async ({ world, addPerson }) => {
    const known = await addPerson('reader')
    await world.signIn(known, world.stranger())
    // Shown once before: finishing holds no row that the reset takes first.
    await world.signIn(known, world.stranger())
    const token = await linkFor(world, known)
    const caller = world.stranger()
    await caller.api.signIn.password({ body: { email: known.email, password: PASSWORD } })
    const { database } = world.platform
    const { signIn } = database
    const opened = Promise.withResolvers<void>()
    const mayCommit = Promise.withResolvers<void>()
    const holdBack: typeof signIn.write = (work) =>
      signIn.write(async (tx) => {
        const result = await work(tx)
        opened.resolve()
        await mayCommit.promise
        return result
      })
    database.signIn = { ...signIn, write: holdBack }
    const finishing = refusalOf(caller.api.signIn.authenticator({ body: { code: await world.nextCode(known) } }))
    await opened.promise
    const letGo: typeof signIn.write = (work) =>
      signIn.write((tx) => {
        const get = (target: typeof tx, key: string | symbol) => {
          if (key === 'signInAttempt') mayCommit.resolve()
          return Reflect.get(target, key)
        }
        return work(new Proxy(tx, { get }))
      })
    database.signIn = { ...signIn, write: letGo }
    const answers = await Promise.all([finishing, refusalOf(complete(world, token))])
    database.signIn = signIn
    expect(answers).toEqual(['not refused', 'not refused'])
    expect((await caller.send('GET', '/api/v1/session')).status).toBe(401)
  })

  it('ends sign-ins under way', async ({ world, addPerson }) => {
    const known = await addPerson('reader')
    const half = world.stranger()
    await half.api.signIn.password({ body: { email: known.email, password: PASSWORD } })
    await complete(world, await linkFor(world, known))
    expect((await half.send('GET', '/api/v1/sign-in')).status).toBe(401)
  })

  it('works once, of twenty at once too', async ({ world, addPerson, inbox }) => {
    const known = await addPerson('reader')
    const token = await linkFor(world, known)
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => refusalOf(complete(world, token, `${NEW} ${index}`))),
    )
    expect(answers.filter((answer) => answer === 'not refused')).toHaveLength(1)
    expect(answers.filter((answer) => answer === 'link.gone')).toHaveLength(19)
    expect(await refusalOf(complete(world, token))).toBe('link.gone')
    const mails = await inbox.all(known.membershipId)
    expect(mails.filter(({ template }) => template === 'password-changed')).toHaveLength(1)
  })

  it('is reported to its owner by mail and in the log, without the password or the link', async ({
    world,
    addPerson,
    inbox,
    audit,
  }) => {
    const known = await addPerson('reader')
    const token = await linkFor(world, known)
    await complete(world, token)
    expect((await inbox.all(known.membershipId)).at(-1)).toMatchObject({
      template: 'password-changed',
      data: { byLink: true },
    })
    const events = await audit.events()
    expect(events.slice(-2)).toMatchObject([
      { action: 'password.reset', actorId: known.membershipId, actorRole: 'Lezer' },
      { action: 'sign-in.password', outcome: 'success' },
    ])
    expect(JSON.stringify(events)).not.toMatch(new RegExp(`${NEW}|${token}`))
  })

  it('lives one hour (LNK-05)', async ({ world, clock, addPerson }) => {
    const known = await addPerson('reader')
    const token = await linkFor(world, known)
    clock.advance(hours(1) - seconds(1))
    expect((await world.stranger().api.links.inspect({ body: { token } })).purpose).toBe('password-reset')
    clock.advance(seconds(2))
    expect(await refusalOf(complete(world, token))).toBe('link.gone')
  })

  it('is void when a newer one was asked, and only the newest works (LNK-06)', async ({ world, addPerson }) => {
    const known = await addPerson('reader')
    const [first, second] = [await linkFor(world, known), await linkFor(world, known)]
    expect(await refusalOf(complete(world, first))).toBe('link.gone')
    expect(await complete(world, second)).toEqual({ step: 'enroll' })
  })

  it('asked twenty times at once leaves one that works (LNK-06)', async ({ world, addPerson, inbox }) => {
    const known = await addPerson('reader')
    await Promise.all(Array.from({ length: 20 }, () => ask(world, known.email)))
    const links = await world.asOwner((tx) => tx.link.findMany({ where: { membershipId: known.membershipId } }))
    expect(links.filter(({ voidedAt }) => voidedAt === null)).toHaveLength(1)
    expect(await refusalOf(complete(world, await inbox.token(known.membershipId)))).toMatch(
      /^(not refused|link\.gone)$/,
    )
  })

  it.for([
    ['the member was deactivated', (world: World, known: Person) => setMembership(world, known, 'deactivated')],
    [
      'the address was changed',
      (world: World, known: Person) =>
        world.asOwner((tx) =>
          tx.membership.updateMany({ where: { id: known.membershipId }, data: { email: 'nieuw@example.nl' } }),
        ),
    ],
  ] as const)('is useless once %s (LNK-06)', async ([_, happens], { world, addPerson }) => {
    const known = await addPerson('reader')
    const token = await linkFor(world, known)
    const before = await hashOf(world, known)
    await happens(world, known)
    expect(await refusalOf(complete(world, token))).toBe('link.gone')
    expect(await hashOf(world, known)).toBe(before)
  })

  it('is useless once the package has ended, and comes back with it', async ({ world }) => {
    const wilg = await world.addTenant('De Wilg')
    const token = await linkFor(world, wilg.holder)
    const set = (status: string) =>
      world.asOwner((tx) => tx.package.updateMany({ where: { tenantId: wilg.tenantId }, data: { status } }))
    await set('suspended')
    expect(await refusalOf(complete(world, token))).toBe('link.gone')
    await set('active')
    expect(await refusalOf(complete(world, token))).toBe('not refused')
  })

  it('is useless when the member is deactivated while the password is being hashed', async ({ world, addPerson }) => {
    const known = await addPerson('reader')
    const token = await linkFor(world, known)
    const { passwords } = world.platform
    const { hash } = passwords
    passwords.hash = async (password) => {
      await setMembership(world, known, 'deactivated')
      return hash(password)
    }
    const answer = await refusalOf(complete(world, token))
    passwords.hash = hash
    expect(answer).toBe('link.gone')
  })

  it('is no link of another kind, nor another kind this one (REC-17)', async ({ world, addPerson, invite }) => {
    const known = await addPerson('reader')
    const reset = await linkFor(world, known)
    expect(await refusalOf(world.stranger().api.invitations.accept({ body: { token: reset, password: NEW } }))).toBe(
      'link.gone',
    )
    expect(await refusalOf(world.stranger().api.apiUsers.pickUpCredential({ body: { token: reset } }))).toBe(
      'link.gone',
    )
    const { token } = await invite()
    expect(await refusalOf(complete(world, token))).toBe('link.gone')
    // Without any link, half signed in, or with an id in its place.
    const half = world.stranger()
    await half.api.signIn.password({ body: { email: known.email, password: PASSWORD } })
    for (const body of [
      { password: NEW },
      { token: '', password: NEW },
      { token: known.userId, password: NEW },
      { token: null, password: NEW },
    ]) {
      expect((await half.send('POST', '/api/v1/password-reset/complete', { body })).status).toBe(400)
    }
    expect(await refusalOf(complete(world, 'x'.repeat(43)))).toBe('link.gone')
    expect(await complete(world, reset)).toEqual({ step: 'enroll' })
  })

  it('is kept as a hash of its purpose and its secret, and the hash is no link (REC-17)', async ({
    world,
    addPerson,
  }) => {
    const known = await addPerson('reader')
    const token = await linkFor(world, known)
    const link = await world.asOwner((tx) => tx.link.findFirstOrThrow({ where: { membershipId: known.membershipId } }))
    expect(JSON.stringify(link)).not.toContain(token)
    expect(await refusalOf(complete(world, Buffer.from(link.tokenHash).toString('base64url')))).toBe('link.gone')
  })

  it.for([
    ['kort', 'too_short'],
    ['x'.repeat(257), 'too_long'],
  ] as const)(
    'is not used up by a weak password (%s), nor is anything hashed (AUT-10, AUT-11)',
    async ([password, reason], { world, addPerson }) => {
      const known = await addPerson('reader')
      const token = await linkFor(world, known)
      const cost = await costOf(world, async () => {
        expect(await refusalOf(complete(world, token, password))).toBe(`password.weak ${reason}`)
      })
      expect(cost).not.toContain('hash')
      expect(await complete(world, token)).toEqual({ step: 'enroll' })
    },
  )

  it('is not asked for with 513 to a million characters (AUT-10)', async ({ world, addPerson }) => {
    const token = await linkFor(world, await addPerson('reader'))
    for (const length of [513, 4096, 1_000_000]) {
      const body = { token, password: 'x'.repeat(length) }
      expect([400, 413]).toContain(
        (await world.stranger().send('POST', '/api/v1/password-reset/complete', { body })).status,
      )
    }
  })

  it('stands in no address that a server sees: it comes in the body, and is nowhere in the log (LNK-08)', async ({
    world,
    addPerson,
  }) => {
    const known = await addPerson('reader')
    const token = await linkFor(world, known)
    for (const url of [`/api/v1/password-reset/complete?token=${token}`, `/api/v1/links/inspect?token=${token}`]) {
      expect((await world.stranger().send('POST', url, { body: { token, password: NEW } })).status).toBe(400)
    }
    const answer = await world.stranger().send('POST', '/api/v1/links/inspect', { body: { token } })
    expect(answer.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' })
    expect(answer.body).not.toContain(token)
  })

  it('helps the owner whom a stranger shut out by guessing', async ({ world, addPerson }) => {
    const known = await addPerson('reader')
    const body = { email: known.email, password: 'dit is het niet' }
    for (let i = 0; i < 11; i++) await refusalOf(world.stranger().api.signIn.password({ body }))
    expect(await refusalOf(world.stranger().api.signIn.password({ body: { ...body, password: PASSWORD } }))).toBe(
      'sign_in.too_many',
    )
    expect(await complete(world, await linkFor(world, known))).toEqual({ step: 'enroll' })
  })

  it('asked for by a member of two organisations belongs to the one that they may come into', async ({
    world,
    clock,
    addPerson,
    inbox,
    audit,
  }) => {
    const wilg = await world.addTenant('De Wilg')
    const known = await addPerson('reader')
    const membershipId = await addMembership(world, known, wilg, 'editor')
    await ask(world, known.email)
    await setMembership(world, known, 'deactivated')
    clock.advance(minutes(1))
    await ask(world, known.email)
    expect([await inbox.all(known.membershipId), await inbox.all(membershipId)].map(({ length }) => length)).toEqual([
      1, 1,
    ])
    await complete(world, await inbox.token(membershipId))
    expect(await audit.actions(wilg.tenantId)).toEqual([
      'password.reset-asked success',
      'password.reset success',
      'sign-in.password success',
    ])
  })
})

const NEW = 'acht groene tandems'

const complete = (world: World, token: string, password = NEW, caller: Caller = world.stranger()) =>
  caller.api.passwordReset.complete({ body: { token, password } })

async function linkFor(world: World, { email, membershipId }: Person): Promise<string> {
  await ask(world, email)
  return newestToken(world, membershipId)
}

const hashOf = async (world: World, { userId }: Person) =>
  (await world.asOwner((tx) => tx.login.findFirstOrThrow({ where: { userId } }))).passwordHash
