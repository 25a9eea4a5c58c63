import { describe, expect } from 'vitest'
import { minutes, seconds } from '../platform/clock.fake.ts'
import type { Answer, Caller } from '../testing/caller.ts'
import { it } from '../testing/it.ts'
import { refusalOf } from '../testing/refusal.ts'
import { costOf } from '../testing/trace.ts'
import { PASSWORD, type SignedIn, type World } from '../testing/world.ts'

describe('changing my password', () => {
  it('ends my other sessions at once; this one goes on under a new id (AUT-16)', async ({ world, as }) => {
    const caller = await as('reader')
    const others = [await world.signIn(caller.person), await world.signIn(caller.person)]
    const somebody = await as('reader')
    const before = caller.cookies.get('keyholder') ?? ''
    await change(caller, PASSWORD)
    expect(await Promise.all(others.map(isSignedIn))).toEqual([false, false])
    expect([await isSignedIn(caller), await isSignedIn(somebody)]).toEqual([true, true])
    const copy = world.stranger()
    copy.cookies.set('keyholder', before)
    expect(await isSignedIn(copy)).toBe(false)
    expect(
      await refusalOf(
        world.stranger().api.signIn.password({ body: { email: caller.person.email, password: PASSWORD } }),
      ),
    ).toBe('sign_in.refused')
    expect((await world.signIn(caller.person, world.stranger(), NEW)).cookies.has('keyholder')).toBe(true)
  })

  it('ends sign-ins under way and voids the links that were mailed (LNK-06)', async ({ world, as, inbox }) => {
    const caller = await as('reader')
    const half = world.stranger()
    await half.api.signIn.password({ body: { email: caller.person.email, password: PASSWORD } })
    await world.stranger().api.passwordReset.request({ body: { email: caller.person.email } })
    const token = await inbox.token(caller.person.membershipId)
    expect(await refusalOf(world.stranger().api.links.inspect({ body: { token } }))).toBe('not refused')
    await change(caller, PASSWORD)
    expect((await half.send('GET', '/api/v1/sign-in')).status).toBe(401)
    expect(await refusalOf(world.stranger().api.links.inspect({ body: { token } }))).toBe('link.gone')
    expect(
      await refusalOf(world.stranger().api.passwordReset.complete({ body: { token, password: 'nog iets anders 12' } })),
    ).toBe('link.gone')
  })

  it('is reported by mail and in the log, without either password', async ({ clock, as, inbox, audit }) => {
    const caller = await as('reader')
    await change(caller, PASSWORD)
    const mails = await inbox.all(caller.person.membershipId)
    expect(mails.at(-1)).toEqual({
      template: 'password-changed',
      data: { at: clock.now().toISOString(), byLink: false },
    })
    const events = await audit.events()
    expect(events.at(-1)).toMatchObject({
      action: 'password.changed',
      outcome: 'success',
      actorId: caller.person.membershipId,
    })
    expect(JSON.stringify([events, mails])).not.toMatch(new RegExp(`${PASSWORD}|${NEW}|argon2`))
    expect((await caller.api.account.read()).passwordChangedAt).toBe(clock.now().toISOString())
  })

  it('asks the one I have: a wrong one changes nothing and is in the log', async ({ world, as, audit }) => {
    const caller = await as('reader')
    const before = await hashOf(world, caller)
    expect(await refusalOf(change(caller, 'dit is het niet'))).toBe('password.wrong')
    expect(await hashOf(world, caller)).toBe(before)
    expect((await audit.actions()).at(-1)).toBe('password.changed failure password.wrong')
    expect(await isSignedIn(caller)).toBe(true)
  })

  it('is no place to guess it: tries are counted with those at signing in from this device', async ({
    world,
    clock,
    as,
  }) => {
    const caller = await as('reader')
    const answers: string[] = []
    for (let i = 0; i < 5; i++) {
      answers.push(await refusalOf(change(caller, 'dit is het niet')))
      const body = { email: caller.person.email, password: 'dit ook niet' }
      answers.push(await refusalOf(caller.api.signIn.password({ body })))
    }
    expect(new Set(answers)).toEqual(new Set(['password.wrong', 'sign_in.refused']))
    const hashesOf = async (password: string) =>
      (await costOf(world, () => refusalOf(change(caller, password)))).filter((what) => what === 'hash')
    expect(await hashesOf(PASSWORD)).toEqual([])
    expect(await refusalOf(change(caller, PASSWORD))).toBe('sign_in.too_many')
    clock.advance(minutes(15))
    await world.stepUp(caller)
    expect(await refusalOf(change(caller, PASSWORD))).toBe('not refused')
    // The right one begins the count anew.
    for (let i = 0; i < 10; i++) expect(await refusalOf(change(caller, 'dit is het niet'))).toBe('password.wrong')
  })

  it('does not shut the owner out of changing it while a stranger hammers', async ({ world, as }) => {
    const caller = await as('reader')
    const body = { email: caller.person.email, password: 'dit is het niet' }
    for (let i = 0; i < 11; i++) await refusalOf(world.stranger().api.signIn.password({ body }))
    expect(await refusalOf(change(caller, PASSWORD))).toBe('not refused')
  })

  it.for([
    ['kort', 'too_short'],
    ['12345678', 'common'],
    ['welkom2026!', 'guessable'],
    ['zorgkaart2026', 'guessable'],
    ['De Linde 2026', 'contains_own_name'],
    ['x'.repeat(257), 'too_long'],
  ] as const)(
    'refuses %s, saying why, before anything is hashed (AUT-11, AUT-10)',
    async ([password, reason], { world, as }) => {
      const caller = await as('reader')
      const cost = await costOf(world, async () => {
        expect(await refusalOf(change(caller, PASSWORD, password))).toBe(`password.weak ${reason}`)
      })
      expect(cost).not.toContain('hash')
    },
  )

  it('refuses 513 to a million characters before anything is read of them (AUT-10)', async ({ as }) => {
    const caller = await as('reader')
    for (const length of [513, 4096, 1_000_000]) {
      const body = { currentPassword: PASSWORD, newPassword: 'x'.repeat(length) }
      const answer = await caller.send('PUT', '/api/v1/account/password', { body })
      expect([400, 413]).toContain(answer.status)
    }
  })

  it('takes any characters and tells two apart that differ at the end only (AUT-12)', async ({ as }) => {
    const caller = await as('reader')
    const long = `${'een lange zin met spaties, é en 🚲 '.repeat(6)}`
    await change(caller, PASSWORD, `${long}a`)
    expect(await refusalOf(change(caller, `${long}b`, NEW))).toBe('password.wrong')
    expect(await refusalOf(change(caller, `${long}a`.normalize('NFD'), NEW))).toBe('not refused')
  })

  it('is done once, of many at once', async ({ world, as, inbox }) => {
    const caller = await as('reader')
    const cookies = [...caller.cookies]
    const answers: Answer[] = await Promise.all(
      Array.from({ length: 8 }, (_, index) => {
        const tab = world.stranger()
        for (const [name, value] of cookies) tab.cookies.set(name, value)
        const body = { currentPassword: PASSWORD, newPassword: `${NEW} ${index}` }
        return tab.send('PUT', '/api/v1/account/password', { body })
      }),
    )
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1)
    const rest = answers.filter(({ status }) => status !== 204).map(({ json }) => (json as { code: string }).code)
    expect(rest.every((code) => ['password.wrong', 'session.missing'].includes(code))).toBe(true)
    const mails = await inbox.all(caller.person.membershipId)
    expect(mails.filter(({ template }) => template === 'password-changed')).toHaveLength(1)
  })

  it('needs a fresh second step (SES-12)', async ({ clock, as }) => {
    const caller = await as('reader')
    clock.advance(minutes(10) + seconds(1))
    expect(await refusalOf(change(caller, PASSWORD))).toBe('session.not_fresh')
  })
})

const NEW = 'acht groene tandems'

const change = (caller: Caller, currentPassword: string, newPassword = NEW) =>
  caller.api.account.changePassword({ body: { currentPassword, newPassword } })

const hashOf = async (world: World, { person }: SignedIn) =>
  (await world.asOwner((tx) => tx.login.findFirstOrThrow({ where: { userId: person.userId } }))).passwordHash

const isSignedIn = async (caller: Caller) => (await caller.send('GET', '/api/v1/session')).status === 200
