import { expect, test } from 'vitest'
import { changesOf } from './changes-of.ts'

test.each([
  [null, null, []],
  [{ role: 'Lezer' }, { role: 'Beheerder' }, [{ field: 'role', was: 'Lezer', is: 'Beheerder' }]],
  [{ name: 'Jan', language: 'nl' }, { name: 'Jan', language: 'en' }, [{ field: 'language', was: 'nl', is: 'en' }]],
  [null, { email: 'jan@example.nl' }, [{ field: 'email', was: null, is: 'jan@example.nl' }]],
  [{ email: 'jan@example.nl' }, null, [{ field: 'email', was: 'jan@example.nl', is: null }]],
  [
    { status: 'active' },
    { status: 'deactivated', endedSessions: '2' },
    [
      { field: 'status', was: 'active', is: 'deactivated' },
      { field: 'endedSessions', was: null, is: '2' },
    ],
  ],
])('from %j to %j', (before, after, changes) => {
  expect(changesOf(before, after)).toEqual(changes)
})
