/**
 * A code as one says it by telephone: `K7MA` → `Karel – 7 – Maria – Anna`. `alphabet` is a word for each letter, apart by spaces;
 * what has none is said as it is.
 */
export function spellOut(code: string, alphabet: string): string {
  const words = new Map(alphabet.split(' ').map((word) => [word.charAt(0).toUpperCase(), word]))
  return [...code.replace(/[\s-]/g, '')].map((letter) => words.get(letter) ?? letter).join(' – ')
}
