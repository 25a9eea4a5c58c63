import { CHALLENGE_LIFETIME_SECONDS } from '@keyholder/domain'
import { describe, expect } from 'vitest'
import { seconds } from '../../../platform/clock.fake.ts'
import type { Caller } from '../../../testing/caller.ts'
import { it as base, it } from '../../../testing/it.ts'
import { makePasskeyKey } from '../../../testing/passkey-keys.ts'
import { linkPasskey, pendingSignIn, presentPasskey, setPolicy } from '../../../testing/passkeys.ts'
import { countWaiting } from '../../../testing/queue-at.ts'
import { refusalOf } from '../../../testing/refusal.ts'
import type { Quirks, VirtualPasskey } from '../../../testing/virtual-passkey.ts'
import type { Person, World } from '../../../testing/world.ts'

describe('a passkey as the second step', () => {
  it('is asked of the passkeys that are linked, and opens a session that says so', async ({
    world,
    clock,
    audit,
    withPasskey,
  }) => {
    const { person, passkey } = await withPasskey('reader')
    const caller = await pendingSignIn(world, person)
    expect(await caller.api.signIn.state()).toMatchObject({
      methods: expect.arrayContaining([{ method: 'passkey', sentTo: null }]),
    })
    expect(await start(caller)).toMatchObject({
      rpId: 'localhost',
      timeout: CHALLENGE_LIFETIME_SECONDS * 1000,
      userVerification: 'required',
      allowCredentials: [{ id: passkey.id, type: 'public-key', transports: ['internal'] }],
    })
    expect(await presentPasskey(caller, passkey)).toEqual({ step: 'done' })
    expect((await caller.api.session.current()).secondStep).toEqual({ method: 'passkey', strong: true })
    expect(await audit.last()).toMatchObject({
      action: 'sign-in.completed',
      after: { secondFactor: 'passkey' },
    })
    expect(await keptOf(world, person)).toEqual({ counter: 1n, lastUsedAt: clock.now() })
  })

  it('need not say whose it is, since that is known', async ({ world, withPasskey }) => {
    const { person, passkey } = await withPasskey('reader')
    expect(await presentPasskey(await pendingSignIn(world, person), passkey, { userHandle: null })).toEqual({
      step: 'done',
    })
  })

  it('does not let in a person who has none', async ({ world, as }) => {
    const { person } = await as('reader')
    expect(await refusalOf(start(await pendingSignIn(world, person)))).toBe('factor.not_allowed')
  })

  it('leads to linking something else where it is no longer allowed', async ({ world }) => {
    const house = await world.addTenant('De Eik')
    const caller = await world.signIn(house.holder)
    const passkey = await linkPasskey(world, caller)
    await setPolicy(world, house.tenantId, { allowed: ['sms'] })
    const half = await pendingSignIn(world, house.holder)
    expect(await presentPasskey(half, passkey)).toEqual({ step: 'enroll' })
    expect(await half.api.signIn.state()).toMatchObject({ noLongerAllowed: 'passkey', enrollable: ['sms'] })
  })

  it('ends the wait after a reset by mail, and does not make the e-mail code possible', async ({
    world,
    clock,
    withPasskey,
  }) => {
    const { person, passkey } = await withPasskey('reader')
    const { userId } = person
    await world.asOwner((tx) =>
      tx.login.updateMany({ where: { userId }, data: { resetByMailAt: clock.now(), provenAt: null } }),
    )
    await presentPasskey(await pendingSignIn(world, person), passkey)
    const login = await world.asOwner((tx) => tx.login.findFirst({ where: { userId } }))
    expect([login?.resetByMailAt, login?.provenAt]).toEqual([null, null])
  })

  it('that is right resets the count of wrong ones', async ({ world, withPasskey }) => {
    const { person, passkey } = await withPasskey('reader')
    const caller = await pendingSignIn(world, person)
    for (let i = 0; i < 3; i++) await refusalOf(presentPasskey(caller, passkey, { verified: false }))
    expect(await counterOf(world, person)).toEqual({ consecutive: 3 })
    await presentPasskey(caller, passkey)
    expect(await counterOf(world, person)).toBeNull()
  })
})

