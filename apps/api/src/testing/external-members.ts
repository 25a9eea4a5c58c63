import { type Invited, invite } from './invited.ts'
import { refusalOf } from './refusal.ts'

import type { SignedIn, Tenant, World } from './world.ts'

type House = { tenant: Tenant; holder: SignedIn }

let homes = 0

/** Somebody at home in another organisation, invited here, and how they accept. */
export async function inviteFromElsewhere(world: World, { tenant, holder }: House) {
  homes += 1
  const home = await world.addTenant(`Thuis ${homes}`)
  const caller = await world.signIn(await world.addPerson(home, 'editor'))
  const invited: Invited = await invite(world, holder, tenant, { email: caller.person.email })
  return {
    home,
    caller,
    invited,
    join: () => refusalOf(caller.api.invitations.join({ body: { token: invited.token } })),
  }
}

/** A member here who is at home in another organisation. */
export async function addExternalMember(
  world: World,
  house: House,
): Promise<{ home: Tenant; caller: SignedIn; membershipId: string }> {
  const { home, caller, invited, join } = await inviteFromElsewhere(world, house)
  await join()
  return { home, caller, membershipId: invited.membershipId }
}
