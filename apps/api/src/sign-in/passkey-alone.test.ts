import { CHALLENGE_LIFETIME_SECONDS, LIMITS } from '@keyholder/domain'
import { describe, expect } from 'vitest'
import { PLATFORM_TENANT } from '../identity/tenants/platform-tenant.ts'
import { sourceBucketKey } from '../identity/throttle/bucket-key.ts'
import { seconds } from '../platform/clock.fake.ts'
import type { Caller } from '../testing/caller.ts'
import { addExternalMember } from '../testing/external-members.ts'
import { it as base } from '../testing/it.ts'
import { makePasskeyKey } from '../testing/passkey-keys.ts'
import { enterAlone, linkPasskey, pendingSignIn, presentPasskey, setPolicy, stepUpBy } from '../testing/passkeys.ts'
import { countWaiting } from '../testing/queue-at.ts'
import { refusalOf } from '../testing/refusal.ts'
import { costOf } from '../testing/trace.ts'
import { makePasskey, type Quirks, type VirtualPasskey } from '../testing/virtual-passkey.ts'
import type { Person, Tenant, World } from '../testing/world.ts'

// An organisation that allows it.
const allowed = base.extend('tenant', async ({ world }) => {
  const tenant = await world.addTenant('De Linde')
  await setPolicy(world, tenant.tenantId, { passkeyAlone: true })
  return tenant
})
const it = allowed

describe('a passkey as the whole sign-in', () => {
  it('does not ask who they are: any passkey of this site will do', async ({ world }) => {
    expect(await world.stranger().api.signIn.startPasskeyAlone()).toMatchObject({
      rpId: 'localhost',
      userVerification: 'required',
      allowCredentials: [],
    })
  })

  it('opens a session at once, and the log says by what', async ({ world, tenant, audit, withPasskey }) => {
    const { person, passkey } = await withPasskey('reader')
    const caller = world.stranger()
    expect(await enterAlone(caller, passkey)).toEqual({ step: 'done' })
    expect([...caller.cookies.keys()].sort()).toEqual(['keyholder', 'keyholder-device'])
    const { user, secondStep, tenant: house } = await caller.api.session.current()
    expect([user.id, house.id, secondStep]).toEqual([
      person.userId,
      tenant.tenantId,
      { method: 'passkey', strong: true },
    ])
    expect(await audit.last(tenant.tenantId)).toMatchObject({
      action: 'sign-in.completed',
      actorId: person.membershipId,
      after: { secondFactor: 'passkey' },
    })
    expect(await world.asOwner((tx) => tx.signInAttempt.count({ where: { userId: person.userId } }))).toBe(0)
  })

  it('asks for the recovery code to be kept first, when it never was', async ({ world, addPerson }) => {
    const person = await addPerson('reader')
    const first = await pendingSignIn(world, person)
    const passkey = makePasskey(world.origin, await first.api.signIn.startPasskeyEnrollment())
    await first.api.signIn.confirmPasskeyEnrollment({ body: { passkey: passkey.created } })
    const caller = world.stranger()
    expect(await enterAlone(caller, passkey)).toEqual({ step: 'keep-recovery-code' })
    expect(caller.cookies.has('keyholder')).toBe(false)
    expect((await caller.api.signIn.renewRecoveryCode()).recoveryCode).toBeTruthy()
    await caller.api.signIn.keepRecoveryCode({ body: { kept: true } })
    expect((await caller.api.session.current()).secondStep.method).toBe('passkey')
  })

  it('lets its owner in while a stranger who knows the password uses up their tries', async ({
    world,
    clock,
    withPasskey,
  }) => {
    const { person, passkey } = await withPasskey('reader')
    const { tenantId, userId } = person
    const row = { homeTenantId: tenantId, userId, windowStartedAt: clock.now(), inWindow: 10, consecutive: 10 }
    await world.asOwner((tx) => tx.secondFactorCounter.createMany({ data: [row] }))
    expect(await enter(world, passkey)).toBe('not refused')
  })

  it('is counted against no account when it is wrong: knowing its id cannot lock the owner out', async ({
    world,
    withPasskey,
  }) => {
    const { person, passkey } = await withPasskey('reader')
    for (let i = 0; i < 11; i++) expect(await enter(world, passkey, { key: makePasskeyKey() })).toBe('passkey.refused')
    expect(await world.asOwner((tx) => tx.secondFactorCounter.count({ where: { userId: person.userId } }))).toBe(0)
    expect(await presentPasskey(await pendingSignIn(world, person), passkey)).toEqual({ step: 'done' })
  })

  it('works once of fifty times at once over two processes', async ({ world, withPasskey }) => {
    const { person, passkey } = await withPasskey('reader')
    const before = await sessionsOf(world, person)
    const proof = passkey.sign(await world.stranger().api.signIn.startPasskeyAlone())
    const second = await world.secondApp()
    const send = (index: number) => {
      const caller = (index % 2 ? second : world).visitor(`2001:db8:eeee:${index}::1`)
      return refusalOf(caller.api.signIn.passkeyAlone({ body: { passkey: proof } }))
    }
    const outcomes = await Promise.all(Array.from({ length: 50 }, (_, index) => send(index)))
    await second.close()
    expect(outcomes.filter((outcome) => outcome === 'not refused')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'passkey.refused')).toHaveLength(49)
    expect(await sessionsOf(world, person)).toBe(before + 1)
  })
})

