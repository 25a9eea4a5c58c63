import { seconds } from '../platform/clock.fake.ts'
import type { Caller } from './caller.ts'
import type { Given } from './it.ts'
import { newPhone, withPhone } from './phones.ts'
import type { Person } from './world.ts'

/** Somebody with a number, whose next code can be asked for at once. */
export async function numbered({ world, tenant }: Given<'world' | 'tenant'>, phone = newPhone()): Promise<Person> {
  const person = await withPhone(world, await world.addPerson(tenant, 'reader'), phone)
  world.clock.advance(seconds(30))
  return person
}

/** Somebody with a number who proved the password. */
export async function pendingSignIn({ world, tenant }: Given<'world' | 'tenant'>, person?: Person) {
  const owner = person ?? (await numbered({ world, tenant }))
  const { caller } = await world.withPassword(owner)
  return { person: owner, caller, api: caller.api }
}

/** Asks for a code, by SMS unless told otherwise. */
export const send = ({ api }: Pick<Caller, 'api'>, method: 'sms' | 'email' = 'sms') =>
  api.signIn.sendCode({ body: { method } })

/** Enters a code that was sent. */
export const show = ({ api }: Pick<Caller, 'api'>, code: string) => api.signIn.verifySentCode({ body: { code } })
