import { describe, expect } from 'vitest'
import { type Given, it } from '../testing/it.ts'
import { addMembership } from '../testing/members.ts'
import { refusalOf } from '../testing/refusal.ts'
import { ask, withCookie } from '../testing/session-cookie.ts'

describe('another organisation of the same person', () => {
  /** Somebody who is a member of two organisations, signed in at home. */
  async function inTwo({ world, tenant }: Given<'world' | 'tenant'>) {
    const wilg = await world.addTenant('De Wilg')
    const person = await world.addPerson(tenant, 'administrator')
    const membershipId = await addMembership(world, person, wilg, 'reader')
    return { wilg, membershipId, caller: await world.signIn(person) }
  }

  it('is gone to with other rights and a new session id (SES-02, AZH-03)', async ({ world, tenant }) => {
    const { wilg, caller, membershipId } = await inTwo({ world, tenant })
    const before = caller.cookies.get('keyholder')
    expect((await caller.api.session.current()).memberships.map(({ name }) => name)).toEqual(['De Linde', 'De Wilg'])
    const there = await caller.api.session.switchTenant({ body: { tenantId: wilg.tenantId } })
    expect([there.tenant.name, there.role.builtIn, there.membershipId]).toEqual(['De Wilg', 'reader', membershipId])
    expect((await ask(withCookie(before, world))).status).toBe(401)
    expect((await caller.send('GET', '/api/v1/users')).status).toBe(403)
    expect((await caller.api.session.current()).membershipId).toBe(membershipId)
  })

  it('has it in its log, without a word of where they came from (LNK-09)', async ({ world, tenant, audit }) => {
    const { wilg, caller, membershipId } = await inTwo({ world, tenant })
    await caller.api.session.switchTenant({ body: { tenantId: wilg.tenantId } })
    const events = await audit.events(wilg.tenantId)
    expect(events).toMatchObject([
      { action: 'session.switched', actorId: membershipId, actorRole: 'Lezer', factors: 'authenticator' },
    ])
    expect(JSON.stringify(events)).not.toMatch(new RegExp(`De Linde|${caller.person.membershipId}|${tenant.tenantId}`))
  })

  it('tells its own log of a wrong code that is shown there, and the mail goes to the member there', async ({
    world,
    tenant,
    audit,
  }) => {
    const { wilg, caller } = await inTwo({ world, tenant })
    await caller.api.session.switchTenant({ body: { tenantId: wilg.tenantId } })
    await refusalOf(caller.api.session.stepUp({ body: { code: '000000' } }))
    expect(await audit.actions(wilg.tenantId)).toEqual([
      'session.switched success',
      'sign-in.second-factor failure code.wrong',
    ])
  })

  it('cannot be entered without an active membership there: it does not exist', async ({ world, tenant }) => {
    const { wilg, caller } = await inTwo({ world, tenant })
    const es = await world.addTenant('De Es')
    await world.asOwner((tx) =>
      tx.membership.updateMany({
        where: { tenantId: wilg.tenantId, userId: caller.person.userId },
        data: { status: 'deactivated' },
      }),
    )
    for (const tenantId of [es.tenantId, wilg.tenantId, '00000000-0000-7000-8000-0000000000aa']) {
      expect(await refusalOf(caller.api.session.switchTenant({ body: { tenantId } }))).toBe('tenant.not_found')
    }
    expect((await caller.api.session.current()).memberships.map(({ name }) => name)).toEqual(['De Linde'])
  })

  it('is gone to once, of many tabs at once', async ({ world, tenant }) => {
    const { wilg, caller } = await inTwo({ world, tenant })
    const cookie = caller.cookies.get('keyholder')
    const go = () =>
      withCookie(cookie, world).send('POST', '/api/v1/session/switch', { body: { tenantId: wilg.tenantId } })
    const answers = await Promise.all(Array.from({ length: 10 }, go))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(9)
  })
})