describe('the organisation decides', () => {
  it.for<[string, Parameters<typeof setPolicy>[2] | null]>([
    ['asks for the password by default', null],
    ['asks for the password', { passkeyAlone: false }],
    ['takes no passkeys', { passkeyAlone: false, allowed: ['authenticator', 'sms'] }],
  ])('one that %s opens nothing, and the log says so', async ([_, policy], { world, audit }) => {
    const house = await world.addTenant('De Eik')
    const { person, passkey } = await ownerIn(world, house)
    if (policy) await setPolicy(world, house.tenantId, policy)
    const before = await sessionsOf(world, person)
    const caller = world.stranger()
    expect(await enter(world, passkey, {}, caller)).toBe('passkey.not_alone')
    expect([caller.cookies.size, await sessionsOf(world, person)]).toEqual([0, before])
    expect(await world.asOwner((tx) => tx.signInAttempt.count({ where: { userId: person.userId } }))).toBe(0)
    expect(await audit.last(house.tenantId)).toMatchObject({
      action: 'sign-in.second-factor',
      outcome: 'denied',
      reason: 'passkey.not_alone',
      actorId: person.membershipId,
    })
  })

  it('that one comes into, and not another that one is a member of', async ({ world }) => {
    const house = await world.addTenant('De Beuk')
    const holder = await world.signIn(house.holder)
    const { home, caller } = await addExternalMember(world, { tenant: house, holder })
    const passkey = await linkPasskey(world, caller)
    await setPolicy(world, home.tenantId, { passkeyAlone: true })
    expect(await enter(world, passkey)).toBe('not refused')
    const where = { id: caller.person.membershipId }
    await world.asOwner((tx) => tx.membership.updateMany({ where, data: { status: 'deactivated' } }))
    // At home they are out: they come into the other one, which asks for the password.
    expect(await enter(world, passkey)).toBe('passkey.not_alone')
    await setPolicy(world, house.tenantId, { passkeyAlone: true })
    const guest = world.stranger()
    expect(await enter(world, passkey, {}, guest)).toBe('not refused')
    expect((await guest.api.session.current()).tenant.id).toBe(house.tenantId)
  })

  it.for(['at once', 'after keeping a recovery code'])(
    'and leads %s into no organisation that asks for the password as well',
    async (how, { world }) => {
      const house = await world.addTenant('De Esdoorn')
      const { home, caller } = await addExternalMember(world, {
        tenant: house,
        holder: await world.signIn(house.holder),
      })
      const passkey = await linkPasskey(world, caller)
      await setPolicy(world, home.tenantId, { passkeyAlone: true })
      const guest = world.stranger()
      if (how === 'at once') await enterAlone(guest, passkey)
      else {
        const where = { userId: caller.person.userId }
        await world.asOwner((tx) => tx.recoveryCode.updateMany({ where, data: { keptAt: null } }))
        await enterAlone(guest, passkey)
        await guest.api.signIn.keepRecoveryCode({ body: { kept: true } })
      }
      const goOn = () => refusalOf(guest.api.session.switchTenant({ body: { tenantId: house.tenantId } }))
      expect(await goOn()).toBe('session.factor_not_allowed password')
      // Shown again it is a second step still, and no password.
      await stepUpBy(guest, passkey)
      expect(await goOn()).toBe('session.factor_not_allowed password')
      await setPolicy(world, house.tenantId, { passkeyAlone: true })
      expect(await goOn()).toBe('not refused')
    },
  )
})

