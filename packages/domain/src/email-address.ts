const LOCAL_PART_MAX = 64
const ADDRESS_MAX = 254

/** RFC 5322 `atext` without % and !, which old mail relays read as a route to another host. */
const ATOM = "[a-z0-9#$&'*+/=?^_`{|}~-]+"
const LOCAL_PART = new RegExp(`^${ATOM}(\\.${ATOM})*$`)
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/
/** A top-level domain is never all digits (RFC 3696 §2), and an IPv4 address ends in one that is. */
const LAST_LABEL = /^[a-z][a-z0-9-]*[a-z0-9]$/

/**
 * The one parser of e-mail addresses: what it gives is the form that is stored, compared and delivered to (CHN-15).
 *
 * Takes what a person typed or pasted; ASCII spaces around it are dropped, letters lower-cased. Gives null for all that
 * is not a plain `local@domain.tld` of at most 254 characters: quoted local parts, comments, IP literals, lists,
 * control characters, routes by % or !. Addresses outside ASCII are refused as well, and not converted: they look like
 * other addresses, and mail servers disagree about them. Their ASCII form (`xn--…`) is taken.
 */
export function parseEmailAddress(input: string): string | null {
  const trimmed = input.replaceAll(/^ +| +$/g, '')
  // Before lower-casing: the Kelvin sign and other letters would become ASCII by it.
  if (trimmed.length > ADDRESS_MAX || !/^[\x21-\x7e]+$/.test(trimmed)) return null

  const [localPart, domain, ...more] = trimmed.toLowerCase().split('@')
  if (localPart === undefined || domain === undefined || more.length > 0) return null
  if (localPart.length > LOCAL_PART_MAX || !LOCAL_PART.test(localPart)) return null
  return isDomain(domain) ? `${localPart}@${domain}` : null
}

function isDomain(domain: string): boolean {
  const labels = domain.split('.')
  return labels.length > 1 && labels.every((label) => LABEL.test(label)) && LAST_LABEL.test(labels.at(-1) ?? '')
}
