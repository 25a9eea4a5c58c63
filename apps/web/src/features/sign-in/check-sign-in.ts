import * as z from 'zod/mini'

type Text = (key: 'emailMissing' | 'emailWrong' | 'passwordMissing') => string

const credentials = z.object({ email: z.email(), password: z.string().check(z.minLength(1)) })

/** What is wrong with a filled-in sign-in, per field, in words. */
export function checkSignIn(values: { email: string; password: string }, t: Text): Record<string, string> {
  const { error } = credentials.safeParse(values)
  const wrong = new Set(error?.issues.map(({ path }) => path[0]))
  return {
    ...(wrong.has('email') && { email: t(values.email === '' ? 'emailMissing' : 'emailWrong') }),
    ...(wrong.has('password') && { password: t('passwordMissing') }),
  }
}
