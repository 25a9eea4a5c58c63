import { setTimeout as rest } from 'node:timers/promises'
import { ATTACK_PASSWORD, type AttackSetup } from './attack-setup.ts'
import { fire, type Hit } from './fire.ts'
import { keepRecoveryCode, linkPhone } from './prepare.ts'

export type Hammered = { wrongTries: number; refused: number; ownerTries: number; ownerIn: number; strangerIn: number }

/**
 * A stranger guesses at one account from everywhere, so many times a minute, while its owner signs in on the device that they
 * signed in on before, and while somebody with the right password comes from a device that nobody knows.
 */
export async function hammer(
  setup: AttackSetup,
  { perMinute, seconds }: { perMinute: number; seconds: number },
): Promise<Hammered> {
  const victim = await setup.addVictim(`hammered-${setup.platform.random.uuid()}@example.nl`)
  const code = await linkPhone(setup, victim)
  await keepRecoveryCode(setup, victim)
  const enter = (cookies: Record<string, string>) =>
    fire(setup, { path: '/sign-in/password', body: { email: victim.email, password: ATTACK_PASSWORD }, cookies }, 0)
  const first = await enter({})
  const whole = await fire(
    setup,
    { path: '/sign-in/authenticator', body: { code: await code() }, cookies: first.cookies },
    0,
  )
  const device = whole.cookies['keyholder-device']
  if (!device) throw new Error(`The owner could not sign in before the hammering: ${whole.body}`)

  const score: Hammered = { wrongTries: 0, refused: 0, ownerTries: 0, ownerIn: 0, strangerIn: 0 }
  const flying = new Set<Promise<Hit>>()
  const endsAt = performance.now() + seconds * 1000
  for (let at = 0; performance.now() < endsAt; at++) {
    const guess = { email: victim.email, password: `gok nummer ${at}` }
    const flight = fire(setup, { path: '/sign-in/password', body: guess }, at)
    flying.add(flight)
    void flight.then(({ status }) => {
      flying.delete(flight)
      score.wrongTries += 1
      if (status === 429) score.refused += 1
    })
    if (at % Math.ceil(perMinute / 12) === Math.ceil(perMinute / 12) - 1) {
      score.ownerTries += 1
      if ((await enter({ 'keyholder-device': device })).status === 200) score.ownerIn += 1
      if ((await enter({})).status === 200) score.strangerIn += 1
    }
    await rest(60_000 / perMinute)
  }
  await Promise.all(flying)
  return score
}
