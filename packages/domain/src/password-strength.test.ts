import { dictionary } from '@zxcvbn-ts/language-common'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COMMON_PASSWORDS, COMMON_WORDS } from './common-passwords.ts'
import { canonicalPassword, PASSWORD_MAX, PASSWORD_MIN } from './password.ts'
import { passwordStrength } from './password-strength.ts'

const OWNER = { email: 'jw.boer@noorderlicht.nl', name: 'Jan-Willem de Böer', tenantName: 'Zorggroep Noorderlicht' }
const NOBODY = { email: '', name: '', tenantName: '' }
const strengthOf = (password: string, owner = OWNER) => passwordStrength(password, owner, { min: PASSWORD_MIN })
const problemOf = (password: string) => strengthOf(password).problem

describe('a password that can be chosen', () => {
  it.each([
    'een paard van 3 ton in de gang',
    'correct paard batterij nietje',
    'mijn oma fietst elke dinsdag naar zee',
    'alleenkleineletterszondercijfers',
    'de boer fietst in het noorderlicht naar huis',
    'constructor bouwt bruggen',
    'zeven blauwe fietsen',
    '🦊🐢🐙🦉🌵🍉🧭🪁',
  ])('may be a passphrase without rules of composition: %j (AUT-11)', (passphrase) => {
    expect(strengthOf(passphrase)).toMatchObject({ problem: null, score: 4 })
  })

  it.each(['k7#pQz2v', 'Xk7qLm2p', 'aT4!xo9w'])('may be eight characters of chance: %j', (password) => {
    expect(strengthOf(password)).toEqual({ problem: null, score: 3, hints: [] })
  })

  it('is any five words of chance, and never refused for what it lacks (AUT-11)', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), minLength: 5, maxLength: 9 })
    fc.assert(
      fc.property(fc.array(word, { minLength: 5, maxLength: 25 }), fc.constantFrom(' ', '-', ''), (words, between) => {
        fc.pre(words.every((each) => new Set(each).size > 3))
        const passphrase = words.join(between)
        expect(strengthOf(passphrase)).toMatchObject({ problem: null, score: 4 })
      }),
    )
  })

  it('is judged by both its ends, however long it is', () => {
    expect(problemOf(`${'a'.repeat(200)}k7#pQz2vX9mT`)).toBeNull()
    expect(problemOf(`k7#pQz2vX9mT${'a'.repeat(200)}`)).toBeNull()
    expect(problemOf('a'.repeat(PASSWORD_MAX))).toBe('guessable')
    expect(problemOf('welkom'.repeat(40))).toBe('guessable')
    expect(problemOf('jw.boer'.repeat(36))).toBe('contains_own_name')
  })
})

