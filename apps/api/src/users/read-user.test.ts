import { USER_ACTION_NAMES, type UserAction } from '@keyholder/domain'
import { describe, expect } from 'vitest'
import { hours, minutes } from '../platform/clock.fake.ts'
import { addRole, setRole } from '../testing/add-role.ts'
import type { Caller } from '../testing/caller.ts'
import { invite } from '../testing/invited.ts'
import { type Given, it } from '../testing/it.ts'
import { makeMachine } from '../testing/machine.ts'
import { addMembers } from '../testing/members.ts'
import { refusalOf } from '../testing/refusal.ts'
import type { SignedIn, Tenant } from '../testing/world.ts'

describe('the page of a user', () => {
  it('shows what the list shows and besides: language, inviter, authenticators and what is open here', async ({
    world,
    holder,
    addPerson,
  }) => {
    const person = await addPerson('editor')
    const first = await world.signIn(person)
    const second = await world.signIn(person)
    await second.api.session.current()
    const detail = await read(holder, person.membershipId)
    const listed = (await holder.api.users.list()).items.find(({ id }) => id === person.membershipId)
    expect(detail).toMatchObject({
      ...listed,
      language: 'nl',
      invitedBy: null,
      relinkCodeExpiresAt: null,
      isHome: true,
    })
    expect(detail.factors).toHaveLength(1)
    expect(detail.sessions.map(({ current, userAgent }) => [current, userAgent])).toEqual([
      [false, 'lightMyRequest'],
      [false, 'lightMyRequest'],
    ])
    expect(new Set(detail.sessions.map(({ ip }) => ip)).size).toBe(2)
    await first.api.session.signOut()
    expect((await read(holder, person.membershipId)).sessions).toHaveLength(1)
  })

  it('shows no session that has ended by itself', async ({ world, clock, tenant, addPerson }) => {
    const person = await addPerson('editor')
    await world.signIn(person)
    clock.advance(minutes(31))
    const again = await world.signIn(tenant.holder)
    expect((await read(again, person.membershipId)).sessions).toEqual([])
    const own = await read(again, tenant.holder.membershipId)
    expect(own.sessions.map(({ current }) => current)).toEqual([true])
    expect(own.actions).toEqual([])
  })

  it('says who invited', async ({ tenant, holder, invite }) => {
    const invited = await invite()
    const detail = await read(holder, invited.membershipId)
    expect(detail).toMatchObject({
      invitedBy: tenant.holder.name,
      isHome: false,
      factors: [],
      sessions: [],
      status: 'invited',
    })
  })

  it('holds nothing secret (AZV-12)', async ({ world, holder, addPerson }) => {
    const person = await addPerson('editor')
    await world.signIn(person)
    const { body } = await holder.send('GET', `/api/v1/users/${person.membershipId}`)
    expect(body).not.toMatch(/hash|secret|sealed|token|password|tries|lastStep/i)
    expect(body).not.toContain(String(person.secret))
  })

  it('of another organisation, of an unknown id or of the id of a person is not found; a malformed id is refused (AZH-03, INP-14)', async ({
    world,
    tenant,
    holder,
  }) => {
    const other = await world.addTenant('De Wilg')
    const { body } = await holder.send('GET', '/api/v1/users/00000000-0000-7000-8000-0000000000aa')
    const comparable = (text: string) => text.replace(/"requestId":"[^"]*"/, '')
    for (const id of [other.holder.membershipId, other.holder.userId, tenant.holder.userId, tenant.tenantId]) {
      const answer = await holder.send('GET', `/api/v1/users/${id}`)
      expect([answer.status, comparable(answer.body)]).toEqual([404, comparable(body)])
    }
    const upper = tenant.holder.membershipId.toUpperCase()
    for (const id of ['1', '-1', upper, `{${tenant.holder.membershipId}}`, 'a'.repeat(90), '%00', "'%20OR%201=1"]) {
      expect([400, 404]).toContain((await holder.send('GET', `/api/v1/users/${id}`)).status)
    }
  })

  it('of a member of two organisations is shown only in the one that the session is in (AZH-03)', async ({ world }) => {
    const [a, b] = [await world.addTenant('Huis A'), await world.addTenant('Huis B')]
    const there = await world.signIn(b.holder)
    const both = await world.addPerson(a, 'administrator')
    const { token } = await invite(world, there, b, { email: both.email, role: 'administrator' })
    const caller = await world.signIn(both)
    await caller.api.invitations.join({ body: { token } })
    expect(await refusalOf(read(caller, b.holder.membershipId))).toBe('user.not_found')
    const headers = { 'x-tenant-id': b.tenantId }
    expect((await caller.send('GET', `/api/v1/users/${b.holder.membershipId}`, { headers })).status).toBe(404)
    const cookies = [...caller.cookies.values()].join()
    await caller.api.session.switchTenant({ body: { tenantId: b.tenantId } })
    expect([...caller.cookies.values()].join()).not.toBe(cookies)
    expect((await read(caller, b.holder.membershipId)).name).toBe(b.holder.name)
    expect(await refusalOf(read(caller, a.holder.membershipId))).toBe('user.not_found')
  })
})

