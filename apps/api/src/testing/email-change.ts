import type { Caller } from './caller.ts'
import type { Given } from './it.ts'
import { refusalOf } from './refusal.ts'
import { mailsTo, newestToken } from './stored-rows.ts'
import type { Person, SignedIn, World } from './world.ts'

/** Where what happens meanwhile happens. */
export type House = Given<'world' | 'tenant'>

let emails = 0

/** An address that nobody has yet. */
export const newAddress = () => {
  emails += 1
  return `nieuw${emails}@example.nl`
}

/** Asks for another address. */
export const ask = ({ api }: SignedIn, email: string) => api.account.changeEmail({ body: { email } })

/** Confirms it, by the secret part of a link; gives the refusal, if any. */
export const confirm = ({ api }: Caller, token: string) => refusalOf(api.account.confirmEmail({ body: { token } }))

/** The secret part of the link that the new mailbox got. */
export const confirmToken = (world: World, { person }: SignedIn) =>
  newestToken(world, person.membershipId, '/confirm-email')

/** What the mails of one kind to a member say, oldest first. */
export const mails = async (world: World, { membershipId }: Pick<Person, 'membershipId'>, wanted: string) =>
  (await mailsTo(world, membershipId)).filter(({ template }) => template === wanted).map(({ data }) => data)

/** Where the address of a person is kept. */
export const emailsOf = (world: World, { userId }: Person) =>
  world.asOwner(async (tx) => [
    (await tx.login.findFirstOrThrow({ where: { userId } })).email,
    (await tx.user.findFirstOrThrow({ where: { id: userId } })).email,
    ...(await tx.membership.findMany({ where: { userId } })).map(({ email }) => email),
  ])
