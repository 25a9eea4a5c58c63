/** RFC 4648 §6: what authenticator apps read. */
export const RFC4648_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** For codes that people read aloud and type: no 0 and O, no 1 and I. Their order is the value of each letter. */
export const READABLE_ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/**
 * Writes bytes with 32 letters, five bits each, most significant first.
 * Takes a multiple of five bytes, so that no letter is half filled and no padding is needed; throws otherwise.
 */
export function encodeBase32(bytes: Uint8Array, alphabet: string): string {
  if (bytes.length % 5 !== 0) throw new RangeError('base32 takes a multiple of five bytes here')
  let letters = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      letters += alphabet.charAt((held >> bits) & 31)
    }
    held &= (1 << bits) - 1
  }
  return letters
}

/** Cuts a text in groups of `size`, joined by `separator`: the form in which people copy it. */
export function inGroups(text: string, size: number, separator: string): string {
  return (text.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join(separator)
}
