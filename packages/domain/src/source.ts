/**
 * Who a request counts as: an IPv4 address is itself (also when written as IPv6), an IPv6 address is its /64, since
 * one connection at home has all 2⁶⁴ of them (RTL-09). What is no address is `unknown`, and all of that is one source.
 */
export function sourceOf(ip: string): string {
  return prefixOf(ip, { ipv4Bytes: 4, ipv6Groups: 4 })
}

/** The wider network a source is in: IPv4 /24, IPv6 /48. */
export function networkOf(ip: string): string {
  return prefixOf(ip, { ipv4Bytes: 3, ipv6Groups: 3 })
}

function prefixOf(ip: string, { ipv4Bytes, ipv6Groups }: { ipv4Bytes: number; ipv6Groups: number }): string {
  const ipv4 = readIpv4(ip)
  if (ipv4) return ipv4Prefix(ipv4, ipv4Bytes)
  const groups = readIpv6(ip)
  if (!groups) return 'unknown'
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff
  if (mapped)
    return ipv4Prefix(
      groups.slice(6).flatMap((group) => [group >> 8, group & 255]),
      ipv4Bytes,
    )
  const prefix = groups.slice(0, ipv6Groups).map((group) => group.toString(16))
  return `${prefix.join(':')}::/${ipv6Groups * 16}`
}

function ipv4Prefix(bytes: number[], count: number): string {
  if (count === 4) return bytes.join('.')
  return `${bytes.map((byte, index) => (index < count ? byte : 0)).join('.')}/${count * 8}`
}

/** The four bytes; null for other spellings (octal, hexadecimal, fewer parts), which no socket reports. */
function readIpv4(text: string): number[] | null {
  const parts = text.split('.')
  const plain = parts.length === 4 && parts.every((part) => /^(0|[1-9][0-9]{0,2})$/.test(part) && Number(part) < 256)
  return plain ? parts.map(Number) : null
}

/** The eight groups of RFC 4291 §2.2, in any of its spellings, with or without a zone (`%eth0`); null otherwise. */
function readIpv6(text: string): number[] | null {
  const halves = (text.split('%')[0] ?? '').split('::').map(readGroups)
  const [head, tail] = halves
  if (!head || halves.length > 2 || halves.includes(null)) return null
  if (!tail) return head.length === 8 ? head : null
  const missing = 8 - head.length - tail.length
  return missing > 0 ? [...head, ...Array<number>(missing).fill(0), ...tail] : null
}

function readGroups(text: string): number[] | null {
  if (text === '') return []
  const parts = text.split(':')
  const ipv4 = readIpv4(parts.at(-1) ?? '')
  const hexadecimal = ipv4 ? parts.slice(0, -1) : parts
  if (!hexadecimal.every((part) => /^[0-9a-f]{1,4}$/i.test(part))) return null
  const groups = hexadecimal.map((part) => Number.parseInt(part, 16))
  return ipv4 ? [...groups, ...pairs(ipv4)] : groups
}

function pairs([a = 0, b = 0, c = 0, d = 0]: number[]): number[] {
  return [(a << 8) | b, (c << 8) | d]
}
