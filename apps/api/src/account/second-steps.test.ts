import type { FactorKind } from '@keyholder/domain'
import { describe, expect } from 'vitest'
import { days, minutes } from '../platform/clock.fake.ts'
import type { Caller } from '../testing/caller.ts'
import { type Given, it } from '../testing/it.ts'
import { refusalOf } from '../testing/refusal.ts'
import type { SignedIn, Tenant, World } from '../testing/world.ts'

describe('my second steps', () => {
  it('are all kinds in one list, the oldest first, with the end of a number and no secret', async ({
    world,
    clock,
    tenant,
  }) => {
    const caller = await signedIn({ world, tenant })
    clock.advance(minutes(1))
    await add(world, caller, 'sms')
    clock.advance(minutes(1))
    await add(world, caller, 'passkey')
    const { factors, ...rest } = await steps(caller)
    expect(factors.map(({ kind, name, ending, allowed }) => [kind, name, ending, allowed])).toEqual([
      ['authenticator', 'Authenticator-app', null, true],
      ['sms', '…37', '37', true],
      ['passkey', 'Laptop', null, true],
    ])
    expect(rest).toMatchObject({
      preferred: 'authenticator',
      enrollable: ['authenticator', 'passkey', 'sms'],
      phasedOut: null,
      recovery: { kept: true },
      emailCode: 'not-proven',
    })
    expect(JSON.stringify(factors)).not.toMatch(/sealed|hash|publicKey/i)
  })

  it('say what the organisation no longer allows, what leaves and when', async ({ world, tenant }) => {
    const wilg = await world.addTenant('De Wilg')
    const caller = await signedIn({ world, tenant }, wilg)
    await add(world, caller, 'sms')
    await setPolicy(world, wilg, ['authenticator'], ['sms', 'email'], 3)
    const during = await steps(caller)
    expect(during).toMatchObject({ enrollable: ['authenticator'], phasedOut: { kinds: ['sms', 'email'] } })
    expect(during.factors.map(({ kind, allowed }) => [kind, allowed])).toEqual([
      ['authenticator', true],
      ['sms', true],
    ])
    await setPolicy(world, wilg, ['authenticator'])
    const after = await steps(caller)
    expect([after.phasedOut, after.emailCode]).toEqual([null, 'not-allowed'])
    expect(after.factors.map(({ kind, allowed }) => [kind, allowed])).toEqual([
      ['authenticator', true],
      ['sms', false],
    ])
  })

  it('are asked after when unused for four weeks, and no more once shown', async ({ world, clock, tenant }) => {
    const caller = await signedIn({ world, tenant })
    await add(world, caller, 'passkey', clock.ago(days(28)))
    const asked = async (from: Caller) =>
      (await steps(from)).factors.map(({ kind, askWhetherItWorks }) => [kind, askWhetherItWorks])
    expect(await asked(caller)).toContainEqual(['passkey', true])
    expect(await asked(caller)).toContainEqual(['authenticator', false])
    await world.asOwner((tx) =>
      tx.factor.updateMany({
        where: { userId: caller.person.userId, kind: 'authenticator' },
        data: { linkedAt: new Date(0), lastUsedAt: new Date(0) },
      }),
    )
    expect(await asked(caller)).toContainEqual(['authenticator', true])
    await world.stepUp(caller)
    expect(await asked(caller)).toContainEqual(['authenticator', false])
  })

  it('say whether a code by e-mail would do', async ({ world, tenant }) => {
    const caller = await signedIn({ world, tenant })
    await world.signIn(caller.person)
    expect((await steps(caller)).emailCode).toBe('available')
  })

  it('know the recovery code by when it was made', async ({ world, clock, tenant }) => {
    const caller = await signedIn({ world, tenant })
    const madeAt = clock.now().toISOString()
    expect((await steps(caller)).recovery).toEqual({ madeAt, kept: true })
    await world.asOwner((tx) => tx.recoveryCode.deleteMany({ where: { userId: caller.person.userId } }))
    expect((await steps(caller)).recovery).toBeNull()
  })
})

