import type { Link } from './account-part.ts'
import { LinkAuthenticator } from './link-authenticator.tsx'
import { LinkPasskey } from './link-passkey.tsx'
import { LinkPhone } from './link-phone.tsx'

type LinkSecondStepProps = { link: Link; onLinked: (outcome: string) => void }

/** The page where one more way is linked, or one in the place of another. */
export function LinkSecondStep({ link, onLinked }: LinkSecondStepProps) {
  if (link === 'passkey') return <LinkPasskey onLinked={onLinked} />
  if (link === 'nummer') return <LinkPhone onLinked={onLinked} />
  return <LinkAuthenticator replaces={link === 'app' ? undefined : link.replaces} onLinked={onLinked} />
}
