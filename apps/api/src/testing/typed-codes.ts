import type { Answer, Caller } from './caller.ts'
import type { Given } from './it.ts'
import { wrongCodeAt } from './phone.ts'
import { PASSWORD, type Person, type World } from './world.ts'

/** Somebody whose authenticator is linked, and who is signed in nowhere. */
export async function linkedPerson({ world, tenant }: Given<'world' | 'tenant'>): Promise<Person> {
  const person = await world.addPerson(tenant, 'reader')
  await (await world.signIn(person)).api.session.signOut()
  return person
}

/** A caller who has proven the password. */
export async function pendingSignIn(
  world: World,
  { email }: Person,
  caller: Caller = world.stranger(),
): Promise<Caller> {
  await caller.api.signIn.password({ body: { email, password: PASSWORD } })
  return caller
}

/** Enters a code of the authenticator. */
export const show = (caller: Caller, code: string): Promise<Answer> =>
  caller.send('POST', '/api/v1/sign-in/authenticator', { body: { code } })

/** A code of no step near now. */
export const wrongCode = (world: World, { secret }: Person) => wrongCodeAt(secret ?? '', world.clock.now())

/** Of several answers, in the same order. */
export const statuses = (answers: Answer[]) => answers.map(({ status }) => status)

export const codes = (answers: Answer[]) => answers.map(({ json }) => (json as { code?: string } | null)?.code)
