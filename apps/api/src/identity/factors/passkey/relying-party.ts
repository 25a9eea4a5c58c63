import type { Settings } from '../../../settings.ts'

/** COSE: ES256, EdDSA and RS256. Between them every authenticator there is; the first is preferred. */
export const ALGORITHMS = [-7, -8, -257] as const

/** Whom a passkey is made for: the host of the one public address. A page anywhere else gets no signature that fits. */
export function relyingPartyOf({ publicUrl, serviceName }: Pick<Settings, 'publicUrl' | 'serviceName'>) {
  return { id: new URL(publicUrl).hostname, name: serviceName, origin: publicUrl }
}

/** What a passkey keeps of its owner: the 16 bytes of the user's id, which tell nothing of a person (WebAuthn L3 §14.6.1). */
export function userHandleOf(userId: string): string {
  return Buffer.from(userId.replaceAll('-', ''), 'hex').toString('base64url')
}
