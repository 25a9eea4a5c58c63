import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { minutes } from '../platform/clock.fake.ts'
import { addRole, setRole } from '../testing/add-role.ts'
import { invite } from '../testing/invited.ts'
import { makeMachine } from '../testing/machine.ts'
import { queueAt } from '../testing/queue-at.ts'
import { refusalOf } from '../testing/refusal.ts'
import { eventsOf, mailsTo } from '../testing/stored-rows.ts'
import { createWorld, type SignedIn, type Tenant, type World } from '../testing/world.ts'

let world: World
let tenant: Tenant
let holder: SignedIn
beforeAll(async () => {
  world = await createWorld()
  tenant = await world.addTenant('De Linde')
  holder = await world.signIn(tenant.holder)
})
// The clock moves with every code; what is done here needs a fresh one.
beforeEach(async () => {
  await holder.api.session.stepUp({ body: { code: await world.nextCode(tenant.holder) } })
})
afterAll(() => world.close())

const give = ({ api }: SignedIn, id: string, roleId: string) =>
  api.users.changeRole({ params: { id }, body: { roleId } })
const lastEvent = async () => (await eventsOf(world, tenant.tenantId)).at(-1)
const roleOf = async (id: string) => (await holder.api.users.read({ params: { id } })).role.builtIn

describe('giving another role', () => {
  it('holds from the very next request, and is written and mailed', async () => {
    const person = await world.addPerson(tenant, 'reader')
    const caller = await world.signIn(person)
    expect(await refusalOf(caller.api.users.list())).toBe('session.forbidden')
    const user = await give(holder, person.membershipId, tenant.roleIds.administrator)
    expect(user.role).toMatchObject({ id: tenant.roleIds.administrator, builtIn: 'administrator' })
    expect(await refusalOf(caller.api.users.list())).toBe('not refused')
    expect(await lastEvent()).toMatchObject({
      action: 'user.role-changed',
      objectId: person.membershipId,
      before: { role: 'Lezer' },
      after: { role: 'Beheerder' },
    })
    expect((await mailsTo(world, person.membershipId)).at(-1)).toEqual({
      template: 'role-changed',
      data: { tenantName: 'De Linde', role: 'administrator', by: tenant.holder.name },
    })
    await give(holder, person.membershipId, tenant.roleIds.reader)
    expect(await refusalOf(caller.api.users.list())).toBe('session.forbidden')
  })

  it('is possible before an invitation is accepted, which is no mail yet', async () => {
    const invited = await invite(world, holder, tenant)
    expect((await give(holder, invited.membershipId, tenant.roleIds.editor)).role.builtIn).toBe('editor')
    expect(await mailsTo(world, invited.membershipId)).toHaveLength(1)
  })

  it('that is the same again mails nobody', async () => {
    const person = await world.addPerson(tenant, 'editor')
    expect((await give(holder, person.membershipId, tenant.roleIds.editor)).role.builtIn).toBe('editor')
    expect(await mailsTo(world, person.membershipId)).toEqual([])
  })

  it('refuses whatever is not asked for in the body (AZV-02)', async () => {
    const person = await world.addPerson(tenant, 'reader')
    const url = `/api/v1/users/${person.membershipId}/role`
    for (const body of [
      { roleId: tenant.roleIds.editor, isHolder: true },
      { role: 'administrator' },
      { roleId: 'administrator' },
    ]) {
      expect((await holder.send('PUT', url, { body })).status).toBe(400)
    }
    expect(await roleOf(person.membershipId)).toBe('reader')
  })

  it('needs a second factor of less than ten minutes ago (SES-12)', async () => {
    const person = await world.addPerson(tenant, 'reader')
    world.clock.advance(minutes(11))
    expect(await refusalOf(give(holder, person.membershipId, tenant.roleIds.editor))).toBe('session.not_fresh')
    await holder.api.session.stepUp({ body: { code: await world.nextCode(tenant.holder) } })
    expect(await refusalOf(give(holder, person.membershipId, tenant.roleIds.editor))).toBe('not refused')
  })
})

