import type { Link } from './account-place.ts'
import { LinkAuthenticator } from './link-authenticator.tsx'
import { LinkNumber } from './link-number.tsx'
import { LinkPasskey } from './link-passkey.tsx'

type LinkSecondStepProps = { link: Link; onLinked: (outcome: string) => void }

/** The page where one more way is linked, or one in the place of another. */
export function LinkSecondStep({ link, onLinked }: LinkSecondStepProps) {
  if (link === 'passkey') return <LinkPasskey onLinked={onLinked} />
  if (link === 'sms') return <LinkNumber onLinked={onLinked} />
  return <LinkAuthenticator replaces={link === 'authenticator' ? undefined : link.replaces} onLinked={onLinked} />
}