describe('the way that sign-in begins with', () => {
  it('is what was chosen, here and at the sign-in', async ({ world, tenant, audit }) => {
    const caller = await signedIn({ world, tenant })
    await add(world, caller, 'passkey')
    expect(await prefer(caller, 'passkey')).toBe('not refused')
    expect((await steps(caller)).preferred).toBe('passkey')
    const { caller: half } = await world.withPassword(caller.person)
    expect((await half.api.signIn.state()).methods.map(({ method }) => method)).toEqual([
      'passkey',
      'authenticator',
      'recovery-code',
    ])
    await prefer(caller, 'authenticator')
    expect(await audit.last()).toMatchObject({
      action: 'second-step.preferred',
      before: { method: 'passkey' },
      after: { method: 'authenticator' },
    })
  })

  it('is among what one has and the organisation allows, and e-mail only when it would do (ENR-15)', async ({
    world,
    tenant,
  }) => {
    const wilg = await world.addTenant('De Wilg')
    const caller = await signedIn({ world, tenant }, wilg)
    expect(await prefer(caller, 'sms')).toBe('factor.not_allowed')
    expect(await prefer(caller, 'email')).toBe('factor.not_allowed')
    await add(world, caller, 'sms')
    expect(await prefer(caller, 'sms')).toBe('not refused')
    await world.signIn(caller.person)
    expect(await prefer(caller, 'email')).toBe('not refused')
    await setPolicy(world, wilg, ['authenticator'])
    expect(await prefer(caller, 'sms')).toBe('factor.not_allowed')
    expect(await prefer(caller, 'email')).toBe('factor.not_allowed')
    // What was chosen before and cannot be used now is not what it begins with.
    expect((await steps(caller)).preferred).toBe('authenticator')
  })

  it('is forgotten with the last of its kind', async ({ world, tenant }) => {
    const caller = await signedIn({ world, tenant })
    const [one, other] = [await add(world, caller, 'passkey'), await add(world, caller, 'passkey')]
    await prefer(caller, 'passkey')
    await remove(caller, one)
    expect((await steps(caller)).preferred).toBe('passkey')
    await remove(caller, other)
    const { preferredMethod } = await world.asOwner((tx) =>
      tx.login.findFirstOrThrow({ where: { userId: caller.person.userId } }),
    )
    expect(preferredMethod).toBeNull()
  })
})

describe('removing one of several', () => {
  it.for([
    ['passkey', 'passkey-removed', { name: 'Laptop' }],
    ['sms', 'phone-removed', { ending: '37' }],
  ] as const)(
    'of kind %s is reported by mail and in the log',
    async ([kind, template, data], { world, tenant, inbox, audit }) => {
      const caller = await signedIn({ world, tenant })
      const id = await add(world, caller, kind)
      expect(await remove(caller, id)).toBe('not refused')
      expect((await steps(caller)).factors.map((factor) => factor.kind)).toEqual(['authenticator'])
      expect((await inbox.all(caller.person.membershipId)).at(-1)).toMatchObject({ template, data })
      expect(await audit.last()).toMatchObject({ action: `${kind}.removed`, objectId: id })
      expect(await remove(caller, id)).toBe('request.not_found')
    },
  )

  it('leaves one that the organisation allows: what it does not allow does not count', async ({ world, tenant }) => {
    const wilg = await world.addTenant('De Wilg')
    const caller = await signedIn({ world, tenant }, wilg)
    await add(world, caller, 'sms')
    await setPolicy(world, wilg, ['authenticator', 'passkey'])
    expect(await remove(caller, await idOf(caller, 'authenticator'))).toBe('factor.last')
    const passkey = await add(world, caller, 'passkey')
    expect(await remove(caller, await idOf(caller, 'authenticator'))).toBe('not refused')
    expect(await remove(caller, passkey)).toBe('factor.last')
    expect(await remove(caller, await idOf(caller, 'sms'))).toBe('not refused')
  })

  it('leaves one, of three kinds that are removed at once', async ({ world, tenant }) => {
    const caller = await signedIn({ world, tenant })
    await add(world, caller, 'sms')
    await add(world, caller, 'passkey')
    const ids = (await steps(caller)).factors.map(({ id }) => id)
    const answers = await Promise.all(ids.map((id) => remove(caller, id)))
    expect(answers.toSorted()).toEqual(['factor.last', 'not refused', 'not refused'])
  })

  it('takes the codes along that were sent to the number', async ({ world, clock, tenant }) => {
    const caller = await signedIn({ world, tenant })
    const factorId = await add(world, caller, 'sms')
    const { tenantId, userId } = caller.person
    const [id, now] = [world.platform.random.uuid(), clock.now()]
    const row = {
      homeTenantId: tenantId,
      id,
      userId,
      boundTo: id,
      purpose: 'step-up',
      method: 'sms',
      factorId,
      codeHash: 'x',
    }
    await world.asOwner((tx) =>
      tx.oneTimeCode.createMany({ data: [{ ...row, messageId: id, createdAt: now, expiresAt: now }] }),
    )
    await remove(caller, factorId)
    expect(await world.asOwner((tx) => tx.oneTimeCode.count({ where: { userId } }))).toBe(0)
  })
})

describe('naming one of several', () => {
  it('is for passkeys too, and not for the number', async ({ world, tenant, audit }) => {
    const caller = await signedIn({ world, tenant })
    const [passkey, phone] = [await add(world, caller, 'passkey'), await add(world, caller, 'sms')]
    const rename = (id: string) => caller.api.account.renameFactor({ params: { id }, body: { name: 'Werklaptop' } })
    expect(await rename(passkey)).toMatchObject({ kind: 'passkey', name: 'Werklaptop', allowed: true })
    expect(await audit.last()).toMatchObject({
      action: 'passkey.renamed',
      before: { name: 'Laptop' },
      after: { name: 'Werklaptop' },
    })
    expect(await refusalOf(rename(phone))).toBe('request.not_found')
  })
})

