import { CHALLENGE_LIFETIME_SECONDS } from '@keyholder/domain'
import * as z from 'zod/mini'

/** Bytes in base64url, as WebAuthn writes them in JSON. */
const bytes = (most: number) =>
  z.string().check(z.regex(/^[A-Za-z0-9_-]*$/, 'base64url'), z.maxLength(most, 'too_long'))

const CredentialId = bytes(1400)
const Transports = z
  .array(z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']))
  .check(z.maxLength(7))

const Credential = z.object({ id: CredentialId, type: z.literal('public-key'), transports: Transports })

/** What a browser needs to make a passkey. W3C WebAuthn Level 3 §5.4, in its JSON form. */
export const PasskeyCreation = z.object({
  challenge: bytes(100),
  rp: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: bytes(100), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.object({ type: z.literal('public-key'), alg: z.int() })).check(z.maxLength(5)),
  timeout: z.int().check(z.maximum(CHALLENGE_LIFETIME_SECONDS * 1000)),
  attestation: z.literal('none'),
  excludeCredentials: z.array(Credential).check(z.maxLength(20)),
  authenticatorSelection: z.object({
    residentKey: z.literal('required'),
    requireResidentKey: z.literal(true),
    userVerification: z.literal('required'),
  }),
})

/** What a browser needs to sign with a passkey. An empty list of credentials leaves the choice to the person. */
export const PasskeyChallenge = z.object({
  challenge: bytes(100),
  rpId: z.string(),
  timeout: z.int(),
  userVerification: z.literal('required'),
  allowCredentials: z.array(Credential).check(z.maxLength(20)),
})

const client = {
  id: CredentialId,
  rawId: CredentialId,
  type: z.literal('public-key'),
  authenticatorAttachment: z.optional(z.enum(['platform', 'cross-platform'])),
}

/** A passkey that was made. Only what is read: the page leaves out what browsers add. */
export const NewPasskey = z.strictObject({
  ...client,
  response: z.strictObject({
    clientDataJSON: bytes(4000),
    attestationObject: bytes(20_000),
    transports: z.optional(Transports),
  }),
})

/** A challenge that was signed. */
export const PasskeyProof = z.strictObject({
  ...client,
  response: z.strictObject({
    clientDataJSON: bytes(4000),
    authenticatorData: bytes(4000),
    signature: bytes(2000),
    userHandle: z.optional(bytes(200)),
  }),
})