describe('a passkey that was shown wrongly is refused (ENR-23)', () => {
  const it = base
    .extend('mine', ({ withPasskey }) => withPasskey('reader'))
    .extend('other', ({ withPasskey }) => withPasskey('reader'))

  const CASES: [string, (theirs: Owner, world: World) => Quirks][] = [
    ['without its owner being checked', () => ({ verified: false })],
    ['without its owner there', () => ({ present: false })],
    ['for another site', () => ({ origin: 'https://evil.example' })],
    ['on another port', () => ({ origin: 'http://localhost:3001' })],
    ['over https where we are not', () => ({ origin: 'https://localhost:3000' })],
    ['for another relying party', () => ({ rpId: 'evil.example' })],
    ['in a frame of another site', () => ({ crossOrigin: true })],
    ['in a frame that names its top', () => ({ crossOrigin: true, topOrigin: 'https://evil.example' })],
    ['as one that is being made', () => ({ type: 'webauthn.create' })],
    ['with another key', () => ({ key: makePasskeyKey() })],
    ['with a signature of another algorithm', () => ({ key: makePasskeyKey('RS256') })],
    ['with an unknown id', (_, world) => ({ credentialId: world.platform.random.token() })],
    ['with the id of another person’s', ({ passkey }) => ({ credentialId: passkey.id })],
    ['by another person, by its user handle', ({ person }) => ({ userHandle: handleOf(person) })],
    ['without a user handle', () => ({ userHandle: '' })],
  ]
  const handleOf = ({ userId }: Person) => Buffer.from(userId.replaceAll('-', ''), 'hex').toString('base64url')

  it.for(CASES)('%s; and its challenge is used up', async ([_, quirks], { world, audit, mine, other }) => {
    const { person, passkey } = mine
    const caller = await pendingSignIn(world, person)
    const options = await start(caller)
    const show = (more: Quirks) =>
      refusalOf(caller.api.signIn.passkey({ body: { passkey: passkey.sign(options, more) } }))
    expect(await show(quirks(other, world))).toBe('passkey.refused')
    expect(await show({})).toBe('passkey.refused')
    expect([caller.cookies.has('keyholder'), await counterOf(world, person)]).toEqual([false, { consecutive: 2 }])
    expect(await audit.last()).toMatchObject({
      action: 'sign-in.second-factor',
      outcome: 'failure',
      reason: 'passkey.refused',
      actorId: person.membershipId,
      after: { secondFactor: 'passkey' },
    })
    expect(await presentPasskey(caller, passkey)).toEqual({ step: 'done' })
  })

  it('by the passkey of another person, though all else is right', async ({ world, mine, other }) => {
    const caller = await pendingSignIn(world, mine.person)
    expect(await refusalOf(presentPasskey(caller, other.passkey))).toBe('passkey.refused')
  })

  it('with a challenge of another sign-in, of another person, or made for something else', async ({
    world,
    mine,
    other,
  }) => {
    const caller = await pendingSignIn(world, mine.person)
    const { challenge: elsewhere } = await start(await pendingSignIn(world, mine.person))
    const { challenge: others } = await start(await pendingSignIn(world, other.person))
    const { challenge: fresh } = await mine.caller.api.session.startStepUpPasskey()
    const { challenge: alone } = await world.stranger().api.signIn.startPasskeyAlone()
    for (const challenge of [elsewhere, others, fresh, alone]) {
      expect(await refusalOf(presentPasskey(caller, mine.passkey, { challenge }))).toBe('passkey.refused')
    }
  })

  it('with a challenge of five minutes ago', async ({ world, clock, mine }) => {
    const caller = await pendingSignIn(world, mine.person)
    const options = await start(caller)
    clock.advance(seconds(CHALLENGE_LIFETIME_SECONDS))
    const late = caller.api.signIn.passkey({ body: { passkey: mine.passkey.sign(options) } })
    expect(await refusalOf(late)).toBe('passkey.refused')
  })

  it('once it was switched off or removed', async ({ world, withPasskey }) => {
    const { person, passkey } = await withPasskey('reader')
    const caller = await pendingSignIn(world, person)
    const options = await start(caller)
    const where = { userId: person.userId, kind: 'passkey' }
    await world.asOwner((tx) => tx.factor.updateMany({ where, data: { state: 'off' } }))
    const show = () => refusalOf(caller.api.signIn.passkey({ body: { passkey: passkey.sign(options) } }))
    expect(await show()).toBe('passkey.refused')
    await world.asOwner((tx) => tx.factor.deleteMany({ where }))
    expect(await show()).toBe('passkey.refused')
    expect(await refusalOf(start(caller))).toBe('factor.not_allowed')
  })

  it('when it is switched off at that very moment; that is told of as no copy', async ({
    world,
    inbox,
    withPasskey,
  }) => {
    const { person, passkey } = await withPasskey('reader')
    const caller = await pendingSignIn(world, person)
    const proof = passkey.sign(await start(caller))
    const running: { outcome?: Promise<string>; isOver?: boolean } = {}
    await world.asOwner(async (tx) => {
      await tx.factor.updateMany({ where: { userId: person.userId }, data: { state: 'off' } })
      running.outcome = refusalOf(caller.api.signIn.passkey({ body: { passkey: proof } })).finally(() => {
        running.isOver = true
      })
      // One that did not wait is found out below.
      while (!running.isOver && (await countWaiting(tx)) === 0);
    })
    expect(await running.outcome).toBe('passkey.refused')
    const templates = (await inbox.all(person.membershipId)).map(({ template }) => template)
    expect(templates).not.toContain('passkey-counter-regressed')
  })

  it('five times on one sign-in and ten times in a quarter of an hour, and then not looked at (REC-05, REC-06)', async ({
    world,
    withPasskey,
  }) => {
    const { person, passkey } = await withPasskey('reader')
    const outcomes: string[] = []
    for (const caller of [
      await pendingSignIn(world, person),
      await pendingSignIn(world, person),
      await pendingSignIn(world, person),
    ]) {
      for (let i = 0; i < 6; i++) outcomes.push(await refusalOf(presentPasskey(caller, passkey, { verified: false })))
    }
    const five = Array(5).fill('passkey.refused')
    expect(outcomes).toEqual([
      ...five,
      'code.too_many attempt',
      ...five,
      'code.too_many attempt',
      ...Array(5).fill('code.too_many user'),
      'code.too_many attempt',
    ])
  })

  it('a hundred times in a row over any time, and what is linked is switched off', async ({ world, withPasskey }) => {
    const { person, passkey } = await withPasskey('reader')
    const { tenantId, userId } = person
    const row = { homeTenantId: tenantId, userId, windowStartedAt: new Date(0), inWindow: 1, consecutive: 99 }
    await world.asOwner((tx) => tx.secondFactorCounter.createMany({ data: [row] }))
    const caller = await pendingSignIn(world, person)
    expect(await refusalOf(presentPasskey(caller, passkey, { verified: false }))).toBe('passkey.refused')
    const states = await world.asOwner((tx) => tx.factor.findMany({ where: { userId }, select: { state: true } }))
    expect(states).toEqual([{ state: 'off' }, { state: 'off' }])
  })
})