describe('a person whom the password would not let in is not let in by a passkey', () => {
  const close = async (world: World, { person }: Owner, how: 'deactivated' | 'package ended' | 'password void') => {
    const { membershipId, userId, tenantId } = person
    await world.asOwner(async (tx) => {
      if (how === 'deactivated')
        await tx.membership.updateMany({ where: { id: membershipId }, data: { status: 'deactivated' } })
      if (how === 'package ended') await tx.package.updateMany({ where: { tenantId }, data: { status: 'ended' } })
      if (how === 'password void')
        await tx.login.updateMany({ where: { userId }, data: { passwordVoidAt: world.clock.now() } })
    })
  }

  it.for([
    ['deactivated', 'sign_in.deactivated'],
    ['package ended', 'sign_in.package_ended'],
    ['password void', 'sign_in.password_void'],
  ] as const)('%s', async ([how, code], { world, audit }) => {
    const house = await world.addTenant('De Wilg')
    await setPolicy(world, house.tenantId, { passkeyAlone: true })
    const mine = await ownerIn(world, house)
    await close(world, mine, how)
    const before = await sessionsOf(world, mine.person)
    const caller = world.stranger()
    expect(await enter(world, mine.passkey, {}, caller)).toBe(code)
    expect([caller.cookies.size, await sessionsOf(world, mine.person)]).toEqual([0, before])
    expect(await audit.events(house.tenantId)).toContainEqual(
      expect.objectContaining({ action: 'sign-in.second-factor', outcome: 'denied', reason: code }),
    )
  })

  it('and says by whom and when, with a code to read out to the package holder', async ({ world, clock }) => {
    const house = await world.addTenant('De Es')
    await setPolicy(world, house.tenantId, { passkeyAlone: true })
    const mine = await ownerIn(world, house)
    await close(world, mine, 'password void')
    const caller = world.stranger()
    const passkey = mine.passkey.sign(await caller.api.signIn.startPasskeyAlone())
    const { json } = await caller.send('POST', '/api/v1/sign-in/passkey-alone', { body: { passkey } })
    expect(json).toMatchObject({ told: { at: clock.now().toISOString(), supportCode: expect.any(String) } })
  })

  it('nor during a report that it was not them: the report is waited for', async ({ world, clock, withPasskey }) => {
    const mine = await withPasskey('reader')
    const before = await sessionsOf(world, mine.person)
    const entered: { outcome?: Promise<string> } = {}
    let isOver = false
    await world.asOwner(async (tx) => {
      const where = { userId: mine.person.userId }
      await tx.login.updateMany({ where, data: { passwordVoidAt: clock.now() } })
      entered.outcome = enter(world, mine.passkey).finally(() => {
        isOver = true
      })
      // One that did not wait is found out below.
      while (!isOver && (await countWaiting(tx)) === 0);
    })
    expect([await entered.outcome, await sessionsOf(world, mine.person)]).toEqual(['sign_in.password_void', before])
  })

  it('unlinked, switched off or removed: the passkey is known no more', async ({ world, holder, withPasskey }) => {
    const [unlinked, off] = [await withPasskey('reader'), await withPasskey('reader')]
    const params = { id: unlinked.person.membershipId }
    await holder.api.users.unlinkAuthenticator({ params, body: { reason: 'lost-or-stolen' } })
    await world.asOwner((tx) => tx.factor.updateMany({ where: { userId: off.person.userId }, data: { state: 'off' } }))
    expect([await enter(world, unlinked.passkey), await enter(world, off.passkey)]).toEqual([
      'passkey.refused',
      'passkey.refused',
    ])
  })
})

