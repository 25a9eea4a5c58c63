import { describe, expect } from 'vitest'
import { minutes, seconds } from '../platform/clock.fake.ts'
import type { Caller } from '../testing/caller.ts'
import { it } from '../testing/it.ts'
import { refusalOf } from '../testing/refusal.ts'

describe('another recovery code from my account', () => {
  it('is shown once and takes the place of the earlier one, which opens nothing any more (REC-09)', async ({
    world,
    as,
  }) => {
    const caller = await as('reader')
    const { recoveryCode: first } = await caller.api.account.renewRecoveryCode()
    const { recoveryCode: second } = await caller.api.account.renewRecoveryCode()
    await keep(caller)
    const { caller: half } = await world.withPassword(caller.person)
    expect(await refusalOf(use(half, first))).toBe('code.wrong')
    expect((await use(half, second)).step).toBe('keep-recovery-code')
    const rows = await world.asOwner(async (tx) => [await tx.auditEvent.findMany(), await tx.message.findMany()])
    for (const code of [first, second]) expect(JSON.stringify(rows)).not.toContain(code)
  })

  it('is reported by mail and in the log, without the code (ENR-20)', async ({ clock, as, inbox, audit }) => {
    const caller = await as('reader')
    await caller.api.account.renewRecoveryCode()
    expect((await inbox.all(caller.person.membershipId)).at(-1)).toEqual({
      template: 'recovery-code-made',
      data: { at: clock.now().toISOString() },
    })
    expect(await audit.last()).toMatchObject({
      action: 'recovery-code.made',
      actorId: caller.person.membershipId,
      factors: 'authenticator',
    })
    await keep(caller)
    expect(await audit.last()).toMatchObject({ action: 'recovery-code.kept' })
  })

  it('that was not kept is asked for at the next sign-in: its answer may have been lost (REC-11)', async ({
    world,
    as,
  }) => {
    const caller = await as('reader')
    await caller.api.account.renewRecoveryCode()
    expect((await caller.api.account.secondSteps()).recovery).toMatchObject({ kept: false })
    const { caller: half } = await world.withPassword(caller.person)
    const body = { code: await world.nextCode(caller.person) }
    expect(await half.api.signIn.authenticator({ body })).toEqual({ step: 'keep-recovery-code' })
    await keep(caller)
    expect((await caller.api.account.secondSteps()).recovery).toMatchObject({ kept: true })
  })

  it('ends the sign-in that is showing an earlier one: that can no longer be kept', async ({ world, as }) => {
    const caller = await as('reader')
    await world.asOwner((tx) =>
      tx.recoveryCode.updateMany({ where: { userId: caller.person.userId }, data: { keptAt: null } }),
    )
    const { caller: half } = await world.withPassword(caller.person)
    await half.api.signIn.authenticator({ body: { code: await world.nextCode(caller.person) } })
    await half.api.signIn.renewRecoveryCode()
    await caller.api.account.renewRecoveryCode()
    expect(await refusalOf(half.api.signIn.keepRecoveryCode({ body: { kept: true } }))).toBe('attempt.missing')
  })

  it('needs a fresh second step, and a strong one (SES-12, ENR-24)', async ({ world, clock, as }) => {
    const caller = await as('reader')
    await world.asOwner((tx) =>
      tx.session.updateMany({ where: { userId: caller.person.userId }, data: { secondFactor: 'email' } }),
    )
    expect(await refusalOf(caller.api.account.renewRecoveryCode())).toBe('session.weak')
    const other = await as('reader')
    clock.advance(minutes(10) + seconds(1))
    expect(await refusalOf(other.api.account.renewRecoveryCode())).toBe('session.not_fresh')
    expect(await refusalOf(keep(other))).toBe('session.not_fresh')
  })

  it('is not kept when there is none', async ({ world, as }) => {
    const caller = await as('reader')
    await world.asOwner((tx) => tx.recoveryCode.deleteMany({ where: { userId: caller.person.userId } }))
    expect(await refusalOf(keep(caller))).toBe('request.not_found')
  })
})

const use = (caller: Caller, code: string) => caller.api.signIn.recoveryCode({ body: { code } })
const keep = ({ api }: Caller) => api.account.keepRecoveryCode({ body: { kept: true } })
