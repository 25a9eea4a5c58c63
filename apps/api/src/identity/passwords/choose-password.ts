import { setImmediate as others } from 'node:timers/promises'
import { canonicalPassword } from '@keyholder/domain'
import type { PasswordOwner } from '@keyholder/domain/password-strength'
import type { PublicContext } from '../../context.ts'
import { createGate } from '../../platform/gate.ts'
import { HashQueueFull } from '../../platform/password-hash.ts'
import { Problem } from '../../problem.ts'

/** Whose password it will be, and how long their organisation wants it to be at least. */
type Owner = PasswordOwner & { passwordMin: number }

/**
 * The hash of a chosen password. Call it outside any transaction: judging and hashing take time.
 * @throws Problem `password.weak` with the reason, before anything is hashed
 */
export async function choosePassword(context: PublicContext, password: string, owner: Owner): Promise<string> {
  await requireStrong(password, owner)
  return context.platform.passwords.hash(canonicalPassword(password))
}

/** Judging takes up to 15 ms of the one thread that serves everybody: one at a time, and others in between (AUT-10). */
const turn = createGate({
  concurrency: 1,
  queueLimit: 64,
  refusal: () => new HashQueueFull('Too many passwords are being judged.'),
})

/** @throws Problem `password.weak` with the reason; HashQueueFull when too many wait */
export async function requireStrong(password: string, { passwordMin, ...owner }: Owner): Promise<void> {
  const { problem } = await turn.run(async () => {
    await others()
    // Loaded when the first password is chosen, and once: 0.2 s and 32 MB that a start need not wait for.
    const { passwordStrength } = await import('@keyholder/domain/password-strength')
    return passwordStrength(password, owner, { min: passwordMin })
  })
  if (problem) throw new Problem('password.weak', { reason: problem })
}
