import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addExternalMember } from '../testing/external-members.ts'
import { invite } from '../testing/invited.ts'
import { refusalOf } from '../testing/refusal.ts'
import { signInAnywhere, stranger } from '../testing/second-step.ts'
import { newestToken } from '../testing/stored-rows.ts'
import { createWorld, PASSWORD, type SignedIn, type Tenant, type World } from '../testing/world.ts'

// Strong enough for anybody, and too short for who asks sixteen.
const FIFTEEN = 'k7#pQz2vX9mT4w!'
const SIXTEEN = `${FIFTEEN}R`

let world: World
let tenant: Tenant
let holder: SignedIn
beforeAll(async () => {
  world = await createWorld()
  tenant = await world.addTenant('De Linde')
  holder = await signInAnywhere(world, tenant.holder)
  const { allowed, passkeyAlone, idleMinutes, absoluteHours } = await holder.api.policy.read()
  await holder.api.policy.change({
    body: { allowed, passkeyAlone, idleMinutes, absoluteHours, passwordMin: 16, graceEndsAt: null },
  })
})
afterAll(() => world.close())

const change = ({ api }: SignedIn, newPassword: string) =>
  refusalOf(api.account.changePassword({ body: { currentPassword: PASSWORD, newPassword } }))

async function mailedReset(email: string, membershipId: string) {
  const { api } = stranger(world)
  await api.passwordReset.request({ body: { email } })
  const token = await newestToken(world, membershipId)
  const { passwordMin } = await api.links.inspect({ body: { token } })
  return {
    passwordMin,
    reset: (password: string) => refusalOf(api.passwordReset.complete({ body: { token, password } })),
  }
}

describe('the length of a new password', () => {
  it('is what the organisation asks, when an invitation is accepted', async () => {
    const { token } = await invite(world, holder, tenant)
    const { api } = stranger(world)
    expect(await api.links.inspect({ body: { token } })).toMatchObject({ passwordMin: 16 })
    const accept = (password: string) => refusalOf(api.invitations.accept({ body: { token, password } }))
    expect(await accept(FIFTEEN)).toBe('password.weak too_short')
    expect(await accept(SIXTEEN)).toBe('not refused')
  })

  it('is what the organisation asks, when it is reset by mail', async () => {
    const { email, membershipId } = await world.addPerson(tenant, 'reader')
    const { passwordMin, reset } = await mailedReset(email, membershipId)
    expect(passwordMin).toBe(16)
    expect(await reset(FIFTEEN)).toBe('password.weak too_short')
    expect(await reset(SIXTEEN)).toBe('not refused')
  })

  it('is what the organisation asks, when it is changed', async () => {
    const caller = await signInAnywhere(world, await world.addPerson(tenant, 'reader'))
    expect(await caller.api.account.read()).toMatchObject({ passwordMin: 16 })
    expect(await change(caller, FIFTEEN)).toBe('password.weak too_short')
    expect(await change(caller, SIXTEEN)).toBe('not refused')
  })

  it('is what the strictest asks of somebody in two organisations, wherever they are', async () => {
    const { caller, membershipId } = await addExternalMember(world, { tenant, holder })
    expect(await caller.api.account.read()).toMatchObject({ passwordMin: 16 })
    expect(await change(caller, FIFTEEN)).toBe('password.weak too_short')
    const { email, membershipId: atHome } = caller.person
    const { passwordMin, reset } = await mailedReset(email, atHome)
    expect(passwordMin).toBe(16)
    expect(await reset(FIFTEEN)).toBe('password.weak too_short')
    await world.asOwner((tx) =>
      tx.membership.updateMany({ where: { id: membershipId }, data: { status: 'deactivated' } }),
    )
    expect(await reset(FIFTEEN)).toBe('not refused')
  })

  it('is eight elsewhere, and asks nobody for another password who has one', async () => {
    const caller = await signInAnywhere(world, (await world.addTenant('De Wilg')).holder)
    expect(await caller.api.account.read()).toMatchObject({ passwordMin: 8 })
    await signInAnywhere(world, await world.addPerson(tenant, 'reader'))
  })
})
