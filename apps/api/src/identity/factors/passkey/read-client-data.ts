import { decodeClientDataJSON } from '@simplewebauthn/server/helpers'
import * as z from 'zod/mini'

const ClientData = z.object({
  challenge: z.string(),
  crossOrigin: z.optional(z.unknown()),
  topOrigin: z.optional(z.unknown()),
})

/**
 * What is read of a browser's client data before the library reads it all: which challenge it is for, and whether it was
 * signed in a frame of another site, which the library lets pass (WebAuthn L3 §7.1 step 10, §7.2 step 13).
 * @returns null when it cannot be read
 */
export function readClientData(encoded: string): { challenge: string; isFramed: boolean } | null {
  const { data } = z.safeParse(ClientData, decoded(encoded))
  if (!data) return null
  const { challenge, crossOrigin = false, topOrigin } = data
  return { challenge, isFramed: crossOrigin !== false || topOrigin !== undefined }
}

function decoded(encoded: string): unknown {
  try {
    return decodeClientDataJSON(encoded)
  } catch {
    return null
  }
}
