import { BASE_PATH } from '@keyholder/contracts'
import type { Settings } from './settings.ts'

/** Where a token is got: the one address outside the versioned interface that programs are told. */
export const TOKEN_PATH = '/oauth/token'

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
