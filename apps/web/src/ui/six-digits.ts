/** Whether one change brought the digits of a code together, as a paste or a phone's autofill does, and typing does not. */
export function arrivedWhole(before: string, after: string): boolean {
  const code = digits(after)
  return /^\d{6}$/.test(code) && newCharacters(digits(before), code) >= 2
}

const digits = (text: string) => text.replace(/\s/g, '')

function newCharacters(before: string, after: string): number {
  const limit = Math.min(before.length, after.length)
  let start = 0
  while (start < limit && before[start] === after[start]) start++
  let end = 0
  while (end < limit - start && before.at(-1 - end) === after.at(-1 - end)) end++
  return after.length - start - end
}
