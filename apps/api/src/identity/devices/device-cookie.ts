import type { Platform } from '../../context.ts'
import { tokenHash } from '../../platform/keyed-hash.ts'

/** What the cookie holds for one account: a token, and our keyed hash of it and the account. */
export type DeviceEntry = { token: string; signature: string }

/** Colleagues share computers: the cookie knows the last few who signed in here. */
const ACCOUNTS_PER_DEVICE = 4
const LONGEST_COOKIE = 500
const BETWEEN = '~'
const ENTRY = /^([A-Za-z0-9_-]{43})\.([a-z][a-z0-9]{0,15}\.[A-Za-z0-9_-]{43})$/

type Signer = Pick<Platform, 'keyedHash'>

/** The entries of a cookie, in its order; whatever is not in our form is left out. */
export function readDeviceCookie(cookie: string | null): DeviceEntry[] {
  if (!cookie || cookie.length > LONGEST_COOKIE) return []
  return cookie.split(BETWEEN).flatMap((text) => {
    const [, token, signature] = ENTRY.exec(text) ?? []
    return token && signature ? [{ token, signature }] : []
  })
}

/** Whether we signed the entry, for this account. */
export function isSignedFor({ keyedHash }: Signer, { token, signature }: DeviceEntry, userId: string): boolean {
  return keyedHash.matches('device', `${token} ${userId}`, signature)
}

/** The cookie with an entry for this account in front, in the place of an earlier one. */
export function writeDeviceCookie(
  platform: Signer,
  { cookie, token, userId }: { cookie: string | null; token: string; userId: string },
): string {
  const others = readDeviceCookie(cookie).filter((entry) => !isSignedFor(platform, entry, userId))
  const entries = [{ token, signature: platform.keyedHash.hash('device', `${token} ${userId}`) }, ...others]
  return entries
    .slice(0, ACCOUNTS_PER_DEVICE)
    .map((entry) => `${entry.token}.${entry.signature}`)
    .join(BETWEEN)
}

/** By which a device is found: its token itself is kept nowhere but in the cookie. */
export function deviceHash({ token }: Pick<DeviceEntry, 'token'>): Uint8Array<ArrayBuffer> {
  return new Uint8Array(tokenHash('device', token))
}
