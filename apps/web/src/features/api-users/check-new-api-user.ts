import { apiUsers } from '@keyholder/contracts'
import type { Language, Scope } from '@keyholder/domain'
import type { apiUsers as texts } from '../../messages/nl/api-users.ts'

export type ApiUserValues = {
  name: string
  responsible: string
  contactEmail: string
  language: Language
  scopes: Scope[]
}

type Text = (key: keyof typeof texts.error) => string

/** What is wrong with a new API user before it is sent, per field, in words. */
export function checkNewApiUser(values: ApiUserValues, t: Text): Record<string, string> {
  const { error } = apiUsers.create.body.safeParse(values)
  return wrongInWords(error?.issues.map(({ path }) => String(path[0])) ?? [], values, t)
}

/** The same words for fields that the server found wrong. */
export function wrongInWords(fields: readonly string[], values: ApiUserValues, t: Text): Record<string, string> {
  const wrong: Record<string, string> = {}
  for (const name of ['name', 'responsible', 'contactEmail'] as const) {
    if (fields.includes(name)) wrong[name] = t(`${name}${values[name].trim() === '' ? 'Missing' : 'Wrong'}`)
  }
  if (fields.includes('language')) wrong.language = t('languageMissing')
  if (fields.includes('scopes')) wrong.scopes = t('scopesMissing')
  return wrong
}
