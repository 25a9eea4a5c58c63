/** What URLs and forms may hold when they are encoded as they should be. */
const ENCODED = /^[\x21-\x7e]*$/

/**
 * Reads `application/x-www-form-urlencoded` strictly: a parameter twice, bytes that should have been encoded or do not
 * make UTF-8 are refused, where URLSearchParams would guess. Parameters without a value count as left out (RFC 6749 §3.2).
 * @returns null for what is no such form
 */
export function parseForm(text: string): Map<string, string> | null {
  if (!ENCODED.test(text)) return null
  const seen = new Set<string>()
  const form = new Map<string, string>()
  for (const pair of text.split('&')) {
    if (pair === '') continue
    const equals = pair.includes('=') ? pair.indexOf('=') : pair.length
    const name = decodeFormText(pair.slice(0, equals))
    const value = decodeFormText(pair.slice(equals + 1))
    if (name === null || value === null || seen.has(name)) return null
    seen.add(name)
    if (value !== '') form.set(name, value)
  }
  return form
}

/** One name or value of a form in clear, or null when it is wrongly encoded. */
export function decodeFormText(encoded: string): string | null {
  try {
    return decodeURIComponent(encoded.replaceAll('+', ' '))
  } catch {
    return null
  }
}