describe('another authenticator', () => {
  const start = ({ api }: Caller) => api.account.startAuthenticator({ body: { name: 'Tablet' } })

  it('is linked only where the organisation lets one link it, also when it was begun before', async ({
    world,
    tenant,
  }) => {
    const wilg = await world.addTenant('De Wilg')
    const caller = await signedIn({ world, tenant }, wilg)
    const { id, secret } = await start(caller)
    await setPolicy(world, wilg, ['passkey'], ['authenticator'], 3)
    expect(await refusalOf(start(caller))).toBe('factor.not_allowed')
    caller.person.secret = secret
    const body = { code: await world.nextCode(caller.person) }
    expect(await refusalOf(caller.api.account.confirmAuthenticator({ params: { id }, body }))).toBe(
      'factor.not_allowed',
    )
    expect((await steps(caller)).factors).toHaveLength(1)
  })

  it('is bounded by authenticators: passkeys do not count', async ({ world, tenant }) => {
    const caller = await signedIn({ world, tenant })
    for (let i = 0; i < 6; i++) await add(world, caller, 'passkey')
    const { id, secret } = await start(caller)
    caller.person.secret = secret
    const body = { code: await world.nextCode(caller.person) }
    expect(await caller.api.account.confirmAuthenticator({ params: { id }, body })).toMatchObject({
      kind: 'authenticator',
      name: 'Tablet',
      ending: null,
      askWhetherItWorks: false,
      allowed: true,
    })
  })
})

describe('what belongs to another person', () => {
  it('is not there, of whatever kind (SES-08)', async ({ world, tenant }) => {
    const [caller, victim] = [await signedIn({ world, tenant }), await signedIn({ world, tenant })]
    await add(world, caller, 'passkey')
    for (const kind of ['sms', 'passkey'] as const) {
      const id = await add(world, victim, kind)
      expect(await remove(caller, id)).toBe('request.not_found')
      expect(await refusalOf(caller.api.account.renameFactor({ params: { id }, body: { name: 'x' } }))).toBe(
        'request.not_found',
      )
    }
    expect((await steps(victim)).factors).toHaveLength(3)
    expect(await refusalOf(world.stranger().api.account.secondSteps())).toBe('session.missing')
  })
})

const signedIn = async ({ world, tenant }: Given<'world' | 'tenant'>, where = tenant) =>
  world.signIn(await world.addPerson(where, 'reader'))
const steps = ({ api }: Caller) => api.account.secondSteps()
const remove = ({ api }: Caller, id: string) => refusalOf(api.account.removeFactor({ params: { id } }))
const prefer = ({ api }: Caller, method: FactorKind) => refusalOf(api.account.preferMethod({ body: { method } }))

const idOf = async (caller: Caller, kind: FactorKind) =>
  (await steps(caller)).factors.find((factor) => factor.kind === kind)?.id ?? ''

/** A number or a passkey, put there by hand: how they are linked is told elsewhere. */
async function add(
  world: World,
  { person }: SignedIn,
  kind: 'sms' | 'passkey',
  linkedAt = world.clock.now(),
): Promise<string> {
  const id = world.platform.random.uuid()
  const { tenantId, userId } = person
  const common = {
    homeTenantId: tenantId,
    id,
    userId,
    kind,
    state: 'linked',
    begunBy: id,
    createdAt: linkedAt,
    linkedAt,
  }
  const own =
    kind === 'sms'
      ? { name: '…37', secretSealed: 'x', phoneHash: id, ending: '37' }
      : { name: 'Laptop', credentialId: id, publicKey: new Uint8Array([1]), counter: 0n }
  await world.asOwner((tx) => tx.factor.createMany({ data: [{ ...common, ...own }] }))
  return id
}

/** The rules of an organisation, as they would be after a change. */
async function setPolicy(
  world: World,
  { tenantId }: Tenant,
  allowed: FactorKind[],
  phasedOut: FactorKind[] = [],
  graceDays = 0,
) {
  const graceEndsAt = graceDays === 0 ? null : world.clock.later(days(graceDays))
  const limits = { passkeyAlone: false, idleMinutes: 30, absoluteHours: 12, passwordMin: 8 }
  const row = { allowed, phasedOut, graceEndsAt, changedAt: world.clock.now(), ...limits }
  await world.asOwner((tx) =>
    tx.policy.upsert({ where: { tenantId }, create: { tenantId, ...row }, update: row, select: { tenantId: true } }),
  )
}
