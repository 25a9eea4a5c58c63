import { ProblemError } from '@keyholder/contracts/client'
import type { AuthMethod, EnrollableFactor } from '@keyholder/domain'
import type { Caller } from './caller.ts'
import { enterAlone, presentPasskey } from './passkeys.ts'
import { newPhone } from './phones.ts'
import { otherThan, sentCode } from './sent-code.ts'
import { newestToken } from './stored-rows.ts'
import { makePasskey, type VirtualPasskey } from './virtual-passkey.ts'
import { PASSWORD, type Person, type World } from './world.ts'

/** A browser in which somebody signs in, and what it really showed since it began: nobody's word but ours. */
export type Tab = {
  caller: Caller
  step: string | null
  password: boolean
  passkeyAlone: boolean
  shown: AuthMethod | null
  /** That was allowed when it was shown. */
  allowed: boolean
  relinked: boolean
  linked: EnrollableFactor | null
  /** It was the first thing that this person ever linked. */
  linkedFirst: boolean
}

/** Somebody with all that they could hold in their hands. */
export type Walker = { person: Person; tabs: Tab[]; passkey: VirtualPasskey | null; recoveryCode: string | null }

export type Answered = { step: string; recoveryCode?: string | null }

export const newTab = (world: World): Tab => ({
  caller: world.stranger(),
  step: null,
  password: false,
  passkeyAlone: false,
  shown: null,
  allowed: false,
  relinked: false,
  linked: null,
  linkedFirst: false,
})

/** What a call gives, or null when it is refused. */
export async function unlessRefused<T>(call: () => Promise<T>): Promise<T | null> {
  try {
    return await call()
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status < 500) return null
    throw error
  }
}

/** Shows a second step, the right one or a wrong one. Null when they have nothing to show. */
export async function presentMethod(
  world: World,
  { person, passkey, recoveryCode }: Walker,
  { caller, method, right }: { caller: Caller; method: AuthMethod; right: boolean },
): Promise<Answered | null> {
  const { signIn } = caller.api
  switch (method) {
    case 'authenticator': {
      const code = person.secret ? await world.nextCode(person) : '000000'
      return signIn.authenticator({ body: { code: right ? code : otherThan(code) } })
    }
    case 'passkey':
      return passkey && presentPasskey(caller, passkey, right ? {} : { verified: false })
    case 'recovery-code':
      return signIn.recoveryCode({ body: { code: right ? (recoveryCode ?? 'none') : 'A'.repeat(25) } })
    default: {
      await signIn.sendCode({ body: { method } })
      const code = await sentCode(world, person)
      return signIn.verifySentCode({ body: { code: right ? code : otherThan(code) } })
    }
  }
}

/** Links something on a sign-in that has come as far as enrolling. */
export async function chooseOnlyMethod(
  world: World,
  walker: Walker,
  { caller }: Tab,
  kind: EnrollableFactor,
): Promise<Answered> {
  const { signIn } = caller.api
  const { person } = walker
  if (kind === 'passkey') {
    const passkey = makePasskey(world.origin, await signIn.startPasskeyEnrollment())
    const answer = await signIn.confirmPasskeyEnrollment({ body: { passkey: passkey.created } })
    walker.passkey = passkey
    return answer
  }
  if (kind === 'sms') {
    await signIn.startSmsEnrollment({ body: { phone: newPhone() } })
    return signIn.confirmSmsEnrollment({ body: { code: await sentCode(world, person) } })
  }
  const { secret } = await signIn.startEnrollment()
  const code = await world.nextCode({ ...person, secret })
  const answer = await signIn.confirmEnrollment({ body: { code } })
  person.secret = secret
  return answer
}

export async function presentPasskeyAlone({ passkey }: Walker, { caller }: Tab): Promise<Answered | null> {
  return passkey && enterAlone(caller, passkey)
}

/** Chooses the same password again, by a link from a mail. */
export async function resetByMail(world: World, { email, membershipId }: Person): Promise<void> {
  const { api } = world.stranger()
  await api.passwordReset.request({ body: { email } })
  const token = await newestToken(world, membershipId, '/reset-password')
  await api.passwordReset.complete({ body: { token, password: PASSWORD } })
}
