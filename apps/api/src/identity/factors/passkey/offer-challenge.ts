import { CHALLENGE_LIFETIME_SECONDS } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { PublicContext } from '../../../context.ts'
import type { Ceremony } from './ceremony.ts'
import { makeChallenge } from './challenges.ts'
import { describePasskeys } from './find-passkeys.ts'
import { relyingPartyOf } from './relying-party.ts'

/** What a browser needs to sign with one of the owner's passkeys, or with any it has when the user is not known yet. */
export async function offerChallenge(tx: Tx, context: Pick<PublicContext, 'platform' | 'now'>, ceremony: Ceremony) {
  const { owner } = ceremony
  return {
    challenge: await makeChallenge(tx, context, ceremony),
    rpId: relyingPartyOf(context.platform.settings).id,
    timeout: CHALLENGE_LIFETIME_SECONDS * 1000,
    userVerification: 'required' as const,
    allowCredentials: owner ? await describePasskeys(tx, owner, ['linked']) : [],
  }
}
