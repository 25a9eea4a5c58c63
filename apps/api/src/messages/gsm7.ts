/** GSM 03.38 (3GPP TS 23.038 §6.2.1): one septet each. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
/** The extension of that alphabet: two septets each. */
const EXTENDED = new Set('^{}\\[~]|€')

/** How many septets an SMS may have before it becomes two. */
export const SEPTETS_PER_SMS = 160

/**
 * The length of a text in an SMS.
 * @returns null when a character is outside the alphabet: one such makes the whole text dearer and 70 characters short
 */
export function septetsIn(text: string): number | null {
  let septets = 0
  for (const character of text) {
    if (!BASIC.has(character) && !EXTENDED.has(character)) return null
    septets += EXTENDED.has(character) ? 2 : 1
  }
  return septets
}

/** A text on one line with nothing outside the alphabet: accents go where the letter has none there, the rest is left out. */
export function asGsm7(text: string): string {
  const letters = [...text.normalize('NFC').replaceAll(/\s+/g, ' ')].map(closest)
  return letters.join('').replaceAll(/ +/g, ' ').trim()
}

function closest(character: string): string {
  const bare = character.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  return [character, bare].find((one) => septetsIn(one) !== null) ?? ''
}
