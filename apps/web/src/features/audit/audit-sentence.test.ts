import { AUDIT_ACTIONS, AUDIT_OUTCOMES } from '@keyholder/domain'
import { createTranslator } from 'use-intl'
import { describe, expect, test } from 'vitest'
import { inside as english } from '../../messages/en/inside.ts'
import { inside as dutch } from '../../messages/nl/inside.ts'
import { auditSentence } from './audit-sentence.ts'

const nl = createTranslator({ locale: 'nl-NL', messages: dutch, namespace: 'audit' })
const en = createTranslator({ locale: 'en-GB', messages: { ...dutch, ...asDutch(english) }, namespace: 'audit' })

const id = '0190b5f2-6c1e-7c3a-9d5e-000000000001'
const fatima = { id, name: 'Fatima el Amrani', role: 'Pakkethouder', factors: 'authenticator' }
const jan = { id, kind: 'user', name: 'Jan de Vries' } as const
const phone = { id, kind: 'authenticator', name: 'Werktelefoon' } as const
const unknown = { id: null, kind: 'email', name: 'mZk1' } as const

test.each([
  [
    'authenticator.unlinked',
    'success',
    fatima,
    jan,
    'Fatima el Amrani heeft de tweede stap van Jan de Vries ontkoppeld',
  ],
  [
    'authenticator.unlinked',
    'denied',
    fatima,
    jan,
    'Fatima el Amrani wilde de tweede stap van Jan de Vries ontkoppelen, maar mocht dat niet',
  ],
  [
    'authenticator.linked',
    'success',
    fatima,
    phone,
    'Fatima el Amrani heeft een authenticator-app gekoppeld: Werktelefoon',
  ],
  ['sign-in.password', 'failure', null, jan, 'Iemand wilde inloggen als Jan de Vries, maar dat lukte niet'],
  [
    'sign-in.password',
    'failure',
    null,
    unknown,
    'Iemand wilde inloggen met een e-mailadres dat niet bekend is, maar dat lukte niet',
  ],
  ['sign-in.password', 'denied', fatima, null, 'Fatima el Amrani wilde inloggen, maar mocht dat niet'],
  ['sign-in.completed', 'success', fatima, null, 'Fatima el Amrani heeft ingelogd'],
  [
    'password.reset-asked',
    'success',
    null,
    jan,
    'Iemand heeft een link gevraagd voor een nieuw wachtwoord van Jan de Vries',
  ],
  [
    'user.invitation-resent',
    'success',
    null,
    jan,
    'Iemand heeft met een verlopen link een nieuwe uitnodiging voor Jan de Vries gevraagd',
  ],
  ['user.invited', 'denied', fatima, null, 'Fatima el Amrani wilde een gebruiker uitnodigen, maar mocht dat niet'],
  ['session.ended', 'success', fatima, null, 'Fatima el Amrani heeft alle andere eigen sessies beëindigd'],
  [
    'session.ended',
    'success',
    fatima,
    { id, kind: 'session', name: null },
    'Fatima el Amrani heeft een eigen sessie beëindigd',
  ],
  [
    'token.refused',
    'failure',
    null,
    { id: null, kind: 'client', name: 'x' },
    'Een onbekend programma vroeg toegang tot de API, maar dat lukte niet',
  ],
  [
    'token.issued',
    'success',
    { ...fatima, name: 'Dossiersysteem' },
    { ...jan, name: 'Dossiersysteem' },
    'API-gebruiker Dossiersysteem kreeg toegang tot de API',
  ],
  ['user.deactivated', 'success', { ...fatima, name: 'élise' }, jan, 'Élise heeft Jan de Vries gedeactiveerd'],
] as const)('%s (%s) by %j on %j reads as a sentence', (action, outcome, actor, object, sentence) => {
  expect(auditSentence({ action, outcome, actor, object }, nl)).toBe(sentence)
})

test.each([
  [{ action: 'sign-in.second-factor', after: { secondFactor: 'sms' } }, '… heeft de goede code uit de sms ingevuld'],
  [{ action: 'sign-in.second-factor', after: { secondFactor: 'odd' } }, '… heeft de tweede stap gedaan'],
  [{ action: 'sign-in.second-factor' }, '… heeft de tweede stap gedaan'],
  [
    { action: 'sign-in.second-factor', outcome: 'failure', after: { secondFactor: 'recovery-code' } },
    '… wilde de herstelcode gebruiken voor de tweede stap, maar dat lukte niet',
  ],
  [{ action: 'code.sent', after: { secondFactor: 'email' } }, '… heeft een code per e-mail gevraagd'],
  [{ action: 'code.sent', after: { secondFactor: 'passkey' } }, '… heeft een code gevraagd'],
  [
    { action: 'session.ended', reason: 'session.too_many', object: { id, kind: 'session', name: null } },
    'De oudste sessie van een gebruiker is beëindigd, omdat er te veel waren',
  ],
  [{ action: 'sms.switched-off', reason: 'smsOverall' }, 'Sms is uit zichzelf uitgezet, omdat een grens was bereikt'],
  [{ action: 'sms.switched-off', reason: 'operator' }, '… heeft sms uitgezet'],
] as const)('%j is told by what was stored with it', (event, sentence) => {
  const happened = { outcome: 'success', actor: fatima, object: null, ...event } as const
  expect(auditSentence(happened, nl)).toBe(sentence.replace('…', fatima.name))
})

test('the same in English', () => {
  expect(auditSentence({ action: 'authenticator.unlinked', outcome: 'success', actor: fatima, object: jan }, en)).toBe(
    'Fatima el Amrani unlinked the second step of Jan de Vries',
  )
})

const everyCase = AUDIT_ACTIONS.flatMap((action) => AUDIT_OUTCOMES.map((outcome) => [action, outcome] as const))

describe.each([
  ['Dutch', nl],
  ['English', en],
] as const)('in %s', (_, t) => {
  test.each(everyCase)('%s (%s) has a sentence for every actor', (action, outcome) => {
    for (const actor of [fatima, null]) {
      for (const object of [jan, phone, unknown, null]) {
        const sentence = auditSentence({ action, outcome, actor, object }, t)
        expect(sentence).toMatch(/^\p{Lu}/u)
        expect(sentence).not.toMatch(/[{}]|undefined|null|audit\./)
      }
    }
  })
})

test('a name with signs of the text format stays as it is', () => {
  const actor = { ...fatima, name: "{O'Brien} <b>" }
  expect(auditSentence({ action: 'sign-in.completed', outcome: 'success', actor, object: null }, nl)).toBe(
    "{O'Brien} <b> heeft ingelogd",
  )
})

// The English texts are other strings than the Dutch ones that the types name: messages.test.ts holds them against each other.
function asDutch(texts: object): Partial<typeof dutch> {
  return texts
}
