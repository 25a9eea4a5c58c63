import { ROLE_RULES } from '@keyholder/domain'
import { expect, test } from 'vitest'
import { offeredActions } from './offered-actions.ts'

const { rank, permissions } = ROLE_RULES.holder
const holder = { membershipId: 'me', role: { rank }, permissions: [...permissions] }
const machine = {
  id: 'other',
  kind: 'api',
  status: 'active',
  secondStep: 'none',
  role: { builtIn: 'api', rank: ROLE_RULES.api.rank },
  isHolder: false,
} as const

test('the list offers what the rules allow, but for the link that is sent from the page of the API user', () => {
  expect(offeredActions(holder, machine)).toEqual(['deactivate'])
})
