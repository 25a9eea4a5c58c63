import { USER_SORTS } from '@keyholder/contracts'
import { describe, expect } from 'vitest'
import { days } from '../platform/clock.fake.ts'
import { it as base, it } from '../testing/it.ts'
import { callAs, fetchToken, makeMachine } from '../testing/machine.ts'
import { addMembers } from '../testing/members.ts'
import { idsOn, namesOn, type UserQuery, walkUsers } from '../testing/walk-users.ts'
import type { SignedIn, Tenant } from '../testing/world.ts'

describe('the list of users', () => {
  it('shows the people, the invitations and the API users of the own organisation and of no other (AZH-02, AZV-13)', async ({
    world,
    clock,
  }) => {
    const { tenant, holder } = await world.withHolder('De Linde')
    const other = await world.addTenant('De Wilg')
    await addMembers(
      world,
      other,
      Array.from({ length: 60 }, (_, n) => ({ name: `Vreemd ${n}` })),
    )
    await makeMachine(world, holder, 'Dashboard')
    const { api } = holder
    const roleId = tenant.roleIds.editor
    const invited = await api.users.invite({ body: { name: 'Bo', email: 'bo@example.nl', roleId, language: 'nl' } })
    const { items, next, count, more } = await api.users.list()
    expect(items.map(({ name, kind, status }) => [name, kind, status])).toEqual([
      ['Bo', 'person', 'invited'],
      ['Dashboard', 'api', 'active'],
      ['Holder of De Linde', 'person', 'active'],
    ])
    expect({ next, count, more }).toEqual({ next: null, count: 3, more: false })
    expect(items[0]).toEqual(invited)
    expect(invited).toMatchObject({
      role: { id: roleId, builtIn: 'editor' },
      secondStep: 'none',
      lastSignInAt: null,
      invitationExpiresAt: clock.later(days(7)).toISOString(),
      isHolder: false,
    })
    expect(items[2]).toMatchObject({ secondStep: 'linked', isHolder: true, invitationExpiresAt: null })
  })

  it('takes no organisation from the request (AZH-02)', async ({ world, holder }) => {
    const other = await world.addTenant('De Beuk')
    const headers = { 'x-tenant-id': other.tenantId, 'x-forwarded-host': 'beuk.example.nl' }
    const answer = await holder.send('GET', '/api/v1/users', { headers })
    expect(answer.body).not.toContain(other.tenantId)
    expect(answer.json).toMatchObject({ count: 1 })
    expect((await holder.send('GET', `/api/v1/users?tenantId=${other.tenantId}`)).status).toBe(400)
  })

  it('is open to an API user, with the same fields (AZV-12)', async ({ world, holder }) => {
    const machine = await makeMachine(world, holder)
    const answer = await callAs(world, await fetchToken(world, machine))
    expect(answer.status).toBe(200)
    expect(answer.json).toEqual(await holder.api.users.list())
    expect(answer.body).not.toMatch(/hash|secret|sealed|address|password/i)
  })

  it.for(['editor', 'reader'] as const)('is closed to a %s (AZV-12)', async (role, { world }) => {
    const { tenant } = await world.withHolder(`Zonder ${role}`)
    const person = await world.signIn(await world.addPerson(tenant, role))
    for (const url of [
      '/api/v1/users',
      `/api/v1/users/${tenant.holder.membershipId}`,
      '/api/v1/roles',
      '/api/v1/audit-events',
    ]) {
      expect((await person.send('GET', url)).status).toBe(403)
    }
  })
})

describe('sorting', () => {
  it('puts names as people do: capitals and accents do not decide', async ({ world }) => {
    const { tenant, holder } = await world.withHolder('De Iep')
    const wanted = ['Ábel', 'abel A', 'Bert', 'émile', 'Emile B', 'Holder of De Iep', 'van Dijk', 'Zoë']
    await addMembers(
      world,
      tenant,
      wanted
        .filter((name) => !name.startsWith('Holder'))
        .reverse()
        .map((name) => ({ name })),
    )
    expect(namesOn(await walkUsers(holder))).toEqual(wanted)
    expect(namesOn(await walkUsers(holder, { sort: '-name' }))).toEqual(wanted.toReversed())
  })

  it.for(USER_SORTS)('gives everybody exactly once over all pages, in order: %s', async (sort, { world, clock }) => {
    const { tenant, holder } = await world.withHolder(`Rij ${sort}`)
    const added = await addMembers(
      world,
      tenant,
      Array.from({ length: 120 }, (_, n) => ({
        name: n % 3 === 0 ? 'Jan Jansen' : `Jan ${n % 7}`,
        lastSignInAt: n % 2 === 0 ? null : clock.ago(days(n % 5)),
        status: 'active',
      })),
    )
    const pages = await walkUsers(holder, { sort })
    expect(pages.map(({ items }) => items.length)).toEqual([50, 50, 21])
    expect(pages.every(({ count, more }) => count === 121 && !more)).toBe(true)
    expect(idsOn(pages).toSorted()).toEqual([...added, tenant.holder.membershipId].toSorted())
    const key = sort.replace('-', '') as 'name' | 'lastSignInAt' | 'createdAt'
    const keys = pages.flatMap(({ items }) => items.map((item) => item[key] ?? ''))
    const ascending = keys.toSorted((a, b) => (key === 'name' ? a.localeCompare(b, 'nl') : a < b ? -1 : a > b ? 1 : 0))
    expect(keys).toEqual(sort.startsWith('-') ? ascending.toReversed() : ascending)
  })

  it('goes on after a name of a hundred characters of four bytes', async ({ world, tenant, holder }) => {
    await addMembers(
      world,
      tenant,
      Array.from({ length: 60 }, () => ({ name: '😀'.repeat(100) })),
    )
    expect(idsOn(await walkUsers(holder))).toHaveLength(61)
  })
})

