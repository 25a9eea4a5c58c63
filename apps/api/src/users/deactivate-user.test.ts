import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addRole, setRole } from '../testing/add-role.ts'
import type { Caller } from '../testing/caller.ts'
import { invite } from '../testing/invited.ts'
import { eventsOf, mailsTo } from '../testing/kept.ts'
import { callAs, fetchToken, makeMachine } from '../testing/machine.ts'
import { refusalOf } from '../testing/refusal.ts'
import { createWorld, PASSWORD, type Person, type SignedIn, type Tenant, type World } from '../testing/world.ts'

let world: World
let tenant: Tenant
let holder: SignedIn
beforeAll(async () => {
  world = await createWorld()
  tenant = await world.addTenant('De Linde', { seats: 200 })
  holder = await signIn(tenant.holder)
})
// The clock moves with every code; what is done here needs a fresh one.
beforeEach(async () => {
  await holder.api.session.freshen({ body: { code: await world.nextCode(tenant.holder) } })
})
afterAll(() => world.close())

const deactivate = ({ api }: SignedIn, id: string) => api.users.deactivate({ params: { id } })
const reactivate = ({ api }: SignedIn, id: string) => api.users.reactivate({ params: { id } })
let sources = 0
/** Each at an address of their own: what is counted by source in real minutes is another test's. */
const stranger = (): Caller => {
  sources += 1
  return world.visitor(`2001:db8:${sources.toString(16)}::1`)
}
const signIn = (person: Person): Promise<SignedIn> => world.signIn(person, stranger())
const lastEvent = async () => (await eventsOf(world, tenant.tenantId)).at(-1)

/** A member of this organisation who is at home in another, having accepted an invitation. */
async function guestOf(home: Tenant): Promise<{ caller: SignedIn; membershipId: string }> {
  const person = await world.addPerson(home, 'editor')
  const caller = await signIn(person)
  const { membershipId, token } = await invite(world, holder, tenant, { email: person.email })
  await caller.api.invitations.join({ body: { token } })
  return { caller, membershipId }
}

