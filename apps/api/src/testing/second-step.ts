import type { Caller } from './caller.ts'
import type { Person, World } from './world.ts'

/** Links a new authenticator on a sign-in that has come as far as enrolling, and opens the session. */
export async function linkAnew(world: World, { api }: Caller, person: Person): Promise<void> {
  person.secret = (await api.signIn.startEnrollment()).secret
  await api.signIn.confirmEnrollment({ body: { code: await world.nextCode(person) } })
  await api.signIn.keepRecoveryCode({ body: { kept: true } })
}

/** Everything that is kept of somebody's second step. */
export async function secondStepRowsOf(world: World, { userId, membershipId }: Person) {
  return world.asOwner(async (tx) => ({
    factors: await tx.factor.count({ where: { userId, state: 'linked' } }),
    pending: await tx.factor.count({ where: { userId, state: 'pending' } }),
    recoveryCodes: await tx.recoveryCode.count({ where: { userId } }),
    relinkCodes: await tx.relinkCode.count({ where: { userId } }),
    attempts: await tx.signInAttempt.count({ where: { userId } }),
    sessions: await tx.session.count({ where: { userId } }),
    secondStep: (await tx.membership.findFirst({ where: { id: membershipId } }))?.secondStep,
  }))
}

/** How somebody stands whose authenticator was unlinked, and who did nothing since. */
export const UNLINKED = {
  factors: 0,
  pending: 0,
  recoveryCodes: 0,
  relinkCodes: 1,
  attempts: 0,
  sessions: 0,
  secondStep: 'unlinked',
}
