import { BUILT_IN_ROLES, type BuiltInRole, ROLE_RULES } from '@keyholder/domain'
import { describe, expect, it } from 'vitest'
import { mayGiveRole } from './may-give-role.ts'

const actor = (name: BuiltInRole) => ({
  role: { id: 'a', name, builtIn: name, rank: ROLE_RULES[name].rank },
  permissions: ROLE_RULES[name].permissions,
})
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
  it('is given by whoever has its rank and all of its permissions', () => {
    const own = { builtIn: null, rank: 80, permissions: ['users:read'] } as const
    expect(mayGiveRole(actor('administrator'), own)).toBe(true)
    expect(mayGiveRole(actor('administrator'), { ...own, rank: 81 })).toBe(false)
    expect(mayGiveRole(actor('administrator'), { ...own, permissions: ['audit:read'] })).toBe(false)
    expect(mayGiveRole(actor('holder'), { ...own, permissions: ['audit:read'] })).toBe(true)
  })
})
