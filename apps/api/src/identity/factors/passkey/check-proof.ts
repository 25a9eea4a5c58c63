import type { PasskeyProof } from '@keyholder/contracts'
import { verifyAuthenticationResponse } from '@simplewebauthn/server'
import type * as z from 'zod/mini'
import type { PublicContext } from '../../../context.ts'
import type { Ceremony } from './ceremony.ts'
import { consumeChallenge } from './challenges.ts'
import type { Passkey } from './find-passkeys.ts'
import { readClientData } from './read-client-data.ts'
import { relyingPartyOf, userHandleOf } from './relying-party.ts'

export type Proof = z.infer<typeof PasskeyProof>

/**
 * Checks what a passkey signed (WebAuthn L3 §7.2). The challenge is used up first, whatever is wrong with the rest.
 * @returns the counter that was signed, still to be compared with the one that is kept; null when anything is not right
 */
export async function checkProof(
  context: PublicContext,
  ceremony: Ceremony,
  { proof, passkey }: { proof: Proof; passkey: Passkey | null },
): Promise<number | null> {
  const client = readClientData(proof.response.clientDataJSON)
  if (!client) return null
  const isOurs = await consumeChallenge(context, client.challenge, ceremony)
  if (!isOurs || client.isFramed || !passkey) return null
  if (!isOwn(passkey, ceremony, proof.response.userHandle)) return null
  return verify(context, { proof, passkey, challenge: client.challenge })
}

/** Without a known user, the passkey must name its user (§7.2 step 6). */
function isOwn({ userId }: Passkey, { owner }: Ceremony, userHandle: string | undefined): boolean {
  if (owner && owner.userId !== userId) return false
  if (userHandle === undefined) return owner !== null
  return userHandle === userHandleOf(userId)
}

type Signed = { proof: Proof; passkey: Passkey; challenge: string }

async function verify(
  { platform }: PublicContext,
  { proof: { id, rawId, type, response }, passkey, challenge }: Signed,
): Promise<number | null> {
  const { origin, id: rpId } = relyingPartyOf(platform.settings)
  const { clientDataJSON, authenticatorData, signature } = response
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        id,
        rawId,
        type,
        response: { clientDataJSON, authenticatorData, signature },
        clientExtensionResults: {},
      },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
      // The library compares counters before it checks the signature. Ours is compared after it, and by the guarded update
      // that moves it: without the key the alarm cannot be raised.
      credential: { id: passkey.credentialId, publicKey: passkey.publicKey, counter: 0 },
    })
    return verified ? authenticationInfo.newCounter : null
  } catch {
    // The library throws for whatever is not as it should be, and for what cannot be read.
    return null
  }
}
