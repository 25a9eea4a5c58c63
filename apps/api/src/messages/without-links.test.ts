import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutLinks } from './without-links.ts'

/** Whatever a mail client could take for an address: a scheme, a domain, a mail address, a folder on a server. */
const LINK = /\/\/|\\\\|\S@|@\S|[^\s.][.\u2024\u3002\uff0e\uff61][\p{L}\p{N}]{2}/u

describe('a name in a mail of ours', () => {
  it.each([
    ['Bank https://evil.example/pay', 'Bank https:/ /evil. example/pay'],
    ['www.evil.example', 'www. evil. example'],
    ['evil.example', 'evil. example'],
    ['attacker@evil.example', 'attacker @ evil. example'],
    ['mailto:attacker@evil.example', 'mailto:attacker @ evil. example'],
    ['\\\\evil\\share', '\\ \\evil\\share'],
    ['http:///evil', 'http:/ / /evil'],
    ['evil。example', 'evil。 example'],
    ['evil．example', 'evil． example'],
    ['evil.\u200dexample', 'evil. \u200dexample'],
    ['evil.c.om', 'evil.c. om'],
  ])('%j holds nothing to make a link of: %j (CHN-14)', (name, safe) => {
    expect(withoutLinks(name)).toBe(safe)
    expect(safe).not.toMatch(LINK)
  })

  it.each([
    ['Jan\r\nBcc: attacker', 'Jan Bcc: attacker'],
    ['Jan\u2028Piet', 'Jan Piet'],
    ['Jan \u202egnp.exe', 'Jan  gnp. exe'],
    ['Jan\u0000', 'Jan '],
  ])('%j stays on its line and turns no text around: %j (CHN-14)', (name, safe) => {
    expect(withoutLinks(name)).toBe(safe)
  })

  it.each([
    'J.A. de Wit',
    'Dr. A. Jansen (chirurgie)',
    "Sint-Jan, 't Hof",
    'Team 2.0',
    'GGZ N.V.',
    '14:05',
    'a/b',
    'Één & één',
  ])('%j is left as it is', (name) => {
    expect(withoutLinks(name)).toBe(name)
  })

  it('never holds a link, whatever it is', () => {
    const pieces = fc.constantFrom(
      'https:',
      '/',
      '\\',
      '.',
      '@',
      'evil',
      'nl',
      'a',
      '1',
      ' ',
      '\r\n',
      '\u202e',
      '。',
      'é',
      '-',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces).map((list) => list.join('')),
        ),
        (name) => {
          const safe = withoutLinks(name)
          expect(safe).not.toMatch(LINK)
          expect(withoutLinks(safe)).toBe(safe)
        },
      ),
    )
  })
})
