import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseEmailAddress } from './email-address.ts'

describe('an e-mail address', () => {
  it.each([
    ['jan@zorg.nl', 'jan@zorg.nl'],
    ['  Jan.de.Vries+Keyholder@Zorg-Groep.NL ', 'jan.de.vries+keyholder@zorg-groep.nl'],
    ["o'neill@zorg.nl", "o'neill@zorg.nl"],
    ['a@b.co', 'a@b.co'],
    ['jan@afdeling.3e-lijn.zorg.nl', 'jan@afdeling.3e-lijn.zorg.nl'],
    ['jan@xn--brgerhaus-q9a.de', 'jan@xn--brgerhaus-q9a.de'],
    [`${'a'.repeat(64)}@zorg.nl`, `${'a'.repeat(64)}@zorg.nl`],
  ])('%j is stored and delivered as %j', (input, stored) => {
    expect(parseEmailAddress(input)).toBe(stored)
  })

  it.each([
    ['a quoted local part', '"a@evil.example x"@target.nl'],
    ['a quoted local part without spaces', '"jan"@zorg.nl'],
    ['a comment', 'jan(comment)@zorg.nl'],
    ['a comment in the domain', 'jan@zorg.nl(comment)'],
    ['an IP literal', 'jan@[192.0.2.1]'],
    ['an IPv6 literal', 'jan@[IPv6:2001:db8::1]'],
    ['a bare IP address', 'jan@192.0.2.1'],
    ['two @', 'jan@zorg.nl@evil.example'],
    ['a display name', 'Jan <jan@zorg.nl>'],
    ['a route', '@evil.example:jan@zorg.nl'],
    ['a percent route', 'jan%evil.example@zorg.nl'],
    ['a bang route', 'evil.example!jan@zorg.nl'],
  ])('with %s is refused (CHN-15)', (_what, input) => {
    expect(parseEmailAddress(input)).toBeNull()
  })

  it.each([
    ['a list by comma', 'victim@x.nl,attacker@y.nl'],
    ['a list by semicolon', 'victim@x.nl;attacker@y.nl'],
    ['an encoded line end', 'victim@x.nl%0acc:a@y.nl'],
    ['a line end', 'victim@x.nl\ncc:a@y.nl'],
    ['a carriage return at the end', 'victim@x.nl\r'],
    ['NUL', 'victim@x.nl\u0000'],
    ['a space inside', 'victim@x.nl attacker@y.nl'],
  ])('with %s is refused: never more than one recipient (CHN-11)', (_what, input) => {
    expect(parseEmailAddress(input)).toBeNull()
  })

  it.each([
    ['nothing', ''],
    ['no domain', 'jan@'],
    ['no local part', '@zorg.nl'],
    ['no dot in the domain', 'jan@localhost'],
    ['a dot at the start', '.jan@zorg.nl'],
    ['two dots', 'jan..vries@zorg.nl'],
    ['a dot at the end', 'jan.@zorg.nl'],
    ['a dot after the domain', 'jan@zorg.nl.'],
    ['an empty label', 'jan@zorg..nl'],
    ['a hyphen at the start of a label', 'jan@-zorg.nl'],
    ['a hyphen at the end of a label', 'jan@zorg-.nl'],
    ['an underscore in the domain', 'jan@zorg_groep.nl'],
    ['a local part of 65', `${'a'.repeat(65)}@zorg.nl`],
    ['a label of 64', `jan@${'a'.repeat(64)}.nl`],
    ['255 characters', `jan@${'a.'.repeat(125)}n`],
    ['letters outside ASCII', 'jän@zorg.nl'],
    ['an internationalised domain', 'jan@bürgerhaus.de'],
    ['the Kelvin sign, which lower-cases to k', '\u212ees@zorg.nl'],
    ['a full-width @', 'jan＠zorg.nl'],
  ])('with %s is refused', (_what, input) => {
    expect(parseEmailAddress(input)).toBeNull()
  })

  it('has one stored form: parsing it again changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string(), fc.string({ unit: 'binary' })), (input) => {
        const stored = parseEmailAddress(input)
        if (stored === null) return
        expect(parseEmailAddress(stored)).toBe(stored)
        expect(parseEmailAddress(stored.toUpperCase())).toBe(stored)
        expect(stored).toMatch(/^[\x21-\x7e]+$/)
      }),
    )
  })
})
