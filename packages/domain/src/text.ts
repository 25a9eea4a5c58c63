/** Control characters, and what changes the direction of the text around it (embeddings, overrides, isolates). */
const FORBIDDEN = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

/** All that leaves no mark: white space, characters that are drawn as nothing, the empty Braille pattern. */
const INVISIBLE = /[\s\p{Default_Ignorable_Code_Point}\u2800]/gu

/**
 * True for one line of text fit to be a name or a title: well-formed Unicode, something to see, at most `max` code
 * points, no control characters and nothing that turns the text around it (CHN-14).
 */
export function isCleanText(text: string, { max }: { max: number }): boolean {
  // A code point is at most two units: the first check keeps the others from reading megabytes.
  if (text.length > max * 2 || !text.isWellFormed()) return false
  if (FORBIDDEN.test(text) || text.replaceAll(INVISIBLE, '') === '') return false
  return [...text].length <= max
}

/**
 * The form in which a name is stored: NFC, one space where there were several or other kinds, none around it.
 * Line ends and tabs are left alone, so that `isCleanText` refuses them before or after.
 */
export function cleanName(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\p{Zs}+/gu, ' ')
    .replaceAll(/^ | $/g, '')
}
