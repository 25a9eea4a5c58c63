import { BASE_PATH } from '@keyholder/contracts'
import type { Settings } from './settings.ts'

/** Where a token is got: the one address outside the versioned interface that programs are told. */
export const TOKEN_PATH = '/oauth/token'

/** Where providers of SMS report what became of a message; their name comes after it. */
export const SMS_REPORTS_PATH = '/sms/reports'

/** What programs are told to go to, in mails, metadata and tokens alike. */
export function addressesOf({ publicUrl }: Pick<Settings, 'publicUrl'>) {
  return {
    issuer: publicUrl,
    apiBase: `${publicUrl}${BASE_PATH}`,
    tokenEndpoint: `${publicUrl}${TOKEN_PATH}`,
    keys: `${publicUrl}/.well-known/jwks.json`,
    documentation: `${publicUrl}/api/docs`,
  }
}
