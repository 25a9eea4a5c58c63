import { NewUser } from '@keyholder/contracts'
import type { Language } from '@keyholder/domain'

export type InviteValues = { name: string; email: string; roleId: string; language: Language }

type Text = (
  key: 'nameMissing' | 'nameWrong' | 'emailMissing' | 'emailWrong' | 'roleMissing' | 'languageMissing',
) => string

/** What is wrong with an invitation before it is sent, per field, in words. */
export function checkNewUser(values: InviteValues, t: Text): Record<string, string> {
  const { error } = NewUser.safeParse(values)
  return wrongInWords(error?.issues.map(({ path }) => String(path[0])) ?? [], values, t)
}

/** The same words for fields that the server found wrong. */
export function wrongInWords(fields: readonly string[], values: InviteValues, t: Text): Record<string, string> {
  const isEmpty = (text: string) => text.trim() === ''
  return {
    ...(fields.includes('name') && { name: t(isEmpty(values.name) ? 'nameMissing' : 'nameWrong') }),
    ...(fields.includes('email') && { email: t(isEmpty(values.email) ? 'emailMissing' : 'emailWrong') }),
    ...(fields.includes('roleId') && { roleId: t('roleMissing') }),
    ...(fields.includes('language') && { language: t('languageMissing') }),
  }
}
