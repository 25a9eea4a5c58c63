import { PasskeyChallenge, PasskeyCreation } from '@keyholder/contracts'
import { makePasskey, type VirtualPasskey } from '../virtual-passkey.ts'
import type { AttackSetup, Victim } from './attack-setup.ts'
import { fire } from './fire.ts'
import { beginAttempts } from './prepare.ts'

const linked = new WeakMap<Victim, VirtualPasskey>()

/** The victim's passkey; linked the first time, as people do at their first sign-in. */
export async function passkeyOf(setup: AttackSetup, victim: Victim): Promise<VirtualPasskey> {
  const known = linked.get(victim)
  if (known) return known
  const [attempt] = await beginAttempts(setup, victim, { step: 'enrol', count: 1 })
  const cookies = attempt?.cookies ?? {}
  const begun = await fire(setup, { path: '/sign-in/enrollment/passkey', cookies }, 0)
  const passkey = makePasskey(setup.origin, PasskeyCreation.parse(JSON.parse(begun.body)))
  const body = { passkey: passkey.created }
  const confirmed = await fire(setup, { path: '/sign-in/enrollment/passkey/confirm', cookies, body }, 0)
  if (confirmed.status !== 200) throw new Error(`The passkey was not linked: ${confirmed.body}`)
  linked.set(victim, passkey)
  return passkey
}

/** A challenge, signed: what is sent to use it. */
export async function signedBy(
  setup: AttackSetup,
  passkey: VirtualPasskey,
  { path, cookies }: { path: string; cookies?: Record<string, string> },
) {
  const { status, body } = await fire(setup, { path, ...(cookies ? { cookies } : {}) }, 1)
  if (status !== 200) throw new Error(`There was no challenge: ${body}`)
  return passkey.sign(PasskeyChallenge.parse(JSON.parse(body)))
}
