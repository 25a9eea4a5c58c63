import { describe, expect } from 'vitest'
import { setRole } from '../testing/add-role.ts'
import { it } from '../testing/it.ts'
import { callAs, fetchToken } from '../testing/machine.ts'
import { queueAt } from '../testing/queue-at.ts'
import { refusalOf } from '../testing/refusal.ts'
import { PASSWORD, type SignedIn } from '../testing/world.ts'

describe('deactivating', () => {
  it('ends every session at once, blocks signing in, and is recorded and mailed (SES-09)', async ({
    world,
    tenant,
    holder,
    addPerson,
    inbox,
    audit,
  }) => {
    const person = await addPerson('editor')
    const [laptop, phone] = [await world.signIn(person), await world.signIn(person)]
    const user = await deactivate(holder, person.membershipId)
    expect(user.status).toBe('deactivated')
    for (const { api } of [laptop, phone]) expect(await refusalOf(api.session.current())).toBe('session.missing')
    expect(await world.asOwner((tx) => tx.session.count({ where: { userId: person.userId } }))).toBe(0)
    expect(await refusalOf(world.signIn(person))).toBe('sign_in.deactivated')
    const events = await audit.events()
    expect(events.find(({ action }) => action === 'user.deactivated')).toMatchObject({
      objectId: person.membershipId,
      before: { status: 'active' },
      after: { status: 'deactivated', endedSessions: '2' },
    })
    expect((await inbox.all(person.membershipId)).at(-1)).toEqual({
      template: 'deactivated',
      data: { tenantName: 'De Linde', by: tenant.holder.name },
    })
  })

  it('stops a sign-in under way', async ({ world, holder, addPerson }) => {
    const person = await addPerson('editor')
    await world.signIn(person)
    const half = world.stranger()
    await half.api.signIn.password({ body: { email: person.email, password: PASSWORD } })
    await deactivate(holder, person.membershipId)
    expect(await refusalOf(half.api.signIn.authenticator({ body: { code: await world.nextCode(person) } }))).toBe(
      'attempt.missing',
    )
  })

  it('makes open links worthless', async ({ world, holder, addPerson }) => {
    const person = await addPerson('editor')
    await world.stranger().api.passwordReset.request({ body: { email: person.email } })
    const open = () =>
      world.asOwner((tx) => tx.link.count({ where: { membershipId: person.membershipId, voidedAt: null } }))
    expect(await open()).toBe(1)
    await deactivate(holder, person.membershipId)
    expect(await open()).toBe(0)
  })

  it('takes the token of an API user away at once, also when it is reactivated before it would have ended', async ({
    world,
    holder,
    machine,
    token,
  }) => {
    expect((await callAs(world, token)).status).toBe(200)
    expect((await deactivate(holder, machine.id)).status).toBe('deactivated')
    expect((await callAs(world, token)).status).toBe(401)
    expect((await reactivate(holder, machine.id)).status).toBe('active')
    expect((await callAs(world, token)).status).toBe(401)
    expect((await callAs(world, await fetchToken(world, machine))).status).toBe(200)
  })

  it('leaves the person where they are at home', async ({ world, tenant, holder, addExternalMember }) => {
    const { home, caller, membershipId } = await addExternalMember()
    const here = await world.signIn(caller.person)
    await here.api.session.switchTenant({ body: { tenantId: tenant.tenantId } })
    await deactivate(holder, membershipId)
    expect(await refusalOf(here.api.session.current())).toBe('session.missing')
    expect((await caller.api.session.current()).tenant.name).toBe(home.name)
    expect(
      (await (await world.signIn(home.holder)).api.users.read({ params: { id: caller.person.membershipId } })).status,
    ).toBe('active')
  })

  it('cannot be done to oneself, the package holder, an equal, twice, or before joining (REC-20)', async ({
    world,
    tenant,
    holder,
    addPerson,
    invite,
    audit,
  }) => {
    const [one, two] = [await addPerson('administrator'), await addPerson('administrator')]
    const caller = await world.signIn(one)
    expect(await refusalOf(deactivate(caller, one.membershipId))).toBe('user.self')
    expect(await refusalOf(deactivate(caller, two.membershipId))).toBe('user.outranks_you')
    expect(await audit.last()).toMatchObject({
      action: 'user.deactivated',
      outcome: 'denied',
      reason: 'user.outranks_you',
      objectId: two.membershipId,
    })
    expect(await refusalOf(deactivate(caller, tenant.holder.membershipId))).toBe('user.is_holder')
    const invited = await invite()
    expect(await refusalOf(deactivate(holder, invited.membershipId))).toBe('user.wrong_status')
    const person = await addPerson('reader')
    await deactivate(holder, person.membershipId)
    expect(await refusalOf(deactivate(holder, person.membershipId))).toBe('user.wrong_status')
  })

  it('of the package holder is refused by the table itself, whatever the rank of the caller', async ({
    world,
    tenant,
    addPerson,
    addRole,
  }) => {
    const above = await addRole({ name: 'Boven', rank: 101, permissions: ['users:edit'] })
    const person = await addPerson('reader')
    await setRole(world, person.membershipId, above)
    expect(await refusalOf(deactivate(await world.signIn(person), tenant.holder.membershipId))).toBe('user.is_holder')
    const attempt = world.asOwner((tx) =>
      tx.membership.updateMany({ where: { id: tenant.holder.membershipId }, data: { status: 'deactivated' } }),
    )
    await expect(attempt).rejects.toThrow()
  })

  it('of a member of another organisation is not found, and nothing happens there (AZH-03)', async ({
    world,
    holder,
  }) => {
    const other = await world.addTenant('De Wilg')
    const person = await world.addPerson(other, 'reader')
    expect(await refusalOf(deactivate(holder, person.membershipId))).toBe('user.not_found')
    expect(await refusalOf(reactivate(holder, person.membershipId))).toBe('user.not_found')
    expect(await refusalOf(world.signIn(person))).toBe('not refused')
  })

  it('twice at once happens once', async ({ world, holder, addPerson, inbox }) => {
    const person = await addPerson('reader')
    const again = () => refusalOf(deactivate(holder, person.membershipId))
    expect(await queueAt(world, person.membershipId, [again, again])).toEqual(['not refused', 'user.wrong_status'])
    expect(await inbox.all(person.membershipId)).toHaveLength(1)
  })

  it('is refused to a caller who has been outranked meanwhile', async ({ world, tenant, holder, as, addPerson }) => {
    const person = await addPerson('editor')
    const administrator = await as('administrator')
    const params = { id: person.membershipId }
    const body = { roleId: tenant.roleIds.administrator }
    expect(
      await queueAt(world, params.id, [
        () => refusalOf(holder.api.users.changeRole({ params, body })),
        () => refusalOf(deactivate(administrator, params.id)),
      ]),
    ).toEqual(['not refused', 'user.wrong_status'])
  })

  it('while the person signs in leaves no session behind', async ({ world, holder, addPerson }) => {
    for (let round = 0; round < 5; round++) {
      const person = await addPerson('reader')
      await world.signIn(person)
      const half = world.stranger()
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

const deactivate = ({ api }: SignedIn, id: string) => api.users.deactivate({ params: { id } })
const reactivate = ({ api }: SignedIn, id: string) => api.users.reactivate({ params: { id } })
