import { describe, expect } from 'vitest'
import { accept } from '../testing/accepting.ts'
import { inviteFromElsewhere } from '../testing/external-members.ts'
import { invite } from '../testing/invited.ts'
import { it } from '../testing/it.ts'
import { queueAt } from '../testing/queue-at.ts'
import { refusalOf } from '../testing/refusal.ts'

describe('withdrawing an invitation', () => {
  it('leaves nothing but the log: the link is dead, the seat and the address are free', async ({ world, audit }) => {
    const full = await world.addTenant('De Krappe', { seats: 2 })
    const caller = await world.signIn(full.holder)
    const invited = await invite(world, caller, full)
    const params = { id: invited.membershipId }
    await caller.api.users.withdrawInvitation({ params })
    expect(await refusalOf(accept(world, invited.token))).toBe('link.gone')
    expect(await refusalOf(caller.api.users.read({ params }))).toBe('user.not_found')
    expect(await refusalOf(caller.api.users.withdrawInvitation({ params }))).toBe('user.not_found')
    expect((await audit.events(full.tenantId)).at(-1)).toMatchObject({
      action: 'user.invitation-withdrawn',
      objectId: invited.membershipId,
      objectName: invited.name,
      before: { email: invited.email, role: 'Lezer' },
    })
    expect((await invite(world, caller, full, { email: invited.email })).email).toBe(invited.email)
  })

  it('is for invitations only', async ({ holder, addPerson }) => {
    const member = await addPerson('reader')
    const params = { id: member.membershipId }
    expect(await refusalOf(holder.api.users.withdrawInvitation({ params }))).toBe('invitation.not_open')
  })

  it('comes too late while it is being accepted', async ({ world, tenant, holder }) => {
    const { invited, join } = await inviteFromElsewhere(world, { tenant, holder })
    const params = { id: invited.membershipId }
    const withdraw = () => refusalOf(holder.api.users.withdrawInvitation({ params }))
    expect(await queueAt(world, params.id, [join, withdraw])).toEqual(['not refused', 'invitation.not_open'])
    expect((await holder.api.users.read({ params })).status).toBe('active')
  })
})

describe('invitations of another organisation', () => {
  it('do not exist (AZH-03, AZV-13)', async ({ world, holder }) => {
    const other = await world.addTenant('De Vreemde')
    const stranger = await world.signIn(other.holder)
    const invited = await invite(world, stranger, other)
    const params = { id: invited.membershipId }
    expect(await refusalOf(holder.api.users.read({ params }))).toBe('user.not_found')
    expect(await refusalOf(holder.api.users.resendInvitation({ params }))).toBe('user.not_found')
    expect(await refusalOf(holder.api.users.withdrawInvitation({ params }))).toBe('user.not_found')
    expect((await stranger.api.users.read({ params })).status).toBe('invited')
  })
})
