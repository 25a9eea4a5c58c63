import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COMMON_PASSWORDS, COMMON_WORDS } from './common-passwords.ts'
import { canonicalPassword, PASSWORD_MAX, PASSWORD_MIN, passwordProblem } from './password.ts'

const OWNER = { email: 'jw.boer@noorderlicht.nl', name: 'Jan-Willem de Böer', tenantName: 'Zorggroep Noorderlicht' }
const problemOf = (password: string) => passwordProblem(password, OWNER)

describe('a password', () => {
  it('has at least 8 characters and at most 256, as people count them (AUT-10)', () => {
    expect(problemOf('k7#pQz2')).toBe('too_short')
    expect(problemOf('k7#pQz2v')).toBeNull()
    expect(problemOf('🦊🐢🐙🦉🌵🍉🧭')).toBe('too_short')
    expect(problemOf('🦊🐢🐙🦉🌵🍉🧭🪁')).toBeNull()
    expect(problemOf('k7#pQz2v'.repeat(32))).toBeNull()
    expect(problemOf(`${'k7#pQz2v'.repeat(32)}x`)).toBe('too_long')
  })

  it('is the same whichever way the keyboard wrote its accents, and keeps its spaces', () => {
    expect(canonicalPassword(' cafe\u0301 ')).toBe(' caf\u00e9 ')
    expect(problemOf('e\u0301e\u0301e\u0301e\u0301')).toBe('too_short')
  })

  it.each([
    'een paard van 3 ton in de gang',
    'correct paard batterij nietje',
    'mijn oma fietst elke dinsdag naar zee',
    'alleenkleineletterszondercijfers',
  ])('may be a passphrase without rules of composition: %j (AUT-11)', (passphrase) => {
    expect(problemOf(passphrase)).toBeNull()
  })

  it('is never refused for what it lacks, when it is long and of random words (AUT-11)', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), minLength: 5, maxLength: 9 })
    fc.assert(
      fc.property(fc.array(word, { minLength: 5, maxLength: 9 }), (words) => {
        fc.pre(new Set(words.join('')).size > 6)
        expect(problemOf(words.join(' '))).toBeNull()
      }),
    )
  })

  it.each([
    'zorgkaart2026',
    'Zorgkaart2026!',
    'welkom2026',
    'Welkom2026!',
    'Zomer2026',
    'zomer!26',
    'Herfst-2026',
    '2026lente',
    'Januari2026',
    'Maandag01',
    'password',
    'P@ssw0rd',
    'P@$$w0rd123',
    'W4chtwoord!',
    'wachtwoord',
    'Qwerty123456',
    'qwertyui',
    'Azertyuiop',
    '12345678',
    '87654321',
    '1234567890',
    'abcdefgh',
    'aaaaaaaa',
    'abcabcabc',
    '20262026',
    '!!!!!!!!',
    '1qaz2wsx',
    'Feyenoord1908',
  ])('that everybody guesses is refused: %j (AUT-11)', (password) => {
    expect(problemOf(password)).toBe('common')
  })

  it.each([
    ['the local part of the own address', 'jw.boer@noorderlicht.nl'],
    ['the same without its dot', 'jwboer2026'],
    ['the own name', 'Jan-Willem de Boer'],
    ['the own first name and a year', 'JanWillem26!'],
    ['the own surname twice', 'boerboer'],
    ['the name of the organisation', 'zorggroep noorderlicht'],
    ['a word of it and a year', 'Noorderlicht2026'],
  ])('that is hardly more than %s is refused (AUT-11)', (_what, password) => {
    expect(problemOf(password)).toBe('contains_own_name')
  })

  it('may have the own name in it, as one word among others', () => {
    expect(problemOf('de boer fietst in het noorderlicht naar huis')).toBeNull()
  })

  it('is judged without an owner too, and whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string(), (password, name) => {
        passwordProblem(password, { email: '', name, tenantName: '' })
      }),
    )
  })

  it('list has three hundred that are long enough, in the form in which they are compared', () => {
    expect(COMMON_PASSWORDS.size).toBeGreaterThanOrEqual(300)
    for (const common of COMMON_PASSWORDS) {
      expect(common.length).toBeGreaterThanOrEqual(PASSWORD_MIN)
      expect(common.length).toBeLessThanOrEqual(PASSWORD_MAX)
      expect(common).toBe(canonicalPassword(common.toLowerCase()))
      expect(passwordProblem(common, { email: '', name: '', tenantName: '' })).toBe('common')
    }
    for (const word of COMMON_WORDS) {
      expect(passwordProblem(`${word}2026!`.padEnd(PASSWORD_MIN, '!'), { email: '', name: '', tenantName: '' })).toBe(
        'common',
      )
    }
  })
})
