import type { Caller } from './caller.ts'
import { sentCode } from './sent-code.ts'
import type { Person, SignedIn, World } from './world.ts'

let numbers = 0

/** A mobile number that nobody has yet. */
export function newPhone(): string {
  numbers += 1
  return `+3161${String(numbers).padStart(7, '0')}`
}

/** Links a number on a sign-in that has come as far as enrolling, and opens the session. */
export async function enrollPhone(world: World, { api }: Caller, person: Person, phone = newPhone()): Promise<string> {
  await api.signIn.startSmsEnrollment({ body: { phone } })
  await api.signIn.confirmSmsEnrollment({ body: { code: await sentCode(world, person) } })
  await api.signIn.keepRecoveryCode({ body: { kept: true } })
  return phone
}

/** Signs somebody in for the first time, with a number as their second step. */
export async function signInWithPhone(world: World, person: Person, phone = newPhone()): Promise<SignedIn> {
  const { caller } = await world.withPassword(person)
  await enrollPhone(world, caller, person, phone)
  return { ...caller, person }
}

/** Somebody whose number is linked, and who is signed in nowhere. */
export async function withPhone(world: World, person: Person, phone = newPhone()): Promise<Person> {
  await (await signInWithPhone(world, person, phone)).api.session.signOut()
  return person
}

/** Signs in with an authenticator twice: linked, and then shown. That makes the code by e-mail possible. */
export async function provenPerson(world: World, person: Person): Promise<Person> {
  for (const _ of ['linked', 'shown']) {
    const { api } = await world.signIn(person)
    await api.session.signOut()
  }
  return person
}