describe('what the page offers and what the server does', () => {
  type House = Given<'world' | 'tenant' | 'holder'>
  const ACTORS: Record<string, (house: House) => Promise<SignedIn>> = {
    'the holder': async ({ holder }) => holder,
    'an administrator': async ({ world, tenant }) => world.signIn(await world.addPerson(tenant, 'administrator')),
    'a clerk of its own making': async ({ world, tenant }) => {
      const permissions = [
        'users:read',
        'users:invite',
        'users:edit',
        'sessions:end',
        'content:read',
        'package:read',
      ] as const
      const roleId = await addRole(world, tenant, { name: 'Balie', rank: 60, permissions })
      const person = await world.addPerson(tenant, 'reader')
      await setRole(world, person.membershipId, roleId)
      return world.signIn(person)
    },
  }

  const added = async ({ world, tenant }: Given<'world' | 'tenant'>, ...member: Parameters<typeof addMembers>[2]) =>
    (await addMembers(world, tenant, member))[0] ?? ''
  /** A linked authenticator whose code nobody needs. */
  async function link({ world, tenant }: Given<'world' | 'tenant'>, membershipId: string): Promise<string> {
    const at = world.clock.now()
    await world.asOwner(async (tx) => {
      const { userId } = await tx.membership.findFirstOrThrow({ where: { id: membershipId } })
      const factor = {
        id: world.platform.random.uuid(),
        kind: 'authenticator',
        name: 'App',
        state: 'linked',
        secretSealed: 'x',
        lastStep: 1,
      }
      const when = { createdAt: at, linkedAt: at, begunBy: membershipId }
      await tx.factor.createMany({
        data: [{ ...factor, ...when, homeTenantId: tenant.tenantId, userId: userId ?? '' }],
      })
    })
    return membershipId
  }

  const SUBJECTS: Record<string, (house: House, actor: SignedIn) => Promise<string>> = {
    'somebody invited': (house) => added(house, { name: 'Genodigd' }),
    'an administrator invited': (house) => added(house, { name: 'Genodigd', role: 'administrator' }),
    'a reader without authenticator': (house) => added(house, { name: 'Lezer', status: 'active' }),
    'an editor with one': async (house) =>
      link(house, await added(house, { name: 'Redacteur', status: 'active', role: 'editor' })),
    'an administrator with one': async (house) =>
      link(house, await added(house, { name: 'Beheerder', status: 'active', role: 'administrator' })),
    'a deactivated reader': async (house) => link(house, await added(house, { name: 'Weg', status: 'deactivated' })),
    'a deactivated administrator': (house) =>
      added(house, { name: 'Weg', status: 'deactivated', role: 'administrator' }),
    'an API user': async ({ world, holder }) => (await makeMachine(world, holder)).id,
    'a deactivated API user': async ({ world, holder }) => {
      const { id } = await makeMachine(world, holder)
      await holder.api.users.deactivate({ params: { id } })
      return id
    },
    'the holder': async ({ tenant }) => tenant.holder.membershipId,
    oneself: async (_, actor) => actor.person.membershipId,
  }

  const DO: Record<UserAction, (caller: Caller, id: string, tenant: Tenant) => Promise<unknown>> = {
    'change-role': ({ api }, id, tenant) =>
      api.users.changeRole({ params: { id }, body: { roleId: tenant.roleIds.reader } }),
    deactivate: ({ api }, id) => api.users.deactivate({ params: { id } }),
    reactivate: ({ api }, id) => api.users.reactivate({ params: { id } }),
    unlink: ({ api }, id) => api.users.unlinkAuthenticator({ params: { id }, body: { reason: 'leaver' } }),
    'resend-invitation': ({ api }, id) => api.users.resendInvitation({ params: { id } }),
    'withdraw-invitation': ({ api }, id) => api.users.withdrawInvitation({ params: { id } }),
    'end-sessions': ({ api }, id) => api.users.endSessions({ params: { id } }),
    'send-credential-link': ({ api }, id) => api.apiUsers.sendCredentialLink({ params: { id } }),
  }

  it.for(Object.entries(ACTORS))(
    'are the same for %s, whoever the user is',
    { timeout: 120_000 },
    async ([_, makeActor], { world, tenant, holder }) => {
      const house = { world, tenant, holder }
      const actor = await makeActor(house)
      for (const [who, make] of Object.entries(SUBJECTS)) {
        const id = await make(house, actor)
        const { actions } = await read(actor, id)
        const done = []
        for (const action of USER_ACTION_NAMES) {
          // What is refused changes nothing; what is done needs somebody else for the next.
          const subject = actions.includes(action) ? await make(house, actor) : id
          if ((await refusalOf(DO[action](actor, subject, tenant))) === 'not refused') done.push(action)
        }
        expect([who, done]).toEqual([who, actions])
      }
    },
  )

  it('for the package holder and an ordinary colleague are all that can be done', async ({
    world,
    clock,
    tenant,
    holder,
  }) => {
    await world.stepUp(holder)
    const colleague = await link(
      { world, tenant },
      await added({ world, tenant }, { name: 'Collega', status: 'active' }),
    )
    expect((await read(holder, colleague)).actions).toEqual(['change-role', 'unlink', 'end-sessions', 'deactivate'])
    expect((await read(holder, await added({ world, tenant }, { name: 'Gast' }))).actions).toEqual([
      'change-role',
      'resend-invitation',
      'withdraw-invitation',
    ])
    expect((await read(holder, (await makeMachine(world, holder)).id)).actions).toEqual([
      'deactivate',
      'send-credential-link',
    ])
    expect(
      (await read(holder, await added({ world, tenant }, { name: 'Weg', status: 'deactivated' }))).actions,
    ).toEqual(['reactivate'])
    clock.advance(hours(1))
  })
})

const read = ({ api }: Caller, id: string) => api.users.read({ params: { id } })
