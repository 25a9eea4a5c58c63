import { expect, test } from 'vitest'
import { PRESET_NAMES, PRESETS, presetOf } from './presets.ts'

test.each(PRESET_NAMES)('%s is known by its filters', (name) => {
  expect(presetOf(PRESETS[name])).toBe(name)
})

test.each([{}, { outcome: 'failure', search: 'jan' }, { outcome: 'success' }] as const)(
  '%j is no preset',
  (filters) => {
    expect(presetOf(filters)).toBeUndefined()
  },
)
