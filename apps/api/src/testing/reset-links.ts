import type { Answer, Caller } from './caller.ts'
import type { Person, World } from './world.ts'

/** Asks for a link by which to choose a new password. */
export const ask = (world: World, email: unknown, caller: Caller = world.stranger()): Promise<Answer> =>
  caller.send('POST', '/api/v1/password-reset', { body: { email } })

/** Sets the status of a membership by hand. */
export const setMembership = (world: World, { membershipId: id }: Person, status: string) =>
  world.asOwner((tx) => tx.membership.updateMany({ where: { id }, data: { status } }))
