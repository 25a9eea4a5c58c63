import { describe, expect } from 'vitest'
import { minutes } from '../platform/clock.fake.ts'
import { setRole } from '../testing/add-role.ts'
import { type Given, it } from '../testing/it.ts'
import { queueAt } from '../testing/queue-at.ts'
import { refusalOf } from '../testing/refusal.ts'
import { eventsOf } from '../testing/stored-rows.ts'
import type { SignedIn } from '../testing/world.ts'

describe('giving another role', () => {
  it('takes effect on the very next request, and is recorded and mailed', async ({
    world,
    tenant,
    holder,
    addPerson,
    inbox,
    audit,
  }) => {
    const person = await addPerson('reader')
    const caller = await world.signIn(person)
    expect(await refusalOf(caller.api.users.list())).toBe('session.forbidden')
    const user = await give(holder, person.membershipId, tenant.roleIds.administrator)
    expect(user.role).toMatchObject({ id: tenant.roleIds.administrator, builtIn: 'administrator' })
    expect(await refusalOf(caller.api.users.list())).toBe('not refused')
    expect(await audit.last()).toMatchObject({
      action: 'user.role-changed',
      objectId: person.membershipId,
      before: { role: 'Lezer' },
      after: { role: 'Beheerder' },
    })
    expect((await inbox.all(person.membershipId)).at(-1)).toEqual({
      template: 'role-changed',
      data: { tenantName: 'De Linde', role: 'administrator', by: tenant.holder.name },
    })
    await give(holder, person.membershipId, tenant.roleIds.reader)
    expect(await refusalOf(caller.api.users.list())).toBe('session.forbidden')
  })

  it('is possible before an invitation is accepted, which is no mail yet', async ({
    tenant,
    holder,
    invite,
    inbox,
  }) => {
    const invited = await invite()
    expect((await give(holder, invited.membershipId, tenant.roleIds.editor)).role.builtIn).toBe('editor')
    expect(await inbox.all(invited.membershipId)).toHaveLength(1)
  })

  it('that is the same again sends no mail', async ({ tenant, holder, addPerson, inbox }) => {
    const person = await addPerson('editor')
    expect((await give(holder, person.membershipId, tenant.roleIds.editor)).role.builtIn).toBe('editor')
    expect(await inbox.all(person.membershipId)).toEqual([])
  })

  it('refuses whatever is not asked for in the body (AZV-02)', async ({ tenant, holder, addPerson }) => {
    const person = await addPerson('reader')
    const url = `/api/v1/users/${person.membershipId}/role`
    for (const body of [
      { roleId: tenant.roleIds.editor, isHolder: true },
      { role: 'administrator' },
      { roleId: 'administrator' },
    ]) {
      expect((await holder.send('PUT', url, { body })).status).toBe(400)
    }
    expect(await roleOf(holder, person.membershipId)).toBe('reader')
  })

  it('needs a second factor of less than ten minutes ago (SES-12)', async ({
    world,
    clock,
    tenant,
    holder,
    addPerson,
  }) => {
    const person = await addPerson('reader')
    clock.advance(minutes(11))
    expect(await refusalOf(give(holder, person.membershipId, tenant.roleIds.editor))).toBe('session.not_fresh')
    await world.stepUp(holder)
    expect(await refusalOf(give(holder, person.membershipId, tenant.roleIds.editor))).toBe('not refused')
  })
})

describe('a role is refused', () => {
  it('that moves by transfer, is for API users, or is of another organisation, as an unknown one (AZV-03, AZH-07)', async ({
    world,
    tenant,
    holder,
    addPerson,
    audit,
  }) => {
    const person = await addPerson('reader')
    const other = await world.addTenant('De Beuk')
    const { holder: own, api } = tenant.roleIds
    const unknown = '00000000-0000-7000-8000-0000000000aa'
    for (const roleId of [own, api, other.roleIds.editor, world.platformTenant.roleIds.operator, unknown]) {
      expect(await refusalOf(give(holder, person.membershipId, roleId))).toBe('role.not_givable')
      expect(await audit.last()).toMatchObject({
        action: 'user.role-changed',
        outcome: 'denied',
        reason: 'role.not_givable',
        objectId: person.membershipId,
      })
    }
    expect(await roleOf(holder, person.membershipId)).toBe('reader')
  })

  it('with a right that one does not have oneself, or above the own (AZV-03)', async ({
    holder,
    as,
    addPerson,
    addRole,
  }) => {
    const administrator = await as('administrator')
    const person = await addPerson('reader')
    const higher = await addRole({ name: 'Hoger', rank: 90, permissions: [] })
    const auditor = await addRole({ name: 'Auditor', rank: 30, permissions: ['audit:read'] })
    expect(await refusalOf(give(administrator, person.membershipId, higher))).toBe('role.not_givable')
    expect(await refusalOf(give(administrator, person.membershipId, auditor))).toBe('role.not_givable')
    expect(await refusalOf(give(holder, person.membershipId, auditor))).toBe('not refused')
  })
})

