import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser'
import { passkeyLibrary } from './passkey.ts'

/** Lets the person make a passkey. Rejects with what `passkeyMistake` reads. */
export async function makePasskey(options: PublicKeyCredentialCreationOptionsJSON) {
  const { startRegistration } = await passkeyLibrary()
  const {
    id,
    rawId,
    type,
    authenticatorAttachment: where,
    response,
  } = await startRegistration({ optionsJSON: options })
  const { clientDataJSON, attestationObject, transports } = response
  return {
    ...{ id, rawId, type },
    ...(where && { authenticatorAttachment: where }),
    response: { clientDataJSON, attestationObject, ...(transports && { transports: transports.filter(isKnown) }) },
  }
}

const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const

function isKnown(transport: string): transport is (typeof TRANSPORTS)[number] {
  return TRANSPORTS.some((known) => known === transport)
}
