import { describe, expect, it } from 'vitest'
import { readPhone } from './read-phone.ts'

const countries = ['NL', 'BE', 'DE'] as const

describe('a phone number', () => {
  it.each([
    ['06 12345678', '+31612345678', 'NL'],
    ['06-12 34 56 78', '+31612345678', 'NL'],
    ['06‑12345678', '+31612345678', 'NL'],
    ['612345678', '+31612345678', 'NL'],
    ['+31612345678', '+31612345678', 'NL'],
    ['+31 (0)6 1234 5678', '+31612345678', 'NL'],
    ['0031 6 12345678', '+31612345678', 'NL'],
    ['\u202a+31 6 12345678\u202c', '+31612345678', 'NL'],
    ['  06.12.34.56.78 ', '+31612345678', 'NL'],
    ['+32 470 12 34 56', '+32470123456', 'BE'],
    ['0032470123456', '+32470123456', 'BE'],
    ['+49 151 23456789', '+4915123456789', 'DE'],
    ['0049 (0)171 1234567', '+491711234567', 'DE'],
  ] as const)('%s is read as %s', (input, phone, country) => {
    expect(readPhone(input, { countries })).toEqual({ phone, country, ending: phone.slice(-2) })
  })

  it('is understood in the national spelling of the first country', () => {
    expect(readPhone('0470 12 34 56', { countries: ['BE', 'NL'] })).toMatchObject({ phone: '+32470123456' })
    expect(readPhone('0470 12 34 56', { countries })).toEqual({ problem: 'not_a_number' })
    // Elsewhere one dials 011 for abroad; people here write 00.
    expect(readPhone('00 31 6 12345678', { countries: ['US', 'NL'] })).toMatchObject({ country: 'NL' })
  })

  it.each([
    '',
    '   ',
    '0',
    '112',
    '+31 6 1234567',
    '06 123456789',
    '06 66',
    'zes-een-twee',
    '0800-FLOWERS',
    '06 12345678 ext. 5',
    '06 12345678 / 06 87654321',
    '(06 12345678) 5',
    'tel:+31612345678;phone-context=evil',
    '0612345678,0687654321',
    '+31612345678\u0000',
    `+31612345678${'0'.repeat(40)}`,
    `${' '.repeat(20)}0612345678${'-'.repeat(40)}`,
  ])('%j is no number', (input) => {
    expect(readPhone(input, { countries })).toEqual({ problem: 'not_a_number' })
  })
})

describe('a premium number', () => {
  it.each([
    ['+882, an international network', '+882 16 12345678'],
    ['+883, an international network', '+883 5100 012345'],
    ['+979, premium and international', '+979 123456789'],
    ['Globalstar, a satellite', '+8816 12345678'],
    ['Inmarsat, a satellite', '+870 773 111 632'],
    ['+1-900, premium', '+1 900 555 1234'],
    ['+44-70, personal', '+44 70 1234 5678'],
    ['+800, free and international', '+800 12345678'],
    ['a mobile of a country that is not on the list', '+44 7912 345678'],
    ['the Isle of Man behind +44', '+44 7624 123456'],
    ['Gibraltar', '+350 54012345'],
    ['the Caribbean behind +1', '+1 242 359 1234'],
  ])('is of no country on the list: %s (CHN-06)', (_, input) => {
    expect(readPhone(input, { countries })).toEqual({ problem: 'country' })
    expect(readPhone(input.replace('+', '00'), { countries })).toEqual({ problem: 'country' })
  })

  it.each([
    ['0900', '0900 1234'],
    ['0900, long', '+31 900 1234567'],
    ['0906', '0906 1234'],
    ['0800', '0800 1234'],
    ['084', '084 1234567'],
    ['085', '085 1234567'],
    ['087', '087 1234567'],
    ['088', '088 1234567'],
    ['a fixed line', '020 1234567'],
    ['a pager', '066 1234567'],
    ['a machine (097)', '097 012345678'],
    ['Belgian premium', '+32 900 12345'],
    ['a Belgian 078', '+32 78 15 00 00'],
    ['a German personal number', '+49 700 12345678'],
    ['German premium', '+49 900 1234567'],
    ['a German pager', '+49 164 1234567'],
    ['a German shared-cost number', '+49 1805 123456'],
  ])('is no mobile number, inside an allowed country too: %s (CHN-06)', (_, input) => {
    expect(readPhone(input, { countries })).toEqual({ problem: 'not_mobile' })
  })

  it.each([
    ['+44 70, personal', '+44 70 1234 5678'],
    ['+44 76, a pager', '+44 7600 123456'],
    ['+1-900, premium', '+1 900 555 1234'],
  ])('is refused where its country is allowed: %s (CHN-06)', (_, input) => {
    const allowed = { countries: ['NL', 'GB', 'US'] as const }
    expect(readPhone(input, allowed)).toEqual({ problem: expect.stringMatching(/^(not_mobile|country)$/) })
  })

  it('goes nowhere when no country is allowed', () => {
    expect(readPhone('+31612345678', { countries: [] })).toEqual({ problem: 'country' })
  })
})

it('a mobile number of a country that does not tell mobile from fixed is taken where that country is allowed', () => {
  expect(readPhone('+1 202 555 0123', { countries: ['US'] })).toMatchObject({ country: 'US', ending: '23' })
})