describe('a passkey alone that was shown wrongly is refused (ENR-23)', () => {
  const it = allowed.extend('mine', ({ withPasskey }) => withPasskey('reader'))

  it.for<[string, Quirks]>([
    ['without its owner being checked', { verified: false }],
    ['without its owner there', { present: false }],
    ['for another site', { origin: 'https://evil.example' }],
    ['for another relying party', { rpId: 'evil.example' }],
    ['in a frame of another site', { crossOrigin: true }],
    ['with another key', { key: makePasskeyKey() }],
    ['without saying whose it is', { userHandle: null }],
    ['as that of another', { userHandle: 'AAAAAAAAAAAAAAAAAAAAAA' }],
    ['with an unknown id', { credentialId: 'AAAA' }],
    ['with a challenge that is not ours', { challenge: 'AAAA' }],
  ])('%s', async ([_, quirks], { world, mine }) => {
    const caller = world.stranger()
    const options = await caller.api.signIn.startPasskeyAlone()
    const show = (more: Quirks) =>
      refusalOf(caller.api.signIn.passkeyAlone({ body: { passkey: mine.passkey.sign(options, more) } }))
    expect(await show(quirks)).toBe('passkey.refused')
    expect(caller.cookies.size).toBe(0)
    // Used up, unless it was another that was signed.
    expect(await show({})).toBe('challenge' in quirks ? 'not refused' : 'passkey.refused')
  })

  it('with a challenge made for a second step, or of five minutes ago', async ({ world, clock, mine }) => {
    const half: Caller = await pendingSignIn(world, mine.person)
    const { challenge } = await half.api.signIn.startPasskey()
    expect(await enter(world, mine.passkey, { challenge })).toBe('passkey.refused')
    const caller = world.stranger()
    const options = await caller.api.signIn.startPasskeyAlone()
    clock.advance(seconds(CHALLENGE_LIFETIME_SECONDS))
    const late = caller.api.signIn.passkeyAlone({ body: { passkey: mine.passkey.sign(options) } })
    expect(await refusalOf(late)).toBe('passkey.refused')
  })

  it('when its counter went back, and the owner is told', async ({ world, tenant, inbox, audit, withPasskey }) => {
    const { person, passkey } = await withPasskey('reader')
    await enter(world, passkey, { counter: 9 })
    const caller = world.stranger()
    expect(await enter(world, passkey, { counter: 8 }, caller)).toBe('passkey.refused')
    expect(caller.cookies.size).toBe(0)
    expect((await inbox.all(person.membershipId)).at(-1)?.template).toBe('passkey-counter-regressed')
    expect(await audit.last(tenant.tenantId)).toMatchObject({
      action: 'passkey.counter_regressed',
      objectName: 'Laptop',
    })
  })

  it('with the same answer at the same cost, whether there is such a passkey or not', async ({
    world,
    audit,
    mine,
  }) => {
    const costs: string[][] = []
    const bodies: string[] = []
    for (const quirks of [{ key: makePasskeyKey() }, { credentialId: world.platform.random.token() }]) {
      const caller = world.stranger()
      const passkey = mine.passkey.sign(await caller.api.signIn.startPasskeyAlone(), quirks)
      costs.push(
        await costOf(world, async () => {
          const { body } = await caller.send('POST', '/api/v1/sign-in/passkey-alone', { body: { passkey } })
          bodies.push(body.replace(/"requestId":"[^"]*"/, ''))
        }),
      )
    }
    expect([bodies[0], costs[0]]).toEqual([bodies[1], costs[1]])
    // Of an id that nobody has only the platform's log can tell.
    expect(await audit.last(PLATFORM_TENANT)).toMatchObject({
      action: 'sign-in.second-factor',
      outcome: 'failure',
      reason: 'passkey.refused',
    })
  })
})

describe('from one place', () => {
  const [{ limit }] = LIMITS.passkeyBySource
  const fill = (world: World, part: string) =>
    world.asOwner((tx) =>
      tx.throttleCounter.updateMany({
        where: { key: { startsWith: `passkeyBySource|${part}|` } },
        data: { count: limit },
      }),
    )

  it('so many challenges are made, and no more are kept', async ({ world }) => {
    const caller = world.visitor('2001:db8:aaaa::1')
    await caller.api.signIn.startPasskeyAlone()
    await fill(world, sourceBucketKey({ platform: world.platform, request: { ip: '2001:db8:aaaa::1' } }))
    const before = await world.asOwner((tx) => tx.passkeyChallenge.count())
    const answer = await caller.send('POST', '/api/v1/sign-in/passkey-alone/challenge')
    expect([answer.status, Number(answer.headers['retry-after'])]).toEqual([429, 15 * 60])
    expect(await world.asOwner((tx) => tx.passkeyChallenge.count())).toBe(before)
  })

  it('so many wrong ones are written down, and a right one gets in still', async ({ world, audit, withPasskey }) => {
    const { passkey } = await withPasskey('reader')
    const caller = world.visitor('2001:db8:bbbb::1')
    expect(await enter(world, passkey, { verified: false }, caller)).toBe('passkey.refused')
    await world.asOwner((tx) =>
      tx.throttleCounter.updateMany({ where: { key: { contains: '|refused|' } }, data: { count: limit } }),
    )
    const before = (await audit.events()).length
    expect(await enter(world, passkey, { verified: false }, caller)).toBe('request.too_many')
    expect(await audit.events()).toHaveLength(before)
    expect(await enter(world, passkey, {}, caller)).toBe('not refused')
  })
})

type Owner = Awaited<ReturnType<typeof ownerIn>>

/** Somebody of this organisation with a passkey. */
async function ownerIn(world: World, house: Tenant) {
  const caller = await world.signIn(await world.addPerson(house, 'reader'))
  return { person: caller.person, caller, passkey: await linkPasskey(world, caller) }
}

const enter = (world: World, passkey: VirtualPasskey, quirks?: Quirks, caller = world.stranger()) =>
  refusalOf(enterAlone(caller, passkey, quirks))

const sessionsOf = (world: World, { userId }: Person) => world.asOwner((tx) => tx.session.count({ where: { userId } }))
