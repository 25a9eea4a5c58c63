import { createPublicKey } from 'node:crypto'
import {
  base64url,
  type CryptoKey,
  decodeJwt,
  decodeProtectedHeader,
  exportJWK,
  exportSPKI,
  GeneralSign,
  generateKeyPair,
  importPKCS8,
  type JWTHeaderParameters,
  SignJWT,
} from 'jose'
import { describe, expect } from 'vitest'
import { it as base } from '../testing/it.ts'
import { callAs, fetchToken } from '../testing/machine.ts'
import type { World } from '../testing/world.ts'

const it = base
  .extend('token', ({ world, clock, machine }) => {
    // A whole second, so that what ends on it ends now.
    clock.advance(1000 - (clock.now().getTime() % 1000))
    return fetchToken(world, machine)
  })
  .extend('forger', ({ world, token }) => createForger(world, token))

describe('an access token', () => {
  it('of ours is taken, and the forger of these tests can make one like it', async ({ world, token, forger }) => {
    expect((await callAs(world, token)).status).toBe(200)
    expect((await callAs(world, await forger.forge())).status).toBe(200)
  })

  const forgeries: Record<string, (forger: Forger) => Promise<string> | string> = {
    'with algorithm none': ({ unsigned }) => unsigned({ alg: 'none' }),
    'with algorithm none and the signature of another': ({ token, unsigned }) =>
      unsigned({ alg: 'none' }, token.split('.')[2]),
    'without its signature': ({ token }) => token.replace(/[^.]+$/, ''),
    'with a signature of HS256 by our public key as PEM': async ({ oursPublic, forge }) =>
      forge({ header: { alg: 'HS256' }, key: new TextEncoder().encode(await exportSPKI(oursPublic)) }),
    'with a signature of HS256 by our public key as JWK': async ({ oursPublic, forge }) =>
      forge({ header: { alg: 'HS256' }, key: new TextEncoder().encode(JSON.stringify(await exportJWK(oursPublic))) }),
    'with another algorithm of asymmetric keys': async ({ forge }) =>
      forge({ header: { alg: 'EdDSA' }, key: (await generateKeyPair('EdDSA')).privateKey }),
    'signed by another key': ({ theirs, forge }) => forge({ key: theirs.privateKey }),
    'without a kid': ({ forge }) => forge({ header: { kid: undefined } }),
    'with an unknown kid': ({ theirs, forge }) => forge({ header: { kid: 'A'.repeat(43) }, key: theirs.privateKey }),
    'with a path for a kid': ({ theirs, forge }) =>
      forge({ header: { kid: '../../../../dev/null' }, key: theirs.privateKey }),
    'with SQL for a kid': ({ theirs, forge }) =>
      forge({ header: { kid: `' UNION SELECT 'k' --` }, key: theirs.privateKey }),
    'with a kid that no database takes': ({ theirs, forge }) =>
      forge({ header: { kid: 'a\u0000b' }, key: theirs.privateKey }),
    'with a kid that is no text': ({ token, unsigned }) => unsigned({ kid: { $ne: null } }, token.split('.')[2]),
    'that brings its own key as jwk': async ({ theirs, forge }) =>
      forge({ header: { jwk: await exportJWK(theirs.publicKey) }, key: theirs.privateKey }),
    'that names keys elsewhere by jku': ({ theirs, forge }) =>
      forge({ header: { jku: 'https://evil.example/keys' }, key: theirs.privateKey }),
    'that names a certificate elsewhere by x5u': ({ theirs, forge }) =>
      forge({ header: { x5u: 'https://evil.example/c' }, key: theirs.privateKey }),
    'of our own signing with a jku in it': ({ forge }) => forge({ header: { jku: 'https://evil.example/keys' } }),
    'with a critical extension': ({ token, unsigned }) => unsigned({ crit: ['x'], x: 1 }, token.split('.')[2]),
    'of the type JWT': ({ forge }) => forge({ header: { typ: 'JWT' } }),
    'of no type': ({ forge }) => forge({ header: { typ: undefined } }),
    'of the type of a logout token': ({ forge }) => forge({ header: { typ: 'logout+jwt' } }),
    'that looks like an id token': ({ claims, forge }) =>
      forge({ header: { typ: 'JWT' }, claims: { aud: claims.client_id, nonce: 'n' } }),
    'that has expired this very second': ({ now, forge }) => forge({ claims: { exp: now } }),
    'that expired before': ({ now, forge }) => forge({ claims: { iat: now - 1000, exp: now - 100 } }),
    'that never expires': ({ forge }) => forge({ claims: { exp: undefined } }),
    'that expires in words': ({ forge }) => forge({ claims: { exp: '9999999999' } }),
    'that is not valid yet': ({ now, forge }) => forge({ claims: { nbf: now + 60 } }),
    'for another audience': ({ forge }) => forge({ claims: { aud: 'https://elsewhere.example/api' } }),
    'for several audiences': ({ claims, forge }) =>
      forge({ claims: { aud: [claims.aud, 'https://elsewhere.example'] } }),
    'for the address without the interface': ({ claims, forge }) => forge({ claims: { aud: claims.iss } }),
    'for nobody': ({ forge }) => forge({ claims: { aud: undefined } }),
    'of another issuer': ({ forge }) => forge({ claims: { iss: 'https://evil.example' } }),
    'of our issuer with a slash': ({ claims, forge }) => forge({ claims: { iss: `${claims.iss}/` } }),
    'without an issuer': ({ forge }) => forge({ claims: { iss: undefined } }),
    'of another epoch': ({ claims, forge }) => forge({ claims: { epoch: Number(claims.epoch) + 1 } }),
    'without an epoch': ({ forge }) => forge({ claims: { epoch: undefined } }),
    'of another client': ({ forge }) => forge({ claims: { client_id: `cli_${'A'.repeat(22)}` } }),
    'with two signatures': async (forger) => JSON.stringify(await twice(forger)),
    'with two signatures, run together': async ({ token, theirs, forge }) =>
      `${token}.${(await forge({ key: theirs.privateKey })).split('.')[2]}`,
    'with a changed claim': ({ token, claims }) =>
      token.replace(/\.[^.]+\./, `.${base64url.encode(JSON.stringify({ ...claims, scope: 'audit:read' }))}.`),
    'longer than any of ours': ({ forge }) => forge({ claims: { scope: 'x'.repeat(5000) } }),
    'that is no token at all': () => 'a.b.c',
    'with a payload that is a list': ({ header }) =>
      `${base64url.encode(JSON.stringify(header))}.${base64url.encode('[]')}.AAAA`,
  }

  const twice = ({ claims, header, ours, theirs }: Forger) => {
    const sign = new GeneralSign(new TextEncoder().encode(JSON.stringify(claims)))
    sign.addSignature(ours).setProtectedHeader(header)
    return sign
      .addSignature(theirs.privateKey)
      .setProtectedHeader({ ...header, kid: 'other' })
      .sign()
  }

  it.for(Object.keys(forgeries))('TOK-07: %s is refused', async (name, { world, forger }) => {
    const forged = await forgeries[name]?.(forger)
    const { status, headers, json } = await callAs(world, forged ?? '')
    expect(status).toBe(401)
    if (/^[^\s,]+$/.test(forged ?? '')) {
      expect(Object(json).code).toBe('token.invalid')
      expect(headers['www-authenticate']).toBe('Bearer error="invalid_token"')
    }
  })

  it('TOK-09: that names a person, or an API user by the name of a person, opens nothing', async ({
    world,
    tenant,
    forger,
  }) => {
    const { claims, forge } = forger
    const person = tenant.holder
    for (const sub of [
      `api:${person.userId}`,
      person.userId,
      claims.sub?.slice('api:'.length),
      'api:',
      `api:' OR true --`,
    ]) {
      expect((await callAs(world, await forge({ claims: { sub } }))).status).toBe(401)
    }
  })

  it('TOK-09: is for machines, and a person has none, even with a credential in the database', async ({
    world,
    tenant,
    machine,
    forger,
  }) => {
    const { userId, tenantId } = tenant.holder
    await world.asOwner(async (tx) => {
      const machineUser = await tx.apiUser.findFirstOrThrow({ where: { homeTenantId: tenantId } })
      await tx.apiUser.create({ data: { ...machineUser, userId } })
      await tx.apiCredential.updateMany({ where: { clientId: machine.clientId }, data: { userId } })
    })
    expect((await callAs(world, await forger.forge({ claims: { sub: `api:${userId}` } }))).status).toBe(401)
    await expect(fetchToken(world, machine)).rejects.toThrow()
  })
})