describe('a password that guessers try', () => {
  it.each([
    ['zorgkaart2026', ['word', 'date']],
    ['Zorgkaart2026!', ['word']],
    ['welkom2026', ['word', 'date']],
    ['Welkom2026!', ['word']],
    ['Zomer2026', ['word', 'date']],
    ['zomer!26', ['word']],
    ['Herfst-2026', ['word']],
    ['2026lente', ['word', 'date']],
    ['Januari2026', ['word', 'date']],
    ['Maandag01', ['word']],
    ['Amsterdam2026!', ['word']],
    ['patientenzorg2026', ['word', 'date']],
    ['W4chtwoord!', ['word']],
    ['P@$$w0rd123', ['listed', 'sequence']],
    ['emmajansen12', ['name']],
    ['abcdefgh', ['sequence']],
    ['aaaaaaaa', ['repeat']],
    ['abcabcabc', ['repeat']],
    ['20262026', ['repeat']],
    ['éééééééé', ['repeat']],
    ['!!!!!!!!', ['repeat']],
    ['14-05-1983', ['date']],
    ['azertyuiopqsdf', ['keyboard']],
    ['noorderlichtfiets', ['own_name', 'word']],
  ])('is refused as guessable: %j, for %j (AUT-11)', (password, hints) => {
    const strength = strengthOf(password)
    expect(strength).toMatchObject({ problem: 'guessable', hints })
    expect(strength.score).toBeLessThan(3)
  })

  it.each(['password', 'Password', 'P@ssw0rd', 'drowssap', 'qwertyui', '12345678', '1qaz2wsx', 'Pannenkoek1'])(
    'is refused for the list it is on: %j (AUT-11)',
    (password) => expect(strengthOf(password)).toMatchObject({ problem: 'common', hints: ['listed'] }),
  )

  it('is refused when it is any of the eighteen thousand leaked ones that are long enough, whatever its case (AUT-11)', () => {
    const leaked = dictionary['passwords-common'].filter((password) => password.length >= PASSWORD_MIN)
    expect(leaked.length).toBeGreaterThan(17_000)
    const taken = leaked.filter((password) => strengthOf(password.toUpperCase(), NOBODY).problem !== 'common')
    expect(taken).toEqual([])
  })

  it('is refused when it is on our own list, or one of our words with a year', () => {
    for (const common of COMMON_PASSWORDS) expect(strengthOf(common, NOBODY).problem).toBe('common')
    const padded = COMMON_WORDS.map((word) => `${word}2026`.padEnd(PASSWORD_MIN, '!'))
    expect(padded.filter((password) => strengthOf(password, NOBODY).problem === null)).toEqual([])
  })

  it.each([
    ['the local part of the own address', 'jw.boer@noorderlicht.nl'],
    ['the same without its dot', 'jwboer2026'],
    ['the own name', 'Jan-Willem de Boer'],
    ['the own first name and a year', 'JanWillem26!'],
    ['the own surname twice', 'boerboer'],
    ['the name of the organisation', 'zorggroep noorderlicht'],
    ['a word of it and a year', 'Noorderlicht2026'],
  ])('is refused when it is hardly more than %s (AUT-11)', (_what, password) => {
    expect(strengthOf(password)).toEqual({ problem: 'contains_own_name', score: 0, hints: ['own_name'] })
  })

  it('is worth less to its owner than to a stranger', () => {
    expect(strengthOf('noorderlichtfiets').score).toBeLessThan(strengthOf('noorderlichtfiets', NOBODY).score)
  })
})

describe('the strength of a password', () => {
  it('is below what can be chosen when it is too short for this organisation, and says that first (AUT-10)', () => {
    expect(passwordStrength('k7#pQz2vX9m', OWNER, { min: 12 })).toEqual({ problem: 'too_short', score: 2, hints: [] })
    expect(passwordStrength('k7#pQz2vX9mT', OWNER, { min: 12 })).toMatchObject({ problem: null })
    expect(strengthOf('zomer')).toMatchObject({ problem: 'too_short', score: 0 })
    expect(strengthOf('')).toMatchObject({ problem: 'too_short', score: 0 })
  })

  it('of more than 256 characters is not looked at (AUT-10)', () => {
    expect(strengthOf('k7#pQz2v'.repeat(33))).toEqual({ problem: 'too_long', score: 0, hints: [] })
  })

  it('is the same however the keyboard composed its accents', () => {
    expect(strengthOf('ge\u0301e\u0301nbruin7')).toEqual(strengthOf(canonicalPassword('ge\u0301e\u0301nbruin7')))
  })

  // The bound is shown by what is not looked at, and not by a clock: two seconds for these when all of it is.
  it.each(['p4ssw0rd1!', '1qaz2wsx', 'zomerzon'])('is judged by both ends of a long one only: %j (AUT-10)', (piece) => {
    const end = piece.repeat(4).slice(0, 32)
    const strong = `${end}${'k7#pQz2vX9mT'.repeat(15)}${end}`
    expect(strengthOf(strong)).toEqual(strengthOf(end))
    expect(strengthOf(end).score).toBeLessThan(3)
  })

  it('is told of anything at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string(), (password, name) => {
        const { problem, score } = strengthOf(password, { ...NOBODY, name })
        expect(problem === null).toBe(score >= 3)
      }),
    )
  })

  it.each(['constructor', '__proto__', 'hasownproperty', 'valueof', 'prototype constructor'])(
    'is a number for the names that every object has: %j',
    (password) => expect(strengthOf(password).score).toBeTypeOf('number'),
  )
})

it('our lists are in the form in which they are compared', () => {
  for (const listed of [...COMMON_PASSWORDS, ...COMMON_WORDS])
    expect(listed).toBe(canonicalPassword(listed.toLowerCase()))
  for (const common of COMMON_PASSWORDS) expect(common.length).toBeGreaterThanOrEqual(PASSWORD_MIN)
  expect(new Set(COMMON_WORDS).size).toBe(COMMON_WORDS.length)
})
