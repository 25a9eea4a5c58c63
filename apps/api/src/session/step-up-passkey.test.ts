import { FRESH_SECONDS } from '@keyholder/domain'
import { describe, expect } from 'vitest'
import { seconds } from '../platform/clock.fake.ts'
import { it } from '../testing/it.ts'
import { setPolicy, stepUpBy } from '../testing/passkeys.ts'
import { refusalOf } from '../testing/refusal.ts'
import type { SignedIn, World } from '../testing/world.ts'

describe('a passkey, shown again', () => {
  it('makes the session fresh under a new id, for ten minutes', async ({ clock, audit, withPasskey }) => {
    const { caller, passkey } = await withPasskey('administrator')
    clock.advance(seconds(FRESH_SECONDS + 1))
    expect(await refusalOf(caller.api.account.startPasskey())).toBe('session.not_fresh')
    const before = caller.cookies.get('keyholder')
    const { freshUntil } = await stepUpBy(caller, passkey)
    expect(freshUntil).toBe(clock.later(FRESH_SECONDS * 1000).toISOString())
    expect(caller.cookies.get('keyholder')).not.toBe(before)
    expect(await refusalOf(caller.api.account.startPasskey())).toBe('not refused')
    expect(await audit.last()).toMatchObject({
      action: 'session.stepped-up',
      actorId: caller.person.membershipId,
      after: { secondFactor: 'passkey' },
    })
  })

  it('lifts a session of the e-mail code, which until then administers nothing (ENR-24)', async ({
    world,
    tenant,
    withPasskey,
  }) => {
    const { caller, passkey } = await withPasskey('administrator')
    await setFactor(world, caller, 'email')
    const invite = () =>
      refusalOf(
        caller.api.users.invite({
          body: { name: 'Nieuw', email: 'nieuw@example.nl', roleId: tenant.roleIds.reader, language: 'nl' },
        }),
      )
    expect([await invite(), await refusalOf(caller.api.account.startPasskey())]).toEqual([
      'session.weak',
      'session.weak',
    ])
    // A wrong one lifts nothing, however fresh the session is.
    expect(await refusalOf(stepUpBy(caller, passkey, { verified: false }))).toBe('passkey.refused')
    expect(await invite()).toBe('session.weak')
    await stepUpBy(caller, passkey)
    expect((await caller.api.session.current()).secondStep).toEqual({ method: 'passkey', strong: true })
    expect([await invite(), await refusalOf(caller.api.account.startPasskey())]).toEqual(['not refused', 'not refused'])
  })

  it('is one way of the session only while it is linked and allowed where one works', async ({
    world,
    tenant,
    as,
    withPasskey,
  }) => {
    const { caller, passkey } = await withPasskey('administrator')
    const options = await caller.api.session.startStepUpPasskey()
    await setPolicy(world, tenant.tenantId, { allowed: ['authenticator'] })
    expect(await refusalOf(stepUpBy(caller, passkey))).toBe('factor.not_allowed')
    const late = caller.api.session.stepUpByPasskey({ body: { passkey: passkey.sign(options) } })
    expect(await refusalOf(late)).toBe('factor.not_allowed')
    expect((await caller.api.session.current()).secondStep.method).toBe('authenticator')
    await setPolicy(world, tenant.tenantId, {})
    const without = await as('reader')
    expect(await refusalOf(without.api.session.startStepUpPasskey())).toBe('factor.not_allowed')
  })

  it('ends the wait after a reset by mail', async ({ world, clock, withPasskey }) => {
    const { caller, passkey } = await withPasskey('administrator')
    const where = { userId: caller.person.userId }
    await world.asOwner((tx) => tx.login.updateMany({ where, data: { resetByMailAt: clock.now() } }))
    await stepUpBy(caller, passkey)
    expect((await world.asOwner((tx) => tx.login.findFirst({ where })))?.resetByMailAt).toBeNull()
  })

  it('signs the challenge of this session and of this purpose', async ({ world, withPasskey }) => {
    const [{ caller, passkey }, other] = [await withPasskey('administrator'), await withPasskey('administrator')]
    const second = await world.signIn(caller.person)
    const { challenge: elsewhere } = await second.api.session.startStepUpPasskey()
    const { challenge: others } = await other.caller.api.session.startStepUpPasskey()
    const { challenge: link } = await caller.api.account.startPasskey()
    const { challenge: alone } = await world.stranger().api.signIn.startPasskeyAlone()
    for (const challenge of [elsewhere, others, link, alone]) {
      expect(await refusalOf(stepUpBy(caller, passkey, { challenge }))).toBe('passkey.refused')
    }
    expect(await refusalOf(stepUpBy(caller, other.passkey))).toBe('passkey.refused')
    expect(await refusalOf(stepUpBy(caller, passkey))).toBe('not refused')
  })

  it('is counted with every other wrong second step, and a copy is reported', async ({ inbox, withPasskey }) => {
    const { caller, passkey } = await withPasskey('administrator')
    await stepUpBy(caller, passkey, { counter: 9 })
    expect(await refusalOf(stepUpBy(caller, passkey, { counter: 9 }))).toBe('passkey.refused')
    expect((await inbox.all(caller.person.membershipId)).at(-1)?.template).toBe('passkey-counter-regressed')
    for (let i = 0; i < 9; i++) await refusalOf(caller.api.session.stepUp({ body: { code: '000000' } }))
    expect(await refusalOf(stepUpBy(caller, passkey))).toBe('code.too_many user')
  })
})

const setFactor = (world: World, { person }: SignedIn, secondFactor: string) =>
  world.asOwner((tx) => tx.session.updateMany({ where: { userId: person.userId }, data: { secondFactor } }))
