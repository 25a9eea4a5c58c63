import { setImmediate as aMoment } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { HashQueueFull } from '../../platform/password-hash.ts'
import { requireStrong } from './choose-password.ts'

const OWNER = { email: 'jw.boer@noorderlicht.nl', name: 'Jan-Willem de Boer', tenantName: 'De Linde', passwordMin: 8 }

it.each([
  ['k7#pQz2', 'too_short'],
  ['x'.repeat(257), 'too_long'],
  ['de linde 2026', 'contains_own_name'],
  ['jw.boer1', 'contains_own_name'],
  ['iloveyou', 'common'],
  ['zorgkaart2026', 'guessable'],
])('a new password is refused with the reason: %j, %s (AUT-11)', async (password, reason) => {
  await expect(requireStrong(password, OWNER)).rejects.toMatchObject({ code: 'password.weak', details: { reason } })
})

it('a new password is as long as the organisation wants', async () => {
  const weak = { code: 'password.weak', details: { reason: 'too_short' } }
  await expect(requireStrong('k7#pQz2vX9m', { ...OWNER, passwordMin: 12 })).rejects.toMatchObject(weak)
  await expect(requireStrong('k7#pQz2vX9m', OWNER)).resolves.toBeUndefined()
})

it('a flood of new passwords lets others in between, and is refused beyond a short queue (AUT-10)', async () => {
  let open = 100
  const done = () => {
    open -= 1
  }
  const flood = Array.from({ length: 100 }, () => requireStrong('acht groene tandems', OWNER).finally(done))
  const outcomes = Promise.allSettled(flood)
  let turns = 0
  while (open > 0) {
    await aMoment()
    turns += 1
  }
  const refusals = (await outcomes).flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
  expect(refusals).toHaveLength(35)
  for (const refusal of refusals) expect(refusal).toBeInstanceOf(HashQueueFull)
  // As many turns for everybody else as there were passwords judged.
  expect(turns).toBeGreaterThanOrEqual(65)
})
