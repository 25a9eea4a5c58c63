import { isCleanText } from '@keyholder/domain'

/** What is wrong with a name as the server will judge it, or null. */
export function nameProblem(name: string): 'nameMissing' | 'nameWrong' | null {
  if (name.trim() === '') return 'nameMissing'
  return isCleanText(name, { max: 100 }) ? null : 'nameWrong'
}
