import { readRecoveryCode } from '@keyholder/domain'
import { describe, expect } from 'vitest'
import { minutes, seconds } from '../platform/clock.fake.ts'
import type { Answer, Caller } from '../testing/caller.ts'
import { type Given, it } from '../testing/it.ts'
import { codeAt } from '../testing/phone.ts'
import { refusalOf } from '../testing/refusal.ts'
import { PASSWORD, type Person, type World } from '../testing/world.ts'

describe('linking the first authenticator', () => {
  it('gives what an app needs: 160 bits in base32, the issuer and the account, in no stored form', async ({
    world,
    tenant,
  }) => {
    const caller = await newcomer({ world, tenant })
    const answer = await caller.send('POST', '/api/v1/sign-in/enrollment')
    const { secret, uri, issuer, account } = await caller.api.signIn.startEnrollment()
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(uri).toBe(
      `otpauth://totp/Keyholder:${encodeURIComponent(caller.person.email)}?secret=${secret}&issuer=Keyholder`,
    )
    expect([issuer, account]).toEqual(['Keyholder', caller.person.email])
    expect(answer.headers['cache-control']).toBe('no-store')
    const [factor] = await factorsOf(world, caller.person)
    expect(factor?.secretSealed).not.toContain(secret)
  })

  it('gives the same again to the same sign-in, so that half-finished can be resumed', async ({ world, tenant }) => {
    const caller = await newcomer({ world, tenant })
    const [first, second] = [await caller.api.signIn.startEnrollment(), await caller.api.signIn.startEnrollment()]
    expect(second).toEqual(first)
  })

  it('takes the secret that it made itself and no other (ENR-03)', async ({ world, tenant }) => {
    const caller = await newcomer({ world, tenant })
    await caller.api.signIn.startEnrollment()
    const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
    const code = await codeFor(world, secret)
    for (const extra of [{ secret }, { otpauthUri: 'otpauth://totp/x' }, { factorId: 'x' }, { name: 'x' }]) {
      const answer = await caller.send('POST', '/api/v1/sign-in/enrollment/confirm', { body: { code, ...extra } })
      expect([answer.status, answer.json]).toMatchObject([400, { errors: [{ code: 'unknown' }] }])
    }
    expect(await refusalOf(confirm(caller, code))).toBe('code.wrong')
    expect((await caller.send('POST', '/api/v1/sign-in/enrollment', { body: { secret } })).status).toBe(400)
  })

  it('is finished only by the newest of two tabs that began it, and the other says so (ENR-05)', async ({
    world,
    tenant,
  }) => {
    const first = await newcomer({ world, tenant })
    const { secret: former } = await first.api.signIn.startEnrollment()
    const second = await newcomer({ world, tenant }, first.person)
    const { secret } = await second.api.signIn.startEnrollment()
    expect(await refusalOf(confirm(first, await codeFor(world, former)))).toBe('enrollment.expired')
    await confirm(second, await codeFor(world, secret))
    expect((await factorsOf(world, first.person)).map(({ state }) => state)).toEqual(['linked'])
  })

  it('is refused to a second sign-in once another has linked: that one shows its code (ENR-05)', async ({
    world,
    tenant,
  }) => {
    const first = await newcomer({ world, tenant })
    const late = await newcomer({ world, tenant }, first.person)
    await linkOnly(world, first)
    const { secret } = await late.api.signIn.startEnrollment()
    expect(await refusalOf(confirm(late, await codeFor(world, secret)))).toBe('attempt.missing')
    expect((await factorsOf(world, first.person)).filter(({ state }) => state === 'linked')).toHaveLength(1)
    expect(late.cookies.has('keyholder')).toBe(false)
  })

  it('by two who confirm at once ends with one authenticator and one recovery code (RAC-08)', async ({
    world,
    tenant,
  }) => {
    const caller = await newcomer({ world, tenant })
    const { secret } = await caller.api.signIn.startEnrollment()
    const code = await codeFor(world, secret)
    const cookies = [...caller.cookies]
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => {
        const tab = world.stranger()
        for (const [name, value] of cookies) tab.cookies.set(name, value)
        return tab.send('POST', '/api/v1/sign-in/enrollment/confirm', { body: { code } })
      }),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await factorsOf(world, caller.person)).toHaveLength(1)
  })

  it('must be finished within a quarter of an hour', async ({ world, clock, tenant }) => {
    const caller = await newcomer({ world, tenant })
    const { secret } = await caller.api.signIn.startEnrollment()
    await world.asOwner((tx) =>
      tx.factor.updateMany({ where: { userId: caller.person.userId }, data: { expiresAt: clock.now() } }),
    )
    expect(await refusalOf(confirm(caller, await codeFor(world, secret)))).toBe('enrollment.expired')
    expect((await caller.api.signIn.startEnrollment()).secret).not.toBe(secret)
  })

  it('forgives a wrong code, thirty times a quarter of an hour', async ({ world, clock, tenant }) => {
    const caller = await newcomer({ world, tenant })
    const { secret } = await caller.api.signIn.startEnrollment()
    const answers: string[] = []
    for (let i = 0; i < 31; i++) answers.push(await refusalOf(confirm(caller, '000000')))
    expect(answers).toEqual([...Array(30).fill('code.wrong'), 'code.too_many'])
    clock.advance(minutes(15))
    expect((await factorsOf(world, caller.person)).map(({ state }) => state)).toEqual(['pending'])
    const again = await newcomer({ world, tenant }, caller.person)
    expect((await again.api.signIn.startEnrollment()).secret).not.toBe(secret)
  })

  it('uses its code up: the sign-in that follows needs another one (REC-01)', async ({ world, tenant }) => {
    const caller = await newcomer({ world, tenant })
    const { secret } = await caller.api.signIn.startEnrollment()
    const code = await codeFor(world, secret)
    await confirm(caller, code)
    const again = await newcomer({ world, tenant }, caller.person)
    expect(await refusalOf(again.api.signIn.authenticator({ body: { code } }))).toBe('code.wrong')
  })

  it('is reported to its owner by mail and in the log, without the secret', async ({ world, tenant, inbox, audit }) => {
    const caller = await newcomer({ world, tenant })
    await linkOnly(world, caller)
    expect((await inbox.all(caller.person.membershipId)).map(({ template }) => template)).toEqual([
      'authenticator-linked',
    ])
    const events = (await audit.events()).filter(({ actorId }) => actorId === caller.person.membershipId)
    expect(events.map(({ action }) => action)).toEqual([
      'sign-in.password',
      'authenticator.linked',
      'recovery-code.made',
    ])
    expect(JSON.stringify(events)).not.toContain(caller.person.secret)
  })
})

