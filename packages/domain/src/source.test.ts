import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { networkOf, sourceOf } from './source.ts'

describe('the source of a request', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1', '192.0.2.0/24'],
    ['::ffff:192.0.2.1', '192.0.2.1', '192.0.2.0/24'],
    ['::FFFF:c000:0201', '192.0.2.1', '192.0.2.0/24'],
    ['0:0:0:0:0:ffff:192.0.2.1', '192.0.2.1', '192.0.2.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64', '2001:db8:1::/48'],
    ['2001:0DB8:0001:0002::', '2001:db8:1:2::/64', '2001:db8:1::/48'],
    ['2001:db8::1', '2001:db8:0:0::/64', '2001:db8:0::/48'],
    ['::1', '0:0:0:0::/64', '0:0:0::/48'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64', 'fe80:0:0::/48'],
  ])('%s counts as %s, in %s', (ip, source, network) => {
    expect(sourceOf(ip)).toBe(source)
    expect(networkOf(ip)).toBe(network)
  })

  it.each([
    '',
    'unknown',
    '1.2.3',
    '1.2.3.256',
    '01.2.3.4',
    '0x7f.0.0.1',
    '1.2.3.4, 5.6.7.8',
    ':',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7:8::',
    '12345::',
    'g::',
    '[::1]',
  ])('%j is no address, and counts with all others that are none', (ip) => {
    expect(sourceOf(ip)).toBe('unknown')
  })

  it('is the same for all addresses of one /64 (RTL-09)', () => {
    const groups = (count: number) => fc.array(fc.nat({ max: 0xffff }), { minLength: count, maxLength: count })
    const spelled = (parts: number[]) => parts.map((part) => part.toString(16)).join(':')
    fc.assert(
      fc.property(groups(4), groups(4), groups(4), (network, one, other) => {
        fc.pre(network.some((group) => group !== 0))
        expect(sourceOf(spelled([...network, ...one]))).toBe(sourceOf(spelled([...network, ...other])))
        expect(networkOf(spelled([...network, ...one]))).toBe(networkOf(spelled([...network.slice(0, 3), 7, ...other])))
      }),
    )
  })
})
