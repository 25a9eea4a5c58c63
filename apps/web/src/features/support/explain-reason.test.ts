import { WHY_REASONS } from '@keyholder/contracts'
import { createTranslator } from 'use-intl'
import { expect, test } from 'vitest'
import { formats } from '../../messages/formats.ts'
import { support } from '../../messages/nl/support.ts'
import { explainReason, type Found, minutesOff } from './explain-reason.ts'

const t = createTranslator({ locale: 'nl-NL', messages: { support }, namespace: 'support', formats, timeZone: 'UTC' })

const nothing: Found = {
  userId: '0190b5f2-6c1e-7c3a-9d5e-000000000001',
  name: 'Jan de Vries',
  madeAt: '2026-11-22T12:00:00.000Z',
  reason: 'none',
  at: null,
  by: null,
  offSeconds: null,
}
const everything = { at: '2026-11-21T13:05:00.000Z', by: 'Fatima el Amrani', offSeconds: -130 }

function told(found: Found): string {
  const { reason, advice } = explainReason(found)
  const { name, by, at, offSeconds } = found
  const known = { name, by: by ?? '{by}', at: at ? new Date(at) : new Date(0), minutes: minutesOff(offSeconds) }
  return `${t(`reason.${reason}`, known)} ${t(`advice.${advice}`, known)}`
}

test.each(WHY_REASONS)('%s is explained with what is known, without guesses', (reason) => {
  const full = told({ ...nothing, ...everything, reason })
  const bare = told({ ...nothing, reason })
  for (const sentence of [full, bare]) expect(sentence).not.toMatch(/[{}]|1970|support\./)
})

test('says who did what and when, where it is known', () => {
  expect(told({ ...nothing, ...everything, reason: 'deactivated' })).toContain(
    'Jan de Vries is gedeactiveerd door Fatima el Amrani, op 21 november 2026 om 13:05.',
  )
})

test.each([
  [-130, 'loopt 2 minuten achter'],
  [130, 'loopt 2 minuten voor'],
  [-20, 'loopt 1 minuut achter'],
  [null, 'loopt 1 minuut voor'],
])('a clock that is %s seconds off %s', (offSeconds, words) => {
  expect(told({ ...nothing, reason: 'clock', offSeconds })).toContain(words)
})
