import type { CodePurpose } from '@keyholder/domain'
import type { CountryCode } from 'libphonenumber-js/max'

/** Where a code goes. `sentTo` is the masked form that its owner sees. */
export type Target =
  | { method: 'email'; sentTo: string }
  | {
      method: 'sms'
      sentTo: string
      /** E.164. */
      phone: string
      country: CountryCode
      /** The number as a factor: linked, or about to be. */
      factorId: string
    }

/** What a code is for: it works for that one sign-in or session, and for nothing else there. */
export type Bound = { boundTo: string; purpose: CodePurpose }
