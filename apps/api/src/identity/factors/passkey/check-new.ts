import type { NewPasskey } from '@keyholder/contracts'
import { verifyRegistrationResponse } from '@simplewebauthn/server'
import { decodeAttestationObject, isoBase64URL } from '@simplewebauthn/server/helpers'
import type * as z from 'zod/mini'
import type { PublicContext } from '../../../context.ts'
import { Problem } from '../../../problem.ts'
import type { OwnCeremony } from './ceremony.ts'
import { consumeChallenge } from './challenges.ts'
import { readClientData } from './read-client-data.ts'
import { ALGORITHMS, relyingPartyOf } from './relying-party.ts'

type Created = z.infer<typeof NewPasskey>

/** A passkey that was made for us, ready to be kept. */
export type Made = {
  credentialId: string
  publicKey: Uint8Array<ArrayBuffer>
  counter: number
  transports: readonly string[]
}

/**
 * Checks a passkey that was made (WebAuthn L3 §7.1). The challenge is used up first, whatever is wrong with the rest.
 * @throws Problem `passkey.not_linked`, whatever it is that is wrong
 */
export async function checkNew(context: PublicContext, ceremony: OwnCeremony, created: Created): Promise<Made> {
  const client = readClientData(created.response.clientDataJSON)
  const isOurs = client !== null && (await consumeChallenge(context, client.challenge, ceremony))
  const made = isOurs && !client.isFramed ? await verify(context, created, client.challenge) : null
  if (!made) throw new Problem('passkey.not_linked')
  return made
}

async function verify({ platform }: PublicContext, created: Created, challenge: string): Promise<Made | null> {
  const { origin, id: rpId } = relyingPartyOf(platform.settings)
  const { id, rawId, type, response } = created
  const { clientDataJSON, attestationObject, transports = [] } = response
  try {
    if (!isPlain(attestationObject)) return null
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: { id, rawId, type, response: { clientDataJSON, attestationObject }, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: [...ALGORITHMS],
    })
    // What was signed counts, not what stands beside it.
    if (!verified || registrationInfo.credential.id !== id) return null
    const { publicKey, counter } = registrationInfo.credential
    return { credentialId: id, publicKey, counter, transports }
  } catch {
    return null
  }
}

/**
 * No statement of who made the device, as we ask, or the passkey's own (which browsers pass on). Certificates are never looked
 * at: checking one means fetching the address that its sender wrote into it.
 */
function isPlain(attestationObject: string): boolean {
  const decoded = decodeAttestationObject(isoBase64URL.toBuffer(attestationObject))
  const format = decoded.get('fmt')
  return format === 'none' || (format === 'packed' && decoded.get('attStmt').get('x5c') === undefined)
}
