import { PasskeyChallenge, PasskeyCreation } from '@keyholder/contracts'
import { makePasskey, type VirtualPasskey } from '../virtual-passkey.ts'
import type { Arena, Victim } from './arena.ts'
import { fire } from './fire.ts'
import { beginAttempts } from './prepare.ts'

const linked = new WeakMap<Victim, VirtualPasskey>()

/** The victim's passkey; linked the first time, as people do at their first sign-in. */
export async function passkeyOf(arena: Arena, victim: Victim): Promise<VirtualPasskey> {
  const known = linked.get(victim)
  if (known) return known
  const [attempt] = await beginAttempts(arena, victim, { step: 'enrol', count: 1 })
  const cookies = attempt?.cookies ?? {}
  const begun = await fire(arena, { path: '/sign-in/enrolment/passkey', cookies }, 0)
  const passkey = makePasskey(arena.origin, PasskeyCreation.parse(JSON.parse(begun.body)))
  const body = { passkey: passkey.created }
  const confirmed = await fire(arena, { path: '/sign-in/enrolment/passkey/confirm', cookies, body }, 0)
  if (confirmed.status !== 200) throw new Error(`The passkey was not linked: ${confirmed.body}`)
  linked.set(victim, passkey)
  return passkey
}

/** A challenge, signed: what is sent to use it. */
export async function signedBy(
  arena: Arena,
  passkey: VirtualPasskey,
  { path, cookies }: { path: string; cookies?: Record<string, string> },
) {
  const { status, body } = await fire(arena, { path, ...(cookies ? { cookies } : {}) }, 1)
  if (status !== 200) throw new Error(`There was no challenge: ${body}`)
  return passkey.sign(PasskeyChallenge.parse(JSON.parse(body)))
}
