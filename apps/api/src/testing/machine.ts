import * as z from 'zod/mini'
import type { Answer } from './caller.ts'
import type { SignedIn, World } from './world.ts'

export type ApiUser = { id: string; name: string; token: string }
export type Machine = ApiUser & { clientId: string; clientSecret: string }

/** An API user made by somebody, with the secret part of the link that its contact was mailed. */
export async function makeApiUser(world: World, holder: SignedIn, name = 'Dashboard'): Promise<ApiUser> {
  const contact = { responsible: 'Els de Boer', contactEmail: 'developer@example.nl', language: 'nl' } as const
  const { id } = await holder.api.apiUsers.create({ body: { ...contact, name, scopes: ['users:read'] } })
  return { id, name, token: await newestLink(world, id) }
}

/** An API user whose contact has picked the credential up. */
export async function makeMachine(world: World, holder: SignedIn, name?: string): Promise<Machine> {
  const made = await makeApiUser(world, holder, name)
  const picked = await pickUp(world, made.token)
  return { ...made, clientId: picked.clientId, clientSecret: picked.clientSecret }
}

let sources = 0

/** What the contact does with the link, each time from another place: the gate before the endpoint counts by real minutes. */
export async function pickUp(world: World, token: string) {
  sources += 1
  const contact = world.visitor(`2001:db8:${sources.toString(16)}::1`)
  return contact.api.apiUsers.pickUpCredential({ body: { token } })
}

/** The secret part of the newest credential link that was mailed for an API user: what its contact would click on. */
export async function newestLink(world: World, membershipId: string): Promise<string> {
  const message = await world.asOwner((tx) =>
    tx.message.findFirstOrThrow({
      where: { membershipId, template: 'api-credential' },
      select: { id: true, tenantId: true, payloadSealed: true },
      orderBy: { id: 'desc' },
    }),
  )
  const { id, tenantId, payloadSealed } = message
  const payload = JSON.parse(world.platform.secretBox.open('message', payloadSealed ?? '', [tenantId, id]))
  return new URL(z.parse(z.object({ link: z.url() }), payload).link).hash.slice(1)
}

type Asked = {
  form?: Record<string, string> | string
  headers?: Record<string, string>
  url?: string
  ip?: string
}

/** A request to the token endpoint, form-encoded as client libraries do. */
export async function askToken(
  world: World,
  { form = {}, headers = {}, url = '/oauth/token', ip }: Asked,
): Promise<Answer> {
  const raw = typeof form === 'string' ? form : new URLSearchParams(form).toString()
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  return world.visitor(ip).send('POST', url, { raw, headers: { ...type, ...headers } })
}

/** An access token, got with client_secret_post. */
export async function fetchToken(
  world: World,
  { clientId, clientSecret }: Pick<Machine, 'clientId' | 'clientSecret'>,
): Promise<string> {
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret }
  const { json } = await askToken(world, { form })
  return z.parse(z.object({ access_token: z.string() }), json).access_token
}

/** A request with an access token, as a program sends it. */
export async function callAs(world: World, token: string, method = 'GET', url = '/api/v1/users'): Promise<Answer> {
  return world.visitor().send(method, url, { headers: { authorization: `Bearer ${token}` } })
}
