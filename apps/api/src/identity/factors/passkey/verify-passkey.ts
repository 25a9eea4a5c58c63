import type { Actor, PublicContext } from '../../../context.ts'
import { Problem } from '../../../problem.ts'
import { countSecondFactorTry } from '../count-wrong-codes.ts'
import { recordWrongCode } from '../record-wrong-code.ts'
import type { OwnCeremony } from './ceremony.ts'
import { checkProof, type Proof } from './check-proof.ts'
import { findPasskey } from './find-passkeys.ts'
import type { VerifiedPasskey } from './with-passkey.ts'

/**
 * Verifies the passkey of a known user, after counting the attempt. It opens nothing yet: that happens inside
 * `withPasskey`. Whatever is wrong, the answer is the same.
 * @throws Problem `passkey.refused`, `code.too_many` or `factor.disabled`
 */
export async function verifyPasskey(
  context: PublicContext & { actor?: Actor },
  ceremony: OwnCeremony,
  proof: Proof,
): Promise<VerifiedPasskey> {
  const { signIn, now } = context
  const { owner } = ceremony
  const consecutive = await countSecondFactorTry(signIn, owner, now)
  const passkey = await signIn.read((tx) => findPasskey(tx, proof.id))
  const counter = await checkProof(context, ceremony, { proof, passkey })
  if (passkey && counter !== null) return { owner, passkey, counter, consecutive }
  await recordWrongCode(context, owner, { method: 'passkey', consecutive, reason: 'passkey.refused' })
  throw new Problem('passkey.refused')
}
