import { contracts, type Definition, WHY_REASONS } from '@keyholder/contracts'
import { AUDIT_ACTIONS, EVENT_REASONS, PROBLEMS, UNLINK_REASONS } from '@keyholder/domain'
import { createTranslator } from 'use-intl'
import { expect, test } from 'vitest'
import { inside } from '../../messages/nl/inside.ts'
import { actionChoices, fieldText, objectText, reasonText, valueText } from './audit-words.ts'

const t = createTranslator({ locale: 'nl-NL', messages: inside, namespace: 'audit' })

test('every action can be chosen, once', () => {
  const offered = actionChoices(t).flatMap(({ items }) => items.map(({ value }) => value))
  expect(offered.toSorted()).toEqual(AUDIT_ACTIONS.toSorted())
})

// What is not allowed is recorded with the code of the problem as its reason.
const endpoints: Definition[] = Object.values(contracts).flatMap((capability) => Object.values(capability))
const denials = endpoints
  .filter(({ records = [] }) => records.length > 0)
  .flatMap(({ fails = [] }) => fails.filter((code) => PROBLEMS[code].status === 403))

test.each([...new Set<string>([...denials, ...UNLINK_REASONS, ...EVENT_REASONS, 'code.wrong'])])(
  'the reason %s has words',
  (reason) => {
    expect(reasonText(reason, t)).toMatch(/^\p{Lu}.*\p{L}\.?$/u)
  },
)

test('a reason that is not known is given as it was stored', () => {
  expect(reasonText('constructor', t)).toBe('constructor')
})

test.each([
  ['role', 'Lezer', 'Rol', 'Lezer'],
  ['status', 'deactivated', 'Status', 'Gedeactiveerd'],
  ['language', 'en', 'Taal', 'Engels'],
  ['secondFactor', 'authenticator', 'Tweede stap', 'Authenticator-app'],
  ['secondFactor', 'recovery-code', 'Tweede stap', 'Herstelcode'],
  ['method', 'passkey', 'Inloggen begint met', 'Passkey'],
  ['allowed', 'authenticator, sms, odd', 'Toegestaan', 'Authenticator-app, Sms, odd'],
  ['phasedOut', '', 'Straks niet meer toegestaan', 'niets'],
  ['passkeyAlone', 'yes', 'Inloggen met alleen een passkey', 'Ja'],
  ['passkeyAlone', 'no', 'Inloggen met alleen een passkey', 'Nee'],
  ['idleMinutes', '30', 'Uitloggen na minuten niets doen', '30'],
  ['reason', 'clock', 'Reden', 'Klok van de telefoon loopt niet gelijk'],
  ['action', 'user.invited', 'Filter: wat er gebeurde', 'Uitgenodigd'],
  ['search', 'yes', 'Met een zoekwoord', 'Ja'],
  ['status', 'odd', 'Status', 'odd'],
] as const)('%s %s is read as %s: %s', (field, value, term, words) => {
  expect([fieldText(field, t), valueText(field, value, t)]).toEqual([term, words])
})

test.each(WHY_REASONS)('says in words why a user could not sign in: %s', (reason) => {
  expect(valueText('reason', reason, t)).not.toBe(reason)
})

test.each([
  [{ id: null, kind: 'user', name: 'Jan de Vries' }, 'Jan de Vries (Gebruiker)'],
  [{ id: null, kind: 'session', name: null }, 'Sessie'],
  [{ id: null, kind: 'email', name: 'mZk1' }, 'Onbekend e-mailadres, onleesbaar bewaard'],
] as const)('%j is about %s', (object, words) => {
  expect(objectText(object, t)).toBe(words)
})