describe('deactivating', () => {
  it('ends every session at once and lets nobody in again, and is written and mailed (SES-09)', async () => {
    const person = await world.addPerson(tenant, 'editor')
    const [laptop, phone] = [await signIn(person), await signIn(person)]
    const user = await deactivate(holder, person.membershipId)
    expect(user.status).toBe('deactivated')
    for (const { api } of [laptop, phone]) expect(await refusalOf(api.session.current())).toBe('session.missing')
    expect(await world.asOwner((tx) => tx.session.count({ where: { userId: person.userId } }))).toBe(0)
    expect(await refusalOf(signIn(person))).toBe('sign_in.deactivated')
    const events = await eventsOf(world, tenant.tenantId)
    expect(events.find(({ action }) => action === 'user.deactivated')).toMatchObject({
      objectId: person.membershipId,
      before: { status: 'active' },
      after: { status: 'deactivated', endedSessions: '2' },
    })
    expect((await mailsTo(world, person.membershipId)).at(-1)).toEqual({
      template: 'deactivated',
      data: { tenantName: 'De Linde', by: tenant.holder.name },
    })
  })

  it('stops a sign-in that is half way', async () => {
    const person = await world.addPerson(tenant, 'editor')
    await signIn(person)
    const half = stranger()
    await half.api.signIn.password({ body: { email: person.email, password: PASSWORD } })
    await deactivate(holder, person.membershipId)
    expect(await refusalOf(half.api.signIn.authenticator({ body: { code: await world.nextCode(person) } }))).toBe(
      'attempt.missing',
    )
  })

  it('makes open links worthless', async () => {
    const person = await world.addPerson(tenant, 'editor')
    await stranger().api.passwordReset.request({ body: { email: person.email } })
    const open = () =>
      world.asOwner((tx) => tx.link.count({ where: { membershipId: person.membershipId, voidedAt: null } }))
    expect(await open()).toBe(1)
    await deactivate(holder, person.membershipId)
    expect(await open()).toBe(0)
  })

  it('takes the token of an API user away at once, also when it is reactivated before it would have ended', async () => {
    const machine = await makeMachine(world, holder)
    const token = await fetchToken(world, machine)
    expect((await callAs(world, token)).status).toBe(200)
    expect((await deactivate(holder, machine.id)).status).toBe('deactivated')
    expect((await callAs(world, token)).status).toBe(401)
    expect((await reactivate(holder, machine.id)).status).toBe('active')
    expect((await callAs(world, token)).status).toBe(401)
    expect((await callAs(world, await fetchToken(world, machine))).status).toBe(200)
  })

  it('leaves the person where they are at home', async () => {
    const home = await world.addTenant('Thuis')
    const { caller, membershipId } = await guestOf(home)
    const here = await signIn(caller.person)
    await here.api.session.switchTenant({ body: { tenantId: tenant.tenantId } })
    await deactivate(holder, membershipId)
    expect(await refusalOf(here.api.session.current())).toBe('session.missing')
    expect((await caller.api.session.current()).tenant.name).toBe('Thuis')
    expect(
      (await (await signIn(home.holder)).api.users.read({ params: { id: caller.person.membershipId } })).status,
    ).toBe('active')
  })

  it('cannot be done to oneself, the package holder, an equal, twice, nor before somebody joined (REC-20)', async () => {
    const [one, two] = [await world.addPerson(tenant, 'administrator'), await world.addPerson(tenant, 'administrator')]
    const caller = await signIn(one)
    expect(await refusalOf(deactivate(caller, one.membershipId))).toBe('user.self')
    expect(await refusalOf(deactivate(caller, two.membershipId))).toBe('user.outranks_you')
    expect(await lastEvent()).toMatchObject({
      action: 'user.deactivated',
      outcome: 'denied',
      reason: 'user.outranks_you',
      objectId: two.membershipId,
    })
    expect(await refusalOf(deactivate(caller, tenant.holder.membershipId))).toBe('user.is_holder')
    const invited = await invite(world, holder, tenant)
    expect(await refusalOf(deactivate(holder, invited.membershipId))).toBe('user.wrong_status')
    const person = await world.addPerson(tenant, 'reader')
    await deactivate(holder, person.membershipId)
    expect(await refusalOf(deactivate(holder, person.membershipId))).toBe('user.wrong_status')
  })

  it('of the package holder is refused by the table itself, whoever asks', async () => {
    const above = await addRole(world, tenant, { name: 'Boven', rank: 101, permissions: ['users:edit'] })
    const person = await world.addPerson(tenant, 'reader')
    await setRole(world, person.membershipId, above)
    expect(await refusalOf(deactivate(await signIn(person), tenant.holder.membershipId))).toBe('user.is_holder')
    const attempt = world.asOwner((tx) =>
      tx.membership.updateMany({ where: { id: tenant.holder.membershipId }, data: { status: 'deactivated' } }),
    )
    await expect(attempt).rejects.toThrow()
  })

  it('of somebody of another organisation is not found, and nothing happens there (AZH-03)', async () => {
    const other = await world.addTenant('De Wilg')
    const person = await world.addPerson(other, 'reader')
    expect(await refusalOf(deactivate(holder, person.membershipId))).toBe('user.not_found')
    expect(await refusalOf(reactivate(holder, person.membershipId))).toBe('user.not_found')
    expect(await refusalOf(signIn(person))).toBe('not refused')
  })

  it('ten times at once happens once', async () => {
    const person = await world.addPerson(tenant, 'reader')
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => refusalOf(deactivate(holder, person.membershipId))),
    )
    expect(outcomes.toSorted()).toEqual(['not refused', ...Array(9).fill('user.wrong_status')])
    expect(await mailsTo(world, person.membershipId)).toHaveLength(1)
  })

  it('while the person signs in leaves no session behind', async () => {
    for (let round = 0; round < 5; round++) {
      const person = await world.addPerson(tenant, 'reader')
      await signIn(person)
      const half = stranger()
      await half.api.signIn.password({ body: { email: person.email, password: PASSWORD } })
      const code = await world.nextCode(person)
      await Promise.all([
        refusalOf(half.api.signIn.authenticator({ body: { code } })),
        deactivate(holder, person.membershipId),
      ])
      await reactivate(holder, person.membershipId)
      expect(await refusalOf(half.api.session.current())).toBe('session.missing')
    }
  })
})

