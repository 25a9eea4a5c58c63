import type { PublicContext } from '../../../context.ts'
import { Problem } from '../../../problem.ts'
import { record } from '../../audit/record.ts'
import { PLATFORM_TENANT } from '../../tenants/platform-tenant.ts'
import { sourceBucketKey } from '../../throttle/bucket-key.ts'
import { requireTry } from '../../throttle/throttle.ts'
import { ALONE } from './ceremony.ts'
import { checkProof, type Proof } from './check-proof.ts'
import { findPasskey, type Passkey } from './find-passkeys.ts'

/**
 * Verifies a passkey whose user is not known yet. A signature cannot be guessed, so a wrong one is counted by
 * source and never against the owner of the passkey: a stranger who has seen its id locks no one out.
 * @throws Problem `passkey.refused`, whether there is such a passkey or not; `request.too_many`
 */
export async function verifyUnknownPasskey(
  context: PublicContext,
  proof: Proof,
): Promise<{ passkey: Passkey; counter: number }> {
  const passkey = await context.signIn.read((tx) => findPasskey(tx, proof.id))
  const counter = await checkProof(context, ALONE, { proof, passkey })
  if (passkey && counter !== null) return { passkey, counter }
  await refuse(context, passkey)
  throw new Problem('passkey.refused')
}

/** Counted before it is recorded, so that the log cannot be filled. */
async function refuse(context: PublicContext, passkey: Passkey | null): Promise<void> {
  const { signIn, now } = context
  const source = { name: 'passkeyBySource', parts: [sourceBucketKey(context), 'refused'] } as const
  await requireTry(signIn, now, [source], 'request.too_many')
  await signIn.write((tx) =>
    record(tx, context, {
      tenantId: passkey?.homeTenantId ?? PLATFORM_TENANT,
      action: 'sign-in.second-factor',
      outcome: 'failure',
      reason: 'passkey.refused',
      ...(passkey ? { object: { kind: 'passkey', id: passkey.id, name: passkey.name } } : {}),
      after: { secondFactor: 'passkey' },
    }),
  )
}
