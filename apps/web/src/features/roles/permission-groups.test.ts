import { PERMISSIONS } from '@keyholder/domain'
import { expect, test } from 'vitest'
import { PERMISSION_GROUPS } from './permission-groups.ts'

test('every permission of an organisation is in exactly one group', () => {
  const grouped = PERMISSION_GROUPS.flatMap(({ permissions }) => [...permissions])
  expect([...grouped].sort()).toEqual(PERMISSIONS.filter((permission) => !permission.startsWith('platform:')).sort())
})
