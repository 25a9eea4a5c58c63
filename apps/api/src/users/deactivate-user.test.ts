import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addRole, setRole } from '../testing/add-role.ts'
import { addExternalMember } from '../testing/external-members.ts'
import { invite } from '../testing/invited.ts'
import { callAs, fetchToken, makeMachine } from '../testing/machine.ts'
import { queueAt } from '../testing/queue-at.ts'
import { refusalOf } from '../testing/refusal.ts'
import { signInAnywhere, stranger } from '../testing/second-step.ts'
import { eventsOf, mailsTo } from '../testing/stored-rows.ts'
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
  await holder.api.session.stepUp({ body: { code: await world.nextCode(tenant.holder) } })
})
afterAll(() => world.close())

const deactivate = ({ api }: SignedIn, id: string) => api.users.deactivate({ params: { id } })
const reactivate = ({ api }: SignedIn, id: string) => api.users.reactivate({ params: { id } })
const signIn = (person: Person) => signInAnywhere(world, person)
const lastEvent = async () => (await eventsOf(world, tenant.tenantId)).at(-1)

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
    const half = stranger(world)
    await half.api.signIn.password({ body: { email: person.email, password: PASSWORD } })
    await deactivate(holder, person.membershipId)
    expect(await refusalOf(half.api.signIn.authenticator({ body: { code: await world.nextCode(person) } }))).toBe(
      'attempt.missing',
    )
  })

  it('makes open links worthless', async () => {
    const person = await world.addPerson(tenant, 'editor')
    await stranger(world).api.passwordReset.request({ body: { email: person.email } })
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
    const { home, caller, membershipId } = await addExternalMember(world, { tenant, holder })
    const here = await signIn(caller.person)
    await here.api.session.switchTenant({ body: { tenantId: tenant.tenantId } })
    await deactivate(holder, membershipId)
    expect(await refusalOf(here.api.session.current())).toBe('session.missing')
    expect((await caller.api.session.current()).tenant.name).toBe(home.name)
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

  it('twice at once happens once', async () => {
    const person = await world.addPerson(tenant, 'reader')
    const again = () => refusalOf(deactivate(holder, person.membershipId))
    expect(await queueAt(world, person.membershipId, [again, again])).toEqual(['not refused', 'user.wrong_status'])
    expect(await mailsTo(world, person.membershipId)).toHaveLength(1)
  })

  it('by somebody who has been overtaken in rank meanwhile does not happen', async () => {
    const person = await world.addPerson(tenant, 'editor')
    const administrator = await signIn(await world.addPerson(tenant, 'administrator'))
    const params = { id: person.membershipId }
    const body = { roleId: tenant.roleIds.administrator }
    expect(
      await queueAt(world, params.id, [
        () => refusalOf(holder.api.users.changeRole({ params, body })),
        () => refusalOf(deactivate(administrator, params.id)),
      ]),
    ).toEqual(['not refused', 'user.wrong_status'])
  })

  it('while the person signs in leaves no session behind', async () => {
    for (let round = 0; round < 5; round++) {
      const person = await world.addPerson(tenant, 'reader')
      await signIn(person)
      const half = stranger(world)
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