describe('filters', () => {
  const it = base.extend('holder', async ({ world, clock, tenant, holder }) => {
    await addMembers(world, tenant, [
      { name: 'Nooit', status: 'active', secondStep: 'none', role: 'editor' },
      { name: 'Gisteren', status: 'active', secondStep: 'linked', lastSignInAt: clock.ago(days(1)) },
      { name: 'Net dertig', status: 'active', secondStep: 'linked', lastSignInAt: clock.ago(days(30)) },
      { name: 'Net negentig', status: 'active', secondStep: 'unlinked', lastSignInAt: clock.ago(days(90)) },
      {
        name: 'Lang geleden',
        status: 'deactivated',
        secondStep: 'linked',
        lastSignInAt: clock.ago(days(90) + 1),
      },
      { name: 'Genodigd', status: 'invited', role: 'administrator' },
      { name: 'Koppeling', status: 'active', kind: 'api', role: 'api' },
    ])
    return holder
  })

  it.for<[string, (tenant: Tenant) => UserQuery, string[]]>([
    ['role', (tenant) => ({ role: tenant.roleIds.editor }), ['Nooit']],
    ['a role of nobody', () => ({ role: '00000000-0000-7000-8000-0000000000aa' }), []],
    ['status invited', () => ({ status: 'invited' }), ['Genodigd']],
    ['status deactivated', () => ({ status: 'deactivated' }), ['Lang geleden']],
    ['second step unlinked', () => ({ secondStep: 'unlinked' }), ['Net negentig']],
    ['second step none', () => ({ secondStep: 'none' }), ['Genodigd', 'Koppeling', 'Nooit']],
    ['kind', () => ({ kind: 'api' }), ['Koppeling']],
    ['never signed in', () => ({ lastSignIn: 'never' }), ['Genodigd', 'Koppeling', 'Nooit']],
    ['within 30 days', () => ({ lastSignIn: 'within-30-days' }), ['Gisteren', 'Holder of De Linde', 'Net dertig']],
    ['over 90 days ago', () => ({ lastSignIn: 'over-90-days' }), ['Lang geleden']],
    ['several at once', () => ({ lastSignIn: 'never', kind: 'person', status: 'active' }), ['Nooit']],
    ['a search besides', () => ({ search: 'net', secondStep: 'linked' }), ['Net dertig']],
    [
      'a search and each other filter',
      (tenant) => ({
        search: 'ge',
        status: 'deactivated',
        kind: 'person',
        role: tenant.roleIds.reader,
        lastSignIn: 'over-90-days',
      }),
      ['Lang geleden'],
    ],
    ['a search within 30 days', () => ({ search: 'net', lastSignIn: 'within-30-days' }), ['Net dertig']],
  ])('%s', async ([_, query, wanted], { tenant, holder }) => {
    const pages = await walkUsers(holder, query(tenant))
    expect(namesOn(pages)).toEqual(wanted)
    expect(pages[0]?.count).toBe(wanted.length)
  })

  it.for([
    'role=1',
    'role=%7B00000000-0000-7000-8000-0000000000aa%7D',
    'status=gone',
    'sort=email',
    'lastSignIn=90',
    'kind=person&kind=api',
    'search=%00',
    `search=${'a'.repeat(101)}`,
  ])('refuses ?%s without asking the database (INP-14)', async (query, { holder }) => {
    expect((await holder.send('GET', `/api/v1/users?${query}`)).status).toBe(400)
  })
})

describe('a cursor', () => {
  const it = base.extend('next', async ({ world, tenant, holder }) => {
    const members = Array.from({ length: 60 }, (_, n) => ({ name: `Persoon ${n}` }))
    await addMembers(world, tenant, members)
    return (await holder.api.users.list()).next ?? ''
  })

  const INVALID = {
    code: 'request.invalid',
    errors: [{ path: 'query.cursor', code: 'cursor', message: 'This cursor is not ours.' }],
  }
  const ask = (caller: SignedIn, query: Record<string, string>) =>
    caller.send('GET', `/api/v1/users?${new URLSearchParams(query)}`)

  it('shows nothing of whom the page ended with', ({ next }) => {
    expect(Buffer.from(next, 'base64url').toString('latin1')).not.toContain('Persoon')
  })

  it('of another order is refused', async ({ holder, next }) => {
    for (const sort of USER_SORTS.filter((sort) => sort !== 'name')) {
      expect((await ask(holder, { sort, cursor: next })).json).toMatchObject(INVALID)
    }
  })

  it('that was changed is refused, wherever', async ({ holder, next }) => {
    for (const at of [0, 1, 3, 6, 20, next.length - 2]) {
      const changed = `${next.slice(0, at)}${next[at] === 'A' ? 'B' : 'A'}${next.slice(at + 1)}`
      const answer = await ask(holder, { cursor: changed })
      expect([answer.status, answer.json]).toEqual([400, expect.objectContaining(INVALID)])
    }
    for (const cursor of [
      'A',
      next.slice(0, -4),
      `${next}AAAA`,
      Buffer.from('{"key":"A","id":"x"}').toString('base64url'),
    ]) {
      expect((await ask(holder, { cursor })).json).toMatchObject(INVALID)
    }
  })

  it('of another organisation is refused (AZV-13)', async ({ world, next }) => {
    const other = await world.withHolder('De Boog')
    expect((await ask(other.holder, { cursor: next })).json).toMatchObject(INVALID)
  })
})