describe('the recovery code', () => {
  it('is made after the authenticator was linked and not before (ENR-19)', async ({ world, tenant }) => {
    const caller = await newcomer({ world, tenant })
    const kept = () => world.asOwner((tx) => tx.recoveryCode.findMany({ where: { userId: caller.person.userId } }))
    for (const path of ['recovery-code', 'recovery-code/kept']) {
      expect(
        (await caller.send('POST', `/api/v1/sign-in/${path}`, path.endsWith('kept') ? { body: { kept: true } } : {}))
          .status,
      ).toBe(409)
    }
    await caller.api.signIn.startEnrollment()
    expect(await kept()).toEqual([])
    await linkOnly(world, caller)
    expect(await kept()).toHaveLength(1)
  })

  it('is shown once, in groups that can be read back, and kept as a keyed hash (ENR-20)', async ({ world, tenant }) => {
    const caller = await newcomer({ world, tenant })
    const { recoveryCode } = await linkOnly(world, caller)
    expect(recoveryCode).toMatch(/^([A-Z2-9]{5}-){4}[A-Z2-9]{5}$/)
    const read = readRecoveryCode(recoveryCode ?? '')
    expect(read).toHaveProperty('code')
    const { codeHash } = await world.asOwner((tx) =>
      tx.recoveryCode.findFirstOrThrow({ where: { userId: caller.person.userId } }),
    )
    const stored = 'code' in read ? read.code : ''
    expect(world.platform.keyedHash.matches('recovery-code', `${caller.person.userId} ${stored}`, codeHash)).toBe(true)
    await caller.api.signIn.keepRecoveryCode({ body: { kept: true } })
    const everywhere: Answer[] = []
    for (const path of ['account', 'session', 'account/second-steps', 'account/sessions']) {
      everywhere.push(await caller.send('GET', `/api/v1/${path}`))
    }
    const rows = await world.asOwner(async (tx) => [await tx.auditEvent.findMany(), await tx.message.findMany()])
    const all = everywhere.map(({ body }) => body).join() + JSON.stringify(rows)
    expect(all).not.toContain(recoveryCode)
    expect(all).not.toContain(stored)
  })

  it('must be kept before the session opens (ENR-20)', async ({ world, tenant, audit }) => {
    const caller = await newcomer({ world, tenant })
    await linkOnly(world, caller)
    expect(caller.cookies.has('keyholder')).toBe(false)
    expect((await caller.send('GET', '/api/v1/session')).status).toBe(401)
    for (const body of [{}, { kept: false }, { kept: 'true' }, { kept: 1 }]) {
      expect((await caller.send('POST', '/api/v1/sign-in/recovery-code/kept', { body })).status).toBe(400)
    }
    expect(await caller.api.signIn.keepRecoveryCode({ body: { kept: true } })).toEqual({ step: 'done' })
    expect((await caller.api.session.current()).user.email).toBe(caller.person.email)
    expect((await audit.actions()).slice(-2)).toEqual(['recovery-code.kept success', 'sign-in.completed success'])
  })

  it('can be made again until it is kept, which makes the first one useless', async ({ world, tenant }) => {
    const caller = await newcomer({ world, tenant })
    const { recoveryCode: first } = await linkOnly(world, caller)
    const { recoveryCode: second } = await caller.api.signIn.renewRecoveryCode()
    expect(second).not.toBe(first)
    const rows = await world.asOwner((tx) => tx.recoveryCode.findMany({ where: { userId: caller.person.userId } }))
    expect(rows).toHaveLength(1)
    const read = readRecoveryCode(first ?? '')
    const matches = world.platform.keyedHash.matches
    expect(
      matches('recovery-code', `${caller.person.userId} ${'code' in read && read.code}`, rows[0]?.codeHash ?? ''),
    ).toBe(false)
  })

  it('is asked for again at the next sign-in when it was not kept', async ({ world, tenant }) => {
    const first = await newcomer({ world, tenant })
    await linkOnly(world, first)
    const caller = await newcomer({ world, tenant }, first.person)
    const answer = await caller.api.signIn.authenticator({ body: { code: await world.nextCode(first.person) } })
    expect(answer).toEqual({ step: 'keep-recovery-code' })
    expect(caller.cookies.has('keyholder')).toBe(false)
    await caller.api.signIn.renewRecoveryCode()
    await caller.api.signIn.keepRecoveryCode({ body: { kept: true } })
    await caller.api.session.signOut()
    expect((await world.signIn(first.person)).cookies.has('keyholder')).toBe(true)
  })
})

