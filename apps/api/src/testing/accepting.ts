import type { Caller } from './caller.ts'
import type { Invited } from './invited.ts'
import type { World } from './world.ts'

/** A password that is chosen in these tests. */
export const NEW = 'acht groene tandems'

/** Accepts an invitation by its link, with a password. */
export const accept = (world: World, token: string, password = NEW, caller: Caller = world.stranger()) =>
  caller.api.invitations.accept({ body: { token, password } })

/** What a link says of itself. */
export const inspect = (world: World, token: string) => world.stranger().api.links.inspect({ body: { token } })

/** What is stored of whom was invited. */
export const memberOf = (world: World, { membershipId: id }: Invited) =>
  world.asOwner((tx) => tx.membership.findFirstOrThrow({ where: { id } }))
