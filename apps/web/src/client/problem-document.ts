import type { ProblemDocument as Document } from '@keyholder/contracts'

/**
 * Takes the place of the schema of the same name in the built pages (lean-contracts.ts): a problem comes from our own server, so
 * that it is looked at once, for its shape. A code that these pages are too old to know is told as unexpected.
 */
export const ProblemDocument = {
  parse(value: unknown): Document {
    if (isProblem(value)) return value
    throw new TypeError('This is not a problem of ours.')
  },
}

function isProblem(value: unknown): value is Document {
  if (typeof value !== 'object' || value === null) return false
  return (
    'code' in value && typeof value.code === 'string' && 'requestId' in value && typeof value.requestId === 'string'
  )
}