describe('the counter of a passkey', () => {
  it.for([
    ['went back', 6],
    ['stood still', 7],
    ['fell to zero', 0],
  ] as const)(
    'that %s opens nothing: it may come from a copy, and the owner is notified (ENR-23)',
    async ([_, counter], { world, clock, inbox, audit, withPasskey }) => {
      const { person, passkey } = await withPasskey('reader')
      await presentPasskey(await pendingSignIn(world, person), passkey, { counter: 7 })
      const caller = await pendingSignIn(world, person)
      expect(await refusalOf(presentPasskey(caller, passkey, { counter }))).toBe('passkey.refused')
      expect(caller.cookies.has('keyholder')).toBe(false)
      expect((await keptOf(world, person)).counter).toBe(7n)
      expect(await counterOf(world, person)).toEqual({ consecutive: 1 })
      expect((await inbox.all(person.membershipId)).at(-1)).toMatchObject({
        template: 'passkey-counter-regressed',
        data: { name: 'Laptop', at: clock.now().toISOString() },
      })
      expect((await audit.events()).slice(-2)).toMatchObject([
        { action: 'sign-in.second-factor', outcome: 'failure', reason: 'passkey.refused' },
        { action: 'passkey.counter_regressed', outcome: 'denied', actorId: person.membershipId, objectName: 'Laptop' },
      ])
      // What counts on gets in.
      expect(await presentPasskey(caller, passkey, { counter: 8 })).toEqual({ step: 'done' })
    },
  )

  it('raises no alarm when it was not signed by the passkey', async ({ world, inbox, withPasskey }) => {
    const { person, passkey } = await withPasskey('reader')
    await presentPasskey(await pendingSignIn(world, person), passkey, { counter: 7 })
    const forged = { counter: 3, key: makePasskeyKey() }
    await refusalOf(presentPasskey(await pendingSignIn(world, person), passkey, forged))
    const templates = (await inbox.all(person.membershipId)).map(({ template }) => template)
    expect(templates).not.toContain('passkey-counter-regressed')
  })

  it('may stay zero: passkeys that are kept in a cloud do not count', async ({ world, withPasskey }) => {
    const { person, passkey } = await withPasskey('reader')
    for (let i = 0; i < 3; i++) {
      expect(await presentPasskey(await pendingSignIn(world, person), passkey, { counter: 0 })).toEqual({
        step: 'done',
      })
    }
  })

  it('lets one of two in that count the same at once, over two processes', async ({ world, withPasskey }) => {
    const { person, passkey } = await withPasskey('reader')
    const callers = [await pendingSignIn(world, person), await pendingSignIn(world, person)]
    const second = await world.secondApp()
    const show = async (caller: Caller, index: number) => {
      const tab = index ? second.visitor() : caller
      for (const [name, value] of caller.cookies) tab.cookies.set(name, value)
      return refusalOf(presentPasskey(tab, passkey, { counter: 5 }))
    }
    const outcomes = await Promise.all(callers.map(show))
    await second.close()
    expect(outcomes.sort()).toEqual(['not refused', 'passkey.refused'])
  })
})

