import { expect, test } from 'vitest'
import { PRESETS, presetOf } from './presets.ts'

test('a preset is recognised, whatever the order of its parts', () => {
  expect(presetOf({ secondStep: 'none', status: 'active', kind: 'person' })).toBe('withoutSecondStep')
  expect(presetOf(PRESETS.longAbsent)).toBe('longAbsent')
})

test.each([{}, { status: 'active' } as const, { ...PRESETS.openInvitations, search: 'jan' }])(
  '%j is no preset',
  (filters) => {
    expect(presetOf(filters)).toBeUndefined()
  },
)
