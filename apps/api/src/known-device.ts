import type { Platform } from './context.ts'

/**
 * A cookie that says: on this device somebody signed in fully to this account. It gives no right; it only puts the device's
 * wrong passwords into a lane of its own, so that a stranger's guessing does not shut the owner out.
 * Form: `<device>.<keyed hash of device and address>`.
 */
export function knownDeviceCookie(platform: Platform, email: string, cookie: string | null): string {
  const device = deviceOf(platform, email, cookie) ?? platform.random.token()
  return `${device}.${platform.keyedHash.hash('device', `${device} ${email}`)}`
}

/** The device that signed in to this address before, or null: no cookie, another address, or not of our making. */
export function deviceOf(platform: Platform, email: string, cookie: string | null): string | null {
  if (!cookie || cookie.length > 200) return null
  const dot = cookie.indexOf('.')
  const device = cookie.slice(0, dot)
  if (dot < 1 || !platform.keyedHash.matches('device', `${device} ${email}`, cookie.slice(dot + 1))) return null
  return device
}
