import type { UserKey } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { PublicContext } from '../../context.ts'
import { deviceHash, writeDeviceCookie } from './device-cookie.ts'
import { findKnownDevice } from './find-known-device.ts'

type Context = Pick<PublicContext, 'platform' | 'now' | 'cookies' | 'request'>
type NewDevice = UserKey & { firstAt: Date }

/** Keeps a device under a new token, of which only the hash is stored, and gives it the cookie. */
export async function storeDevice(
  tx: Tx,
  { platform, now, cookies, request }: Context,
  { homeTenantId, userId, firstAt }: NewDevice,
): Promise<void> {
  const token = platform.random.token()
  const { userAgent, ip, deviceCookie: cookie } = request
  const tokenHash = deviceHash({ token })
  await tx.knownDevice.createMany({
    data: [{ homeTenantId, id: platform.random.uuid(), userId, tokenHash, userAgent, ip, firstAt, lastAt: now }],
  })
  cookies.knowDevice(writeDeviceCookie(platform, { cookie, token, userId }))
}

/**
 * Forgets the devices of an account but the one of this request, if that is known: it gets another token, so that a copy of its
 * cookie is worth no more than the others (REC-23).
 */
export async function keepOnlyThisDevice(tx: Tx, context: Context, userId: string): Promise<void> {
  const known = await findKnownDevice(tx, context, { userId })
  await forgetDevices(tx, userId)
  if (known) await storeDevice(tx, context, known)
}

/** Every device of the account is a stranger from now on. */
export async function forgetDevices(tx: Tx, userId: string): Promise<void> {
  await tx.knownDevice.deleteMany({ where: { userId } })
}
