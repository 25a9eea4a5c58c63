import { describe, expect } from 'vitest'
import { it as base } from '../testing/it.ts'
import { refusalOf } from '../testing/refusal.ts'
import { newestToken } from '../testing/stored-rows.ts'
import { PASSWORD, type SignedIn, type World } from '../testing/world.ts'

// An organisation that asks for sixteen.
const it = base.extend('tenant', async ({ world }) => {
  const { tenant, holder } = await world.withHolder('De Linde')
  const { allowed, passkeyAlone, idleMinutes, absoluteHours } = await holder.api.policy.read()
  await holder.api.policy.change({
    body: { allowed, passkeyAlone, idleMinutes, absoluteHours, passwordMin: 16, graceEndsAt: null },
  })
  return tenant
})

describe('the length of a new password', () => {
  it('is what the organisation asks, when an invitation is accepted', async ({ world, invite }) => {
    const { token } = await invite()
    const { api } = world.stranger()
    expect(await api.links.inspect({ body: { token } })).toMatchObject({ passwordMin: 16 })
    const accept = (password: string) => refusalOf(api.invitations.accept({ body: { token, password } }))
    expect(await accept(FIFTEEN)).toBe('password.weak too_short')
    expect(await accept(SIXTEEN)).toBe('not refused')
  })

  it('is what the organisation asks, when it is reset by mail', async ({ world, addPerson }) => {
    const { email, membershipId } = await addPerson('reader')
    const { passwordMin, reset } = await mailedReset(world, email, membershipId)
    expect(passwordMin).toBe(16)
    expect(await reset(FIFTEEN)).toBe('password.weak too_short')
    expect(await reset(SIXTEEN)).toBe('not refused')
  })

  it('is what the organisation asks, when it is changed', async ({ as }) => {
    const caller = await as('reader')
    expect(await caller.api.account.read()).toMatchObject({ passwordMin: 16 })
    expect(await change(caller, FIFTEEN)).toBe('password.weak too_short')
    expect(await change(caller, SIXTEEN)).toBe('not refused')
  })

  it('is what the strictest of two organisations asks of a member of both, wherever they are', async ({
    world,
    addExternalMember,
  }) => {
    const { caller, membershipId } = await addExternalMember()
    expect(await caller.api.account.read()).toMatchObject({ passwordMin: 16 })
    expect(await change(caller, FIFTEEN)).toBe('password.weak too_short')
    const { email, membershipId: atHome } = caller.person
    const { passwordMin, reset } = await mailedReset(world, email, atHome)
    expect(passwordMin).toBe(16)
    expect(await reset(FIFTEEN)).toBe('password.weak too_short')
    await world.asOwner((tx) =>
      tx.membership.updateMany({ where: { id: membershipId }, data: { status: 'deactivated' } }),
    )
    expect(await reset(FIFTEEN)).toBe('not refused')
  })

  it('is eight elsewhere, and makes no member change an existing password', async ({ world, as }) => {
    const caller = await world.signIn((await world.addTenant('De Wilg')).holder)
    expect(await caller.api.account.read()).toMatchObject({ passwordMin: 8 })
    await as('reader')
  })
})

// Strong enough for anybody, and too short for who asks sixteen.
const FIFTEEN = 'k7#pQz2vX9mT4w!'

const SIXTEEN = `${FIFTEEN}R`

const change = ({ api }: SignedIn, newPassword: string) =>
  refusalOf(api.account.changePassword({ body: { currentPassword: PASSWORD, newPassword } }))

async function mailedReset(world: World, email: string, membershipId: string) {
  const { api } = world.stranger()
  await api.passwordReset.request({ body: { email } })
  const token = await newestToken(world, membershipId)
  const { passwordMin } = await api.links.inspect({ body: { token } })
  return {
    passwordMin,
    reset: (password: string) => refusalOf(api.passwordReset.complete({ body: { token, password } })),
  }
}
