import { describe, expect, it } from 'vitest'
import { BUILT_IN_ROLES, type BuiltInRole, ROLE_RULES } from './permissions.ts'
import { type ActedUpon, actionsOn, mayGiveRole, refusalFor, refusalForApiUser } from './user-actions.ts'

const actor = (name: BuiltInRole) => ({ membershipId: 'me', rights: ROLE_RULES[name] })
const role = (builtIn: BuiltInRole) => ({ builtIn, ...ROLE_RULES[builtIn] })

describe('a built-in role', () => {
  it.each<[BuiltInRole, BuiltInRole[]]>([
    ['holder', ['administrator', 'editor', 'reader']],
    ['administrator', ['administrator', 'editor', 'reader']],
    ['editor', ['editor', 'reader']],
    ['reader', ['reader']],
    ['api', []],
    ['operator', []],
  ])('of %s lets one give nothing that one has not (AZV-03)', (name, wanted) => {
    expect(BUILT_IN_ROLES.filter((builtIn) => mayGiveRole(actor(name), role(builtIn)))).toEqual(wanted)
  })
})

describe('a role of its own making', () => {
  it('is given by an actor with its rank and all of its permissions', () => {
    const own = { builtIn: null, rank: 80, permissions: ['users:read'] } as const
    expect(mayGiveRole(actor('administrator'), own)).toBe(true)
    expect(mayGiveRole(actor('administrator'), { ...own, rank: 81 })).toBe(false)
    expect(mayGiveRole(actor('administrator'), { ...own, permissions: ['audit:read'] })).toBe(false)
    expect(mayGiveRole(actor('holder'), { ...own, permissions: ['audit:read'] })).toBe(true)
  })
})

describe('what an actor may do to a user', () => {
  const colleague: ActedUpon = {
    id: 'other',
    kind: 'person',
    status: 'active',
    secondStep: 'linked',
    role: { builtIn: 'editor', ...ROLE_RULES.editor },
    isHolder: false,
  }
  const invited = { ...colleague, status: 'invited', secondStep: 'none' } as const
  const machine = { ...colleague, kind: 'api', secondStep: 'none', role: role('api'), scopes: ['users:read'] } as const
  const holder = { ...colleague, role: role('holder'), isHolder: true }

  it.each<[BuiltInRole, string, ActedUpon, string[]]>([
    ['holder', 'a colleague', colleague, ['change-role', 'unlink', 'end-sessions', 'deactivate']],
    [
      'holder',
      'whoever was unlinked',
      { ...colleague, secondStep: 'unlinked' },
      ['change-role', 'unlink', 'end-sessions', 'deactivate'],
    ],
    [
      'holder',
      'whoever never linked anything',
      { ...colleague, secondStep: 'none' },
      ['change-role', 'end-sessions', 'deactivate'],
    ],
    ['holder', 'whoever is invited', invited, ['change-role', 'resend-invitation', 'withdraw-invitation']],
    ['holder', 'whoever was deactivated', { ...colleague, status: 'deactivated' }, ['unlink', 'reactivate']],
    ['holder', 'an API user', machine, ['deactivate', 'send-credential-link']],
    ['holder', 'oneself', { ...holder, id: 'me' }, []],
    ['administrator', 'the package holder', holder, []],
    ['administrator', 'another administrator', { ...colleague, role: role('administrator') }, []],
    ['reader', 'a colleague', colleague, []],
  ])('as %s to %s', (name, _, user, actions) => {
    expect(actionsOn(actor(name), user)).toEqual(actions)
  })

  it('follows from the rank of an own role, as from that of a built-in one', () => {
    const own = (rank: number) => ({ ...colleague, role: { builtIn: null, rank, permissions: [] } })
    const lead = { membershipId: 'me', rights: { rank: 60, permissions: ROLE_RULES.administrator.permissions } }
    expect(refusalFor('deactivate', lead, own(59))).toBeNull()
    expect(refusalFor('deactivate', lead, own(60))).toBe('user.outranks_you')
    expect(refusalFor('unlink', actor('administrator'), own(80))).toBe('user.outranks_you')
  })

  it('is refused for users at home elsewhere and for users with nothing to unlink, where that is known', () => {
    expect(refusalFor('unlink', actor('holder'), { ...colleague, isHome: false })).toBe('user.other_home')
    expect(refusalFor('unlink', actor('holder'), { ...colleague, mayBeUnlinked: false })).toBe('authenticator.none')
    expect(refusalFor('unlink', actor('holder'), { ...colleague, secondStep: 'none', mayBeUnlinked: true })).toBeNull()
  })

  it('never lets in again with a right that the actor does not have', () => {
    const auditor = {
      ...colleague,
      status: 'deactivated',
      role: { builtIn: null, rank: 30, permissions: ['audit:read'] },
    } as const
    expect(refusalFor('reactivate', actor('administrator'), auditor)).toBe('role.not_givable')
    expect(refusalFor('reactivate', actor('holder'), auditor)).toBeNull()
    const scopes = ['audit:read'] as const
    expect(refusalFor('send-credential-link', actor('administrator'), { ...machine, scopes })).toBe(
      'scope.not_grantable',
    )
  })
})

describe('an API user', () => {
  const scopes = ['users:read'] as const
  it('is made by an actor with its scopes, in a package that may have more users', () => {
    expect(refusalForApiUser(actor('administrator'), { packageKind: 'institution', scopes })).toBeNull()
    expect(refusalForApiUser(actor('administrator'), { packageKind: 'entry', scopes })).toBe('package.has_no_users')
    expect(refusalForApiUser(actor('reader'), { packageKind: 'institution', scopes })).toBe('scope.not_grantable')
  })
})
