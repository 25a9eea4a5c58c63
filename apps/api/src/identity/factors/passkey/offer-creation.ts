import { CHALLENGE_LIFETIME_SECONDS } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { PublicContext } from '../../../context.ts'
import type { OwnCeremony } from './ceremony.ts'
import { makeChallenge } from './challenges.ts'
import { describePasskeys } from './find-passkeys.ts'
import { ALGORITHMS, relyingPartyOf, userHandleOf } from './relying-party.ts'
import { requireRoom } from './require-room.ts'

type Person = { email: string; name: string }

/**
 * What a browser needs to make a passkey (WebAuthn L3 §5.4): one that is found without a name being typed, and that asks for
 * a finger, a face or a PIN each time. Who made the device is not asked.
 * @throws Problem `factor.not_allowed`, `passkey.limit`
 */
export async function offerCreation(
  tx: Tx,
  context: Pick<PublicContext, 'platform' | 'now'>,
  ceremony: OwnCeremony,
  { email, name }: Person,
) {
  const { owner } = ceremony
  await requireRoom(tx, owner, context.now)
  const { id, name: service } = relyingPartyOf(context.platform.settings)
  return {
    challenge: await makeChallenge(tx, context, ceremony),
    rp: { id, name: service },
    user: { id: userHandleOf(owner.userId), name: email, displayName: name },
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key' as const, alg })),
    timeout: CHALLENGE_LIFETIME_SECONDS * 1000,
    attestation: 'none' as const,
    // One that was switched off is still on its device, and no second one belongs beside it.
    excludeCredentials: await describePasskeys(tx, owner, ['linked', 'off']),
    authenticatorSelection: {
      residentKey: 'required' as const,
      requireResidentKey: true as const,
      userVerification: 'required' as const,
    },
  }
}
