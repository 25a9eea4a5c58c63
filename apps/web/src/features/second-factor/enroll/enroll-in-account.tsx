import type { Link } from '../factor-address.ts'
import { AuthenticatorInAccount } from './authenticator-in-account.tsx'
import { PasskeyInAccount } from './passkey-in-account.tsx'
import { PhoneInAccount } from './phone-in-account.tsx'

type EnrollInAccountProps = { link: Link; onLinked: (outcome: string) => void }

/** The page where one more way is linked, or one in the place of another. */
export function EnrollInAccount({ link, onLinked }: EnrollInAccountProps) {
  if (link === 'passkey') return <PasskeyInAccount onLinked={onLinked} />
  if (link === 'sms') return <PhoneInAccount onLinked={onLinked} />
  return <AuthenticatorInAccount replaces={link === 'authenticator' ? undefined : link.replaces} onLinked={onLinked} />
}