describe('another person’s second step', () => {
  it('cannot be set up by anybody: no endpoint takes whose it is (ENR-21)', async ({ world, holder, addPerson }) => {
    const person = await addPerson('reader')
    const other = { userId: person.userId, membershipId: person.membershipId }
    for (const path of [
      'account/authenticators',
      'sign-in/enrollment',
      `users/${person.membershipId}/authenticators`,
    ]) {
      const answer = await holder.send('POST', `/api/v1/${path}`, { body: { name: 'Telefoon', ...other } })
      expect([path, [400, 401, 404].includes(answer.status)]).toEqual([path, true])
    }
    expect(await factorsOf(world, person)).toEqual([])
  })
})

describe('after an unlinking', () => {
  /** Somebody whose authenticator the holder unlinked, with the code to pass on. */
  async function unlinked({ world, tenant }: Given<'world' | 'tenant'>) {
    const person = await world.addPerson(tenant, 'reader')
    const before = await world.signIn(person)
    const holder = await world.signIn(tenant.holder)
    const { relinkCode } = await holder.api.users.unlinkAuthenticator({
      params: { id: person.membershipId },
      body: { reason: 'new-phone' },
    })
    return { person, relinkCode, before }
  }

  const relink = (caller: Caller, code: string) => refusalOf(caller.api.signIn.relink({ body: { code } }))

  it('the password alone links nothing: the re-link code comes with it (REC-18)', async ({ world, tenant }) => {
    const { person, relinkCode, before } = await unlinked({ world, tenant })
    // The recovery code went with the authenticator (ENR-19).
    expect(await world.asOwner((tx) => tx.recoveryCode.count({ where: { userId: person.userId } }))).toBe(0)
    expect((await before.send('GET', '/api/v1/session')).status).toBe(401)
    const caller = world.stranger()
    const { step } = await caller.api.signIn.password({ body: { email: person.email, password: PASSWORD } })
    expect(step).toBe('relink')
    expect((await caller.send('POST', '/api/v1/sign-in/enrollment')).status).toBe(409)
    expect((await caller.api.signIn.state()).unlinked).toMatchObject({ by: tenant.holder.name })
    expect(await relink(caller, 'ABCD-EFGH')).toBe('code.wrong')
    expect(await caller.api.signIn.relink({ body: { code: relinkCode.toLowerCase().replace('-', ' ') } })).toEqual({
      step: 'enroll',
    })
    expect((await caller.api.signIn.state()).unlinked).toBeNull()
    const { secret } = await caller.api.signIn.startEnrollment()
    person.secret = secret
    await confirm(caller, await world.nextCode(person))
    await caller.api.signIn.keepRecoveryCode({ body: { kept: true } })
    expect((await caller.api.session.current()).user.email).toBe(person.email)
    expect(await world.asOwner((tx) => tx.relinkCode.count({ where: { userId: person.userId } }))).toBe(0)
  })

  it('a slip of the finger costs no try, five wrong codes are the end of it', async ({ world, tenant, audit }) => {
    const { person, relinkCode } = await unlinked({ world, tenant })
    const caller = await newcomer({ world, tenant }, person)
    for (let i = 0; i < 6; i++) expect(await relink(caller, 'te kort')).toBe('code.wrong typing')
    const wrong = await Promise.all(Array.from({ length: 20 }, () => relink(caller, 'ABCD-EFGH')))
    expect(wrong.filter((code) => code === 'code.wrong')).toHaveLength(5)
    expect(await relink(await newcomer({ world, tenant }, person), relinkCode)).toBe('code.too_many relink')
    expect((await audit.actions()).filter((action) => action === 'sign-in.relink failure code.wrong')).not.toEqual([])
  })

  it('tries are counted per person, also over the codes that were made one after the other', async ({
    world,
    clock,
    tenant,
  }) => {
    const { person, relinkCode } = await unlinked({ world, tenant })
    for (let round = 0; round < 2; round++) {
      const caller = await newcomer({ world, tenant }, person)
      for (let i = 0; i < 5; i++) await relink(caller, 'ABCD-EFGH')
      await world.asOwner((tx) => tx.relinkCode.updateMany({ where: { userId: person.userId }, data: { tries: 0 } }))
    }
    expect(await relink(await newcomer({ world, tenant }, person), relinkCode)).toBe('code.too_many')
    clock.advance(minutes(60))
    expect(await relink(await newcomer({ world, tenant }, person), relinkCode)).toBe('not refused')
  })

  it('the code works for a day', async ({ world, clock, tenant }) => {
    const { person, relinkCode } = await unlinked({ world, tenant })
    clock.advance(24 * minutes(60) + seconds(1))
    expect(await relink(await newcomer({ world, tenant }, person), relinkCode)).toBe('code.expired')
  })

  it('the code works only for its owner, and a linking that was broken off can be begun again with it', async ({
    world,
    tenant,
  }) => {
    const [one, other] = [await unlinked({ world, tenant }), await unlinked({ world, tenant })]
    expect(await relink(await newcomer({ world, tenant }, one.person), other.relinkCode)).toBe('code.wrong')
    for (let round = 0; round < 7; round++) {
      expect(await relink(await newcomer({ world, tenant }, one.person), one.relinkCode)).toBe('not refused')
    }
  })
})

/** Somebody new who has proven the password. */
async function newcomer(
  { world, tenant }: Given<'world' | 'tenant'>,
  person?: Person,
): Promise<Caller & { person: Person }> {
  const who = person ?? (await world.addPerson(tenant, 'reader'))
  const caller = world.stranger()
  await caller.api.signIn.password({ body: { email: who.email, password: PASSWORD } })
  return { ...caller, person: who }
}

const codeFor = (world: World, secret: string) => codeAt(secret, world.clock.now())
const confirm = (caller: Caller, code: string) => caller.api.signIn.confirmEnrollment({ body: { code } })
const factorsOf = (world: World, { userId }: Person) => world.asOwner((tx) => tx.factor.findMany({ where: { userId } }))

/** Links and stops there: the recovery code is shown and not yet kept. */
async function linkOnly(world: World, caller: Caller & { person: Person }) {
  const { secret } = await caller.api.signIn.startEnrollment()
  caller.person.secret = secret
  return confirm(caller, await world.nextCode(caller.person))
}
