import { parseEmailAddress } from '@keyholder/domain'

type Text = (key: 'emailMissing' | 'emailWrong' | 'passwordMissing') => string

/** What is wrong with a filled-in sign-in, per field, in words. The address is read by the parser that the server reads it by. */
export function checkSignIn(values: { email: string; password: string }, t: Text): Record<string, string> {
  const isEmail = parseEmailAddress(values.email) !== null
  return {
    ...(!isEmail && { email: t(values.email === '' ? 'emailMissing' : 'emailWrong') }),
    ...(values.password === '' && { password: t('passwordMissing') }),
  }
}
