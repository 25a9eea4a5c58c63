import type { UserKey } from '@keyholder/domain'
import { Prisma, type Queryable } from '@keyholder/prisma'
import type { PublicContext } from '../../context.ts'
import { deviceHash, isSignedFor, readDeviceCookie } from './device-cookie.ts'

/** A device that signed in fully to an account, with the token that its cookie holds. `homeTenantId` is the home of the user. */
export type KnownDevice = UserKey & { id: string; token: string; firstAt: Date }

type Row = Omit<KnownDevice, 'token'> & { tokenHash: Uint8Array }
type Context = Pick<PublicContext, 'platform' | 'request'>

/**
 * Whether the device of this request signed in fully to this account before: our signature is right, and its row is still there
 * (REC-23). It gives no right; it puts wrong passwords into a lane of their own, and a sign-in is no news. One statement, none
 * without a cookie, whether the account exists or not (AUT-01).
 */
export async function findKnownDevice(
  db: Queryable,
  { platform, request }: Context,
  account: { email: string } | { userId: string },
): Promise<KnownDevice | null> {
  const entries = readDeviceCookie(request.deviceCookie)
  if (entries.length === 0) return null
  const sql = Prisma.sql`
    SELECT d.id, d.tenant_id AS "homeTenantId", d.user_id AS "userId", d.token_hash AS "tokenHash", d.first_at AS "firstAt"
    FROM known_devices d JOIN logins l ON l.tenant_id = d.tenant_id AND l.user_id = d.user_id
    WHERE d.token_hash IN (${Prisma.join(entries.map(deviceHash))})
      AND ${'email' in account ? Prisma.sql`l.email = ${account.email}` : Prisma.sql`l.user_id = ${account.userId}::uuid`}`
  const rows = await db.query<Row>(sql)
  for (const { tokenHash, ...device } of rows) {
    const entry = entries.find((one) => Buffer.from(deviceHash(one)).equals(tokenHash))
    if (entry && isSignedFor(platform, entry, device.userId)) return { ...device, token: entry.token }
  }
  return null
}