describe('a role is refused', () => {
  it('that moves by transfer, is for machines, or is of another house, as one that is nowhere (AZV-03, AZH-07)', async () => {
    const person = await world.addPerson(tenant, 'reader')
    const other = await world.addTenant('De Beuk')
    const { holder: own, api } = tenant.roleIds
    const unknown = '00000000-0000-7000-8000-0000000000aa'
    for (const roleId of [own, api, other.roleIds.editor, world.platformTenant.roleIds.operator, unknown]) {
      expect(await refusalOf(give(holder, person.membershipId, roleId))).toBe('role.not_givable')
      expect(await lastEvent()).toMatchObject({
        action: 'user.role-changed',
        outcome: 'denied',
        reason: 'role.not_givable',
        objectId: person.membershipId,
      })
    }
    expect(await roleOf(person.membershipId)).toBe('reader')
  })

  it('with a right that one does not have oneself, or above the own (AZV-03)', async () => {
    const administrator = await world.signIn(await world.addPerson(tenant, 'administrator'))
    const person = await world.addPerson(tenant, 'reader')
    const higher = await addRole(world, tenant, { name: 'Hoger', rank: 90, permissions: [] })
    const auditor = await addRole(world, tenant, { name: 'Auditor', rank: 30, permissions: ['audit:read'] })
    expect(await refusalOf(give(administrator, person.membershipId, higher))).toBe('role.not_givable')
    expect(await refusalOf(give(administrator, person.membershipId, auditor))).toBe('role.not_givable')
    expect(await refusalOf(give(holder, person.membershipId, auditor))).toBe('not refused')
  })
})

describe('a role cannot be changed', () => {
  it('of oneself, of the package holder, nor of an equal (AZV-02, REC-20)', async () => {
    const [one, two] = [await world.addPerson(tenant, 'administrator'), await world.addPerson(tenant, 'administrator')]
    const caller = await world.signIn(one)
    const { editor, administrator } = tenant.roleIds
    expect(await refusalOf(give(caller, one.membershipId, editor))).toBe('user.self')
    expect(await refusalOf(give(caller, two.membershipId, editor))).toBe('user.outranks_you')
    expect(await refusalOf(give(caller, tenant.holder.membershipId, editor))).toBe('user.is_holder')
    expect(await refusalOf(give(holder, tenant.holder.membershipId, administrator))).toBe('user.self')
    expect(await lastEvent()).toMatchObject({ action: 'user.role-changed', outcome: 'denied', reason: 'user.self' })
    expect(await roleOf(two.membershipId)).toBe('administrator')
  })

  it('of a machine, nor of somebody who is deactivated', async () => {
    const machine = await makeMachine(world, holder)
    expect(await refusalOf(give(holder, machine.id, tenant.roleIds.editor))).toBe('role.not_givable')
    const person = await world.addPerson(tenant, 'reader')
    await holder.api.users.deactivate({ params: { id: person.membershipId } })
    expect(await refusalOf(give(holder, person.membershipId, tenant.roleIds.editor))).toBe('user.wrong_status')
  })

  it('of somebody of another organisation, who does not exist (AZH-03)', async () => {
    const other = await world.addTenant('De Wilg')
    const person = await world.addPerson(other, 'reader')
    for (const id of [person.membershipId, other.holder.membershipId, person.userId]) {
      expect(await refusalOf(give(holder, id, tenant.roleIds.editor))).toBe('user.not_found')
      expect(await refusalOf(give(holder, id, other.roleIds.editor))).toBe('user.not_found')
    }
  })

  it('without the permission (AZV-02)', async () => {
    const person = await world.addPerson(tenant, 'reader')
    const clerk = await world.addPerson(tenant, 'reader')
    await setRole(
      world,
      clerk.membershipId,
      await addRole(world, tenant, { name: 'Kijker', rank: 70, permissions: ['users:read'] }),
    )
    const caller = await world.signIn(clerk)
    expect(await refusalOf(give(caller, person.membershipId, tenant.roleIds.reader))).toBe('session.forbidden')
  })
})

describe('two who give a role at once', () => {
  const both = async (order: readonly string[]) => {
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
    return { outcomes, role: await roleOf(id), events: events.map(({ before, after }) => [before, after]) }
  }

  it('never leave an administrator whom the holder made lowered by an equal', async () => {
    expect(await both(['raise', 'lower'])).toEqual({
      outcomes: ['not refused', 'user.wrong_status'],
      role: 'administrator',
      events: [[{ role: 'Redacteur' }, { role: 'Beheerder' }]],
    })
  })

  it('leave a log that is true: from what it was to what it became', async () => {
    expect(await both(['lower', 'raise'])).toEqual({
      outcomes: ['not refused', 'user.wrong_status'],
      role: 'reader',
      events: [[{ role: 'Redacteur' }, { role: 'Lezer' }]],
    })
  })
})
