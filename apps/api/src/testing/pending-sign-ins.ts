import { minutes } from '../platform/clock.fake.ts'
import { tokenHash } from '../platform/keyed-hash.ts'
import type { Caller } from './caller.ts'
import type { Person, World } from './world.ts'

type Many = { count: number; from?: readonly Pick<World, 'visitor'>[] }

let sources = 0

/**
 * So many sign-ins of somebody at the second step, put there by hand: each password takes its time. Each is at an address of
 * its own, and they are spread over the processes of `from`.
 */
export async function manyPendingSignIns(
  world: World,
  { tenantId, userId, membershipId }: Person,
  { count, from = [world] }: Many,
): Promise<Caller[]> {
  const { random } = world.platform
  const [createdAt, expiresAt] = [world.clock.now(), world.clock.later(minutes(10))]
  const tokens = Array.from({ length: count }, () => random.token())
  const subject = { homeTenantId: tenantId, userId, membershipId, step: 'factor', createdAt, expiresAt }
  const rows = tokens.map((token) => ({
    ...subject,
    id: random.uuid(),
    tokenHash: new Uint8Array(tokenHash('attempt', token)),
  }))
  await world.asOwner((tx) => tx.signInAttempt.createMany({ data: rows }))
  return tokens.map((token, index) => {
    sources += 1
    const process = from[index % from.length] ?? world
    const caller = process.visitor(`2001:db8:1:${sources.toString(16)}::1`)
    caller.cookies.set('keyholder-sign-in', token)
    return caller
  })
}
