import { ROLE_RULES } from '@keyholder/domain'
import { describe, expect, test } from 'vitest'
import { offeredActions } from './offered-actions.ts'

const holder = signedIn('holder')
const administrator = signedIn('administrator')

function signedIn(builtIn: 'holder' | 'administrator' | 'reader') {
  return { membershipId: 'me', role: { name: '', builtIn }, permissions: [...ROLE_RULES[builtIn].permissions] }
}

const colleague = {
  id: 'other',
  kind: 'person',
  status: 'active',
  secondStep: 'linked',
  role: { id: 'r', name: 'Redacteur', builtIn: 'editor' },
  isHolder: false,
} as const
const asAdministrator = { id: 'r', name: 'Beheerder', builtIn: 'administrator' } as const
const asHolder = { id: 'r', name: 'Pakkethouder', builtIn: 'holder' } as const

describe('what is offered in the list', () => {
  test.each([
    ['a colleague with a linked app', colleague, ['change-role', 'unlink', 'end-sessions', 'deactivate']],
    [
      'one whose app was unlinked',
      { ...colleague, secondStep: 'unlinked' },
      ['change-role', 'unlink', 'end-sessions', 'deactivate'],
    ],
    ['one without an app', { ...colleague, secondStep: 'none' }, ['change-role', 'end-sessions', 'deactivate']],
    [
      'one who is invited',
      { ...colleague, status: 'invited', secondStep: 'none' },
      ['change-role', 'resend-invitation', 'withdraw-invitation'],
    ],
    ['one who was deactivated', { ...colleague, status: 'deactivated' }, ['unlink', 'reactivate']],
    [
      'an administrator',
      { ...colleague, role: asAdministrator },
      ['change-role', 'unlink', 'end-sessions', 'deactivate'],
    ],
    [
      'an API user',
      { ...colleague, kind: 'api', secondStep: 'none', role: { ...asHolder, builtIn: 'api' } },
      ['deactivate'],
    ],
    ['oneself', { ...colleague, id: 'me', role: asHolder, isHolder: true }, []],
  ] as const)('to the package holder for %s', (_, row, actions) => {
    expect(offeredActions(holder, row)).toEqual(actions)
  })

  test.each([
    ['the package holder', { ...colleague, role: asHolder, isHolder: true }, []],
    ['another administrator', { ...colleague, role: asAdministrator }, []],
    ['an editor', colleague, ['change-role', 'unlink', 'end-sessions', 'deactivate']],
  ] as const)('to an administrator for %s', (_, row, actions) => {
    expect(offeredActions(administrator, row)).toEqual(actions)
  })

  test('a role of the organisation itself is left to the server', () => {
    const row = { ...colleague, role: { id: 'r', name: 'Kwaliteit', builtIn: null } }
    expect(offeredActions(administrator, row)).toContain('unlink')
  })

  test('who has no permission is offered nothing', () => {
    expect(offeredActions(signedIn('reader'), colleague)).toEqual([])
  })
})
