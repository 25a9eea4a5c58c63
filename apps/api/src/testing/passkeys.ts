import type { Caller } from './caller.ts'
import { makePasskey, type Quirks, type VirtualPasskey } from './virtual-passkey.ts'
import type { Person, World } from './world.ts'

/** Links a passkey to the account of somebody who is signed in. */
export async function linkPasskey(world: World, { api }: Caller, name = 'Laptop'): Promise<VirtualPasskey> {
  const passkey = makePasskey(world.origin, await api.account.startPasskey())
  await api.account.confirmPasskey({ body: { name, passkey: passkey.created } })
  return passkey
}

/** Shows a passkey as the second step, on a sign-in whose password was proven. */
export async function presentPasskey({ api }: Caller, passkey: VirtualPasskey, quirks?: Quirks) {
  return api.signIn.passkey({ body: { passkey: passkey.sign(await api.signIn.startPasskey(), quirks) } })
}

/** Signs in by a passkey and nothing else. */
export async function enterAlone({ api }: Caller, passkey: VirtualPasskey, quirks?: Quirks) {
  return api.signIn.passkeyAlone({ body: { passkey: passkey.sign(await api.signIn.startPasskeyAlone(), quirks) } })
}

/** A sign-in of theirs that has come as far as the second step. */
export async function pendingSignIn(world: World, person: Person): Promise<Caller> {
  return (await world.withPassword(person)).caller
}

/** Shows a passkey again, for what is sensitive. */
export async function stepUpBy({ api }: Caller, passkey: VirtualPasskey, quirks?: Quirks) {
  return api.session.stepUpByPasskey({
    body: { passkey: passkey.sign(await api.session.startStepUpPasskey(), quirks) },
  })
}

/** What the organisation of these people allows: kept by hand, whatever the package and the rules of changing it say. */
export async function setPolicy(
  world: World,
  tenantId: string,
  policy: { allowed?: string[]; passkeyAlone?: boolean },
): Promise<void> {
  const { allowed = ['authenticator', 'passkey', 'sms', 'email'], passkeyAlone = false } = policy
  const row = {
    allowed,
    passkeyAlone,
    idleMinutes: 30,
    absoluteHours: 12,
    passwordMin: 8,
    changedAt: world.clock.now(),
  }
  await world.asOwner((tx) =>
    tx.policy.upsert({
      where: { tenantId },
      create: { tenantId, ...row },
      update: row,
      select: { tenantId: true },
    }),
  )
}
