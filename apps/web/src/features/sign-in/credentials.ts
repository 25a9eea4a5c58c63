import { parseEmailAddress } from '@keyholder/domain'

type Typed = { email: string; password: string }

/**
 * Takes the place of the body of `signIn.password` on the first page: the same verdict without zod, which no one should have to
 * download before they can sign in. The server judges by the contract.
 */
export const Credentials = {
  safeParse(value: unknown) {
    const wrong = isTyped(value) ? wrongFields(value) : ['email', 'password']
    return wrong.length > 0 ? { error: { issues: wrong.map((field) => ({ path: [field] })) } } : {}
  },
}

function wrongFields({ email, password }: Typed): string[] {
  return [...(parseEmailAddress(email) === null ? ['email'] : []), ...(password === '' ? ['password'] : [])]
}

function isTyped(value: unknown): value is Typed {
  return typeof value === 'object' && value !== null && 'email' in value && 'password' in value
}