type Forgery = { header?: object; claims?: object; key?: CryptoKey | Uint8Array }
type Forger = Awaited<ReturnType<typeof createForger>>

/** Has our own private key, and another: even with ours one gets nowhere with anything but our own kind of token. */
async function createForger(world: World, token: string) {
  const claims = decodeJwt(token)
  const { alg = '', kid = '' } = decodeProtectedHeader(token)
  const header: JWTHeaderParameters = { alg, kid, typ: 'at+jwt' }
  const row = await world.asOwner((tx) => tx.signingKey.findFirstOrThrow({ select: { id: true, privateSealed: true } }))
  const pem = world.platform.secretBox.open('signing-key', row.privateSealed, [row.id])
  const ours = await importPKCS8(pem, 'ES256')
  return {
    token,
    claims,
    header,
    ours,
    oursPublic: createPublicKey(pem),
    theirs: await generateKeyPair('ES256', { extractable: true }),
    now: Math.floor(world.clock.now().getTime() / 1000),
    forge: ({ header: otherHeader, claims: otherClaims, key = ours }: Forgery = {}) =>
      new SignJWT({ ...claims, ...otherClaims }).setProtectedHeader({ ...header, ...otherHeader }).sign(key),
    unsigned: (parts: object, signature = '') =>
      [...[{ ...header, ...parts }, claims].map((part) => base64url.encode(JSON.stringify(part))), signature].join('.'),
  }
}