describe('a role cannot be changed', () => {
  it('of oneself, of the package holder, nor of an equal (AZV-02, REC-20)', async ({
    world,
    tenant,
    holder,
    addPerson,
    audit,
  }) => {
    const [one, two] = [await addPerson('administrator'), await addPerson('administrator')]
    const caller = await world.signIn(one)
    const { editor, administrator } = tenant.roleIds
    expect(await refusalOf(give(caller, one.membershipId, editor))).toBe('user.self')
    expect(await refusalOf(give(caller, two.membershipId, editor))).toBe('user.outranks_you')
    expect(await refusalOf(give(caller, tenant.holder.membershipId, editor))).toBe('user.is_holder')
    expect(await refusalOf(give(holder, tenant.holder.membershipId, administrator))).toBe('user.self')
    expect(await audit.last()).toMatchObject({ action: 'user.role-changed', outcome: 'denied', reason: 'user.self' })
    expect(await roleOf(holder, two.membershipId)).toBe('administrator')
  })

  it('of an API user, nor of a deactivated member', async ({ tenant, holder, machine, addPerson }) => {
    expect(await refusalOf(give(holder, machine.id, tenant.roleIds.editor))).toBe('role.not_givable')
    const person = await addPerson('reader')
    await holder.api.users.deactivate({ params: { id: person.membershipId } })
    expect(await refusalOf(give(holder, person.membershipId, tenant.roleIds.editor))).toBe('user.wrong_status')
  })

  it('of a member of another organisation, who does not exist here (AZH-03)', async ({ world, tenant, holder }) => {
    const other = await world.addTenant('De Wilg')
    const person = await world.addPerson(other, 'reader')
    for (const id of [person.membershipId, other.holder.membershipId, person.userId]) {
      expect(await refusalOf(give(holder, id, tenant.roleIds.editor))).toBe('user.not_found')
      expect(await refusalOf(give(holder, id, other.roleIds.editor))).toBe('user.not_found')
    }
  })

  it('without the permission (AZV-02)', async ({ world, tenant, addPerson, addRole }) => {
    const person = await addPerson('reader')
    const clerk = await addPerson('reader')
    await setRole(world, clerk.membershipId, await addRole({ name: 'Kijker', rank: 70, permissions: ['users:read'] }))
    const caller = await world.signIn(clerk)
    expect(await refusalOf(give(caller, person.membershipId, tenant.roleIds.reader))).toBe('session.forbidden')
  })
})

describe('two who give a role at once', () => {
  const both = async ({ world, tenant, holder }: Given<'world' | 'tenant' | 'holder'>, order: readonly string[]) => {
    const administrator = await world.signIn(await world.addPerson(tenant, 'administrator'))
    const { membershipId: id } = await world.addPerson(tenant, 'editor')
    const calls: Record<string, () => Promise<string>> = {
      raise: () => refusalOf(give(holder, id, tenant.roleIds.administrator)),
      lower: () => refusalOf(give(administrator, id, tenant.roleIds.reader)),
    }
    const outcomes = await queueAt(
      world,
      id,
      order.flatMap((name) => calls[name] ?? []),
    )
    const events = (await eventsOf(world, tenant.tenantId)).filter(({ objectId }) => objectId === id)
    return { outcomes, role: await roleOf(holder, id), events: events.map(({ before, after }) => [before, after]) }
  }

  it('never leave an administrator whom the holder made lowered by an equal', async ({ world, tenant, holder }) => {
    expect(await both({ world, tenant, holder }, ['raise', 'lower'])).toEqual({
      outcomes: ['not refused', 'user.wrong_status'],
      role: 'administrator',
      events: [[{ role: 'Redacteur' }, { role: 'Beheerder' }]],
    })
  })

  it('leave a log that is true: from what it was to what it became', async ({ world, tenant, holder }) => {
    expect(await both({ world, tenant, holder }, ['lower', 'raise'])).toEqual({
      outcomes: ['not refused', 'user.wrong_status'],
      role: 'reader',
      events: [[{ role: 'Redacteur' }, { role: 'Lezer' }]],
    })
  })
})

const give = ({ api }: SignedIn, id: string, roleId: string) =>
  api.users.changeRole({ params: { id }, body: { roleId } })

const roleOf = async (holder: SignedIn, id: string) => (await holder.api.users.read({ params: { id } })).role.builtIn