describe('one signature, fifty times at once', () => {
  it('on one sign-in over two processes opens one session', async ({ world, withPasskey }) => {
    const { person, passkey } = await withPasskey('reader')
    const caller = await pendingSignIn(world, person)
    const proof = passkey.sign(await start(caller))
    const second = await world.secondApp()
    const send = async (index: number) => {
      const tab = index % 2 ? second.visitor() : world.visitor(`2001:db8:ffff:${index}::1`)
      for (const [name, value] of caller.cookies) tab.cookies.set(name, value)
      return refusalOf(tab.api.signIn.passkey({ body: { passkey: proof } }))
    }
    const outcomes = await Promise.all(Array.from({ length: 50 }, (_, index) => send(index)))
    await second.close()
    expect(outcomes.filter((outcome) => outcome === 'not refused')).toHaveLength(1)
    expect(await world.asOwner((tx) => tx.session.count({ where: { userId: person.userId } }))).toBe(2)
  })
})

type Owner = { person: Person; passkey: VirtualPasskey }

const start = ({ api }: Caller) => api.signIn.startPasskey()

const counterOf = (world: World, { userId }: Person) =>
  world.asOwner((tx) => tx.secondFactorCounter.findFirst({ where: { userId }, select: { consecutive: true } }))

const keptOf = (world: World, { userId }: Person) =>
  world.asOwner((tx) =>
    tx.factor.findFirstOrThrow({ where: { userId, kind: 'passkey' }, select: { counter: true, lastUsedAt: true } }),
  )
