import type { Offer, VerifyProps } from './ceremony.ts'
import { VerifyPasskey } from './verify-passkey.tsx'
import { VerifySentCode } from './verify-sent-code.tsx'
import { VerifyTotp } from './verify-totp.tsx'

type VerifyFactorProps = VerifyProps & { method: Exclude<Offer['method'], 'recovery-code'> }

/** One way to verify the second factor, at the sign-in and again in the pages. */
export function VerifyFactor({ method, ...props }: VerifyFactorProps) {
  switch (method) {
    case 'authenticator':
      return <VerifyTotp {...props} />
    case 'passkey':
      return <VerifyPasskey {...props} />
    case 'sms':
    case 'email':
      return <VerifySentCode method={method} {...props} />
    default:
      return method satisfies never
  }
}