describe('reactivating', () => {
  it('lets the person in again with what they had, and is written and mailed', async () => {
    const person = await world.addPerson(tenant, 'editor')
    const before = await signIn(person)
    await deactivate(holder, person.membershipId)
    expect((await reactivate(holder, person.membershipId)).status).toBe('active')
    expect(await refusalOf(before.api.session.current())).toBe('session.missing')
    expect((await (await signIn(person)).api.session.current()).role.builtIn).toBe('editor')
    const event = (await eventsOf(world, tenant.tenantId)).find(({ action }) => action === 'user.reactivated')
    expect(event).toMatchObject({ before: { status: 'deactivated' }, after: { status: 'active' } })
    expect((await mailsTo(world, person.membershipId)).at(-1)?.template).toBe('reactivated')
  })

  it('takes a seat, of which there are no more than there are, also for two at once', async () => {
    const full = await world.addTenant('De Volle', { seats: 2 })
    const caller = await signIn(full.holder)
    const first = await world.addPerson(full, 'reader')
    await deactivate(caller, first.membershipId)
    const second = await world.addPerson(full, 'reader')
    await deactivate(caller, second.membershipId)
    const outcomes = await Promise.all(
      [first, second].map(({ membershipId }) => refusalOf(reactivate(caller, membershipId))),
    )
    expect(outcomes.toSorted()).toEqual(['not refused', 'package.seats_full'])
    expect(await refusalOf(invite(world, caller, full))).toBe('package.seats_full')
  })

  it('is refused to whoever may not give the role or the scopes (AZV-03)', async () => {
    const [person, auditor] = [await world.addPerson(tenant, 'reader'), await world.addPerson(tenant, 'reader')]
    const machine = await makeMachine(world, holder)
    await setRole(
      world,
      auditor.membershipId,
      await addRole(world, tenant, { name: 'Auditor', rank: 30, permissions: ['audit:read'] }),
    )
    for (const id of [person.membershipId, auditor.membershipId, machine.id]) await deactivate(holder, id)
    const clerk = await world.addPerson(tenant, 'reader')
    const permissions = ['users:edit', 'content:read', 'package:read'] as const
    await setRole(world, clerk.membershipId, await addRole(world, tenant, { name: 'Balie', rank: 60, permissions }))
    const caller = await signIn(clerk)
    expect(await refusalOf(reactivate(caller, auditor.membershipId))).toBe('role.not_givable')
    expect(await refusalOf(reactivate(caller, machine.id))).toBe('role.not_givable')
    expect(await lastEvent()).toMatchObject({
      action: 'user.reactivated',
      outcome: 'denied',
      reason: 'role.not_givable',
    })
    expect(await refusalOf(reactivate(caller, person.membershipId))).toBe('not refused')
  })

  it('is for somebody of lower rank who is deactivated', async () => {
    const [one, two] = [await world.addPerson(tenant, 'administrator'), await world.addPerson(tenant, 'administrator')]
    const caller = await signIn(one)
    await deactivate(holder, two.membershipId)
    expect(await refusalOf(reactivate(caller, two.membershipId))).toBe('user.outranks_you')
    expect(await refusalOf(reactivate(caller, one.membershipId))).toBe('user.self')
    const person = await world.addPerson(tenant, 'reader')
    expect(await refusalOf(reactivate(caller, person.membershipId))).toBe('user.wrong_status')
  })
})

describe('ending sessions', () => {
  const end = ({ api }: SignedIn, id: string) => api.users.endSessions({ params: { id } })

  it('ends all that a user has open here at the next request, and is written (SES-09)', async () => {
    const person = await world.addPerson(tenant, 'editor')
    const callers = [await signIn(person), await signIn(person)]
    await end(holder, person.membershipId)
    for (const { api } of callers) expect(await refusalOf(api.session.current())).toBe('session.missing')
    expect(await lastEvent()).toMatchObject({
      action: 'user.sessions-ended',
      objectId: person.membershipId,
      after: { endedSessions: '2' },
    })
    expect(await refusalOf(signIn(person))).toBe('not refused')
  })

  it('ends none elsewhere', async () => {
    const { caller, membershipId } = await guestOf(await world.addTenant('Thuis 2'))
    const here = await signIn(caller.person)
    await here.api.session.switchTenant({ body: { tenantId: tenant.tenantId } })
    await end(holder, membershipId)
    expect(await refusalOf(here.api.session.current())).toBe('session.missing')
    expect(await refusalOf(caller.api.session.current())).toBe('not refused')
  })

  it('of a user of another organisation is not found, and ends nothing (SES-09)', async () => {
    const other = await world.addTenant('De Iep')
    const stranger = await signIn(other.holder)
    expect(await refusalOf(end(holder, other.holder.membershipId))).toBe('user.not_found')
    expect(await refusalOf(stranger.api.session.current())).toBe('not refused')
  })

  it('is refused for oneself, for an equal and for the package holder, and for what has no sessions', async () => {
    const [one, two] = [await world.addPerson(tenant, 'administrator'), await world.addPerson(tenant, 'administrator')]
    const [caller, equal] = [await signIn(one), await signIn(two)]
    expect(await refusalOf(end(caller, one.membershipId))).toBe('user.self')
    expect(await refusalOf(end(caller, two.membershipId))).toBe('user.outranks_you')
    expect(await refusalOf(end(caller, tenant.holder.membershipId))).toBe('user.outranks_you')
    expect(await refusalOf(end(caller, (await makeMachine(world, holder)).id))).toBe('user.wrong_status')
    expect(await refusalOf(end(caller, (await invite(world, holder, tenant)).membershipId))).toBe('user.wrong_status')
    expect(await refusalOf(equal.api.session.current())).toBe('not refused')
  })
})
