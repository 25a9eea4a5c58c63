import type { Machine } from './machine.ts'
import type { World } from './world.ts'

export const GRANT = { grant_type: 'client_credentials' }

/** A form with the secret in it: client_secret_post. */
export const postOf = ({ clientId, clientSecret }: Machine) => ({
  ...GRANT,
  client_id: clientId,
  client_secret: clientSecret,
})

/** A header with the secret in it: client_secret_basic. */
export const basicOf = ({ clientId, clientSecret }: Machine) => ({ authorization: basic(clientId, clientSecret) })
export const basic = (id: string, secret: string) => `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`

/** What was written last of a token: handed out, or refused. */
export async function newestTokenEvent(world: World, tenantId: string) {
  return world.asOwner((tx) =>
    tx.auditEvent.findFirst({
      where: { tenantId, action: { startsWith: 'token.' } },
      orderBy: { id: 'desc' },
      omit: { id: true, tenantId: true },
    }),
  )
}
