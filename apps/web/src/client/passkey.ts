import type { AuthenticationResponseJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'

type Library = typeof import('@simplewebauthn/browser')

let loaded: Library | undefined

/** Loaded when a passkey is asked for: the first page does without it. */
export async function passkeyLibrary(): Promise<Library> {
  loaded ??= await import('@simplewebauthn/browser')
  return loaded
}

/** Lets the person sign a challenge with a passkey of theirs. Rejects with what `passkeyMistake` reads. */
export async function signWithPasskey(challenge: PublicKeyCredentialRequestOptionsJSON) {
  const { startAuthentication } = await passkeyLibrary()
  return proofOf(await startAuthentication({ optionsJSON: challenge }))
}

/** The same by the browser's autofill: it answers when the person chooses a passkey there, which may be never. */
export async function signByAutofill(challenge: PublicKeyCredentialRequestOptionsJSON) {
  const { startAuthentication } = await passkeyLibrary()
  return proofOf(await startAuthentication({ optionsJSON: challenge, useBrowserAutofill: true }))
}

/** Ends what waits for a passkey, if anything does. */
export function stopPasskey(): void {
  loaded?.WebAuthnAbortService.cancelCeremony()
}

/** Whether this browser offers passkeys in the autofill of a field. */
export async function canAutofillPasskey(): Promise<boolean> {
  if (typeof PublicKeyCredential === 'undefined') return false
  return (await PublicKeyCredential.isConditionalMediationAvailable?.()) ?? false
}

/** Only what the contract reads: browsers add more. */
function proofOf({ id, rawId, type, authenticatorAttachment: where, response }: AuthenticationResponseJSON) {
  const { clientDataJSON, authenticatorData, signature, userHandle } = response
  return {
    ...{ id, rawId, type },
    ...(where && { authenticatorAttachment: where }),
    response: { clientDataJSON, authenticatorData, signature, ...(userHandle && { userHandle }) },
  }
}
