import type { JWT } from '@fastify/jwt'
import type { Scope } from '@keyholder/domain'
import * as z from 'zod/mini'
import type { Platform } from '../context.ts'
import { CLIENT_ID } from '../identity/clients/client-credential.ts'
import type { Client } from '../identity/clients/find-client.ts'
import { ALGORITHM } from '../platform/signing-keys.ts'
import { urlsOf } from '../settings.ts'

/** Every token is dead after this, whatever else happens. */
export const TOKEN_LIFETIME_SECONDS = 900

/** RFC 9068 §2.1: what keeps an access token from being taken for any other kind of JWT. */
const TYPE = 'at+jwt'

/** Only what we write, so `jku`, `jwk`, `x5u` or `crit` make it a foreign token (RFC 8725 §3.10). */
const Header = z.strictObject({ alg: z.string(), typ: z.string(), kid: z.string() })

/** RFC 9068 §2.2, all of it. `sub` has a prefix, so that no machine is ever taken for a person (TOK-09). */
const Claims = z.object({
  iss: z.string(),
  aud: z.string(),
  sub: z.string().check(z.regex(/^api:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)),
  client_id: z.string().check(z.regex(CLIENT_ID)),
  scope: z.string(),
  iat: z.int(),
  exp: z.int(),
  jti: z.string(),
  /** The API user's epoch when the token was made: raising it ends all tokens so far. */
  epoch: z.int(),
})

/** What signs and reads tokens: the library, the keys and the addresses that stand in them. */
export type TokenMaker = {
  jwt: Pick<JWT, 'sign' | 'verify' | 'decode'>
  platform: Pick<Platform, 'signingKeys' | 'settings'>
}

export type AccessToken = { userId: string; clientId: string; scopes: string[]; epoch: number }

type New = { client: Client; scopes: readonly Scope[]; tokenId: string; now: Date }

/** Makes an access token by RFC 9068. */
export async function signAccessToken(
  { jwt, platform }: TokenMaker,
  { client, scopes, tokenId, now }: New,
): Promise<string> {
  const { kid, privatePem } = await platform.signingKeys.current()
  const { issuer, apiBase } = urlsOf(platform.settings)
  const iat = Math.floor(now.getTime() / 1000)
  const claims: z.infer<typeof Claims> = {
    iss: issuer,
    aud: apiBase,
    sub: `api:${client.userId}`,
    client_id: client.clientId,
    scope: scopes.join(' '),
    iat,
    exp: iat + TOKEN_LIFETIME_SECONDS,
    jti: tokenId,
    epoch: client.epoch,
  }
  return jwt.sign(claims, { key: privatePem, algorithm: ALGORITHM, kid, header: { alg: ALGORITHM, typ: TYPE } })
}

/** What a token says, once it is beyond doubt ours, of this kind, for us and of this moment; else null (RFC 9068 §4). */
export async function readAccessToken(maker: TokenMaker, token: string, now: Date): Promise<AccessToken | null> {
  const kid = readKeyId(maker, token)
  const key = kid === null ? null : await maker.platform.signingKeys.find(kid)
  if (!key) return null
  const claims = verifyClaims(maker, token, { publicPem: key.publicPem, now })
  // RFC 7519 §4.1.4: dead on the second that `exp` names; the library gives it that second.
  if (!claims || claims.exp * 1000 <= now.getTime()) return null
  const userId = claims.sub.slice('api:'.length)
  return { userId, clientId: claims.client_id, scopes: claims.scope.split(' '), epoch: claims.epoch }
}

function readKeyId({ jwt }: TokenMaker, token: string): string | null {
  const decoded = attempt(() => jwt.decode<{ header?: unknown }>(token, { complete: true }))
  const header = z.safeParse(Header, decoded?.header)
  return header.success ? header.data.kid : null
}

function verifyClaims(
  { jwt, platform }: TokenMaker,
  token: string,
  { publicPem, now }: { publicPem: string; now: Date },
) {
  const { issuer, apiBase } = urlsOf(platform.settings)
  const claims = attempt(() =>
    jwt.verify<object>(token, {
      key: publicPem,
      algorithms: [ALGORITHM],
      checkTyp: TYPE,
      allowedIss: issuer,
      allowedAud: apiBase,
      clockTimestamp: now.getTime(),
    }),
  )
  const parsed = z.safeParse(Claims, claims)
  return parsed.success ? parsed.data : null
}

/** The library throws for anything that is no token. Here that is an answer, not a failure; the cause is not disclosed. */
function attempt<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}
