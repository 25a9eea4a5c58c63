import { createPublicKey, type KeyObject } from 'node:crypto'
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
  type JWTPayload,
  SignJWT,
} from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callAs, fetchToken, type Machine, makeMachine } from '../testing/machine.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'

let world: World
let holder: Person
let machine: Machine
let token: string
let header: JWTHeaderParameters
let claims: JWTPayload
/** Our own private key: even whoever signs with it gets nowhere with anything but our own kind of token. */
let ours: CryptoKey
let oursPublic: KeyObject
let theirs: { publicKey: CryptoKey; privateKey: CryptoKey }

beforeAll(async () => {
  world = await createWorld()
  // A whole second, so that what ends on it ends now.
  world.clock.advance(1000 - (world.clock.now().getTime() % 1000))
  holder = (await world.addTenant('De Linde')).holder
  machine = await makeMachine(world, await world.signIn(holder))
  token = await fetchToken(world, machine)
  claims = decodeJwt(token)
  const { alg = '', kid = '' } = decodeProtectedHeader(token)
  header = { alg, kid, typ: 'at+jwt' }
  const row = await world.asOwner((tx) => tx.signingKey.findFirstOrThrow({ select: { id: true, privateSealed: true } }))
  const pem = world.platform.secretBox.open('signing-key', row.privateSealed, [row.id])
  ours = await importPKCS8(pem, 'ES256')
  oursPublic = createPublicKey(pem)
  theirs = await generateKeyPair('ES256', { extractable: true })
})
afterAll(() => world.close())

type Forgery = { header?: object; claims?: object; key?: CryptoKey | Uint8Array }

const forge = ({ header: otherHeader, claims: otherClaims, key = ours }: Forgery = {}) =>
  new SignJWT({ ...claims, ...otherClaims }).setProtectedHeader({ ...header, ...otherHeader }).sign(key)
const unsigned = (parts: object, signature = '') =>
  [...[{ ...header, ...parts }, claims].map((part) => base64url.encode(JSON.stringify(part))), signature].join('.')
const now = () => Math.floor(world.clock.now().getTime() / 1000)

describe('an access token', () => {
  it('of ours is taken, and the forger of these tests can make one like it', async () => {
    expect((await callAs(world, token)).status).toBe(200)
    expect((await callAs(world, await forge())).status).toBe(200)
  })

  const forgeries: Record<string, () => Promise<string> | string> = {
    'with algorithm none': () => unsigned({ alg: 'none' }),
    'with algorithm none and the signature of another': () => unsigned({ alg: 'none' }, token.split('.')[2]),
    'without its signature': () => token.replace(/[^.]+$/, ''),
    'with a signature of HS256 by our public key as PEM': async () =>
      forge({ header: { alg: 'HS256' }, key: new TextEncoder().encode(await exportSPKI(oursPublic)) }),
    'with a signature of HS256 by our public key as JWK': async () =>
      forge({ header: { alg: 'HS256' }, key: new TextEncoder().encode(JSON.stringify(await exportJWK(oursPublic))) }),
    'with another algorithm of asymmetric keys': async () =>
      forge({ header: { alg: 'EdDSA' }, key: (await generateKeyPair('EdDSA')).privateKey }),
    'signed by another key': () => forge({ key: theirs.privateKey }),
    'without a kid': () => forge({ header: { kid: undefined } }),
    'with an unknown kid': () => forge({ header: { kid: 'A'.repeat(43) }, key: theirs.privateKey }),
    'with a path for a kid': () => forge({ header: { kid: '../../../../dev/null' }, key: theirs.privateKey }),
    'with SQL for a kid': () => forge({ header: { kid: `' UNION SELECT 'k' --` }, key: theirs.privateKey }),
    'with a kid that no database takes': () => forge({ header: { kid: 'a\u0000b' }, key: theirs.privateKey }),
    'with a kid that is no text': () => unsigned({ kid: { $ne: null } }, token.split('.')[2]),
    'that brings its own key as jwk': async () =>
      forge({ header: { jwk: await exportJWK(theirs.publicKey) }, key: theirs.privateKey }),
    'that names keys elsewhere by jku': () =>
      forge({ header: { jku: 'https://evil.example/keys' }, key: theirs.privateKey }),
    'that names a certificate elsewhere by x5u': () =>
      forge({ header: { x5u: 'https://evil.example/c' }, key: theirs.privateKey }),
    'of our own signing with a jku in it': () => forge({ header: { jku: 'https://evil.example/keys' } }),
    'with a critical extension': () => unsigned({ crit: ['x'], x: 1 }, token.split('.')[2]),
    'of the type JWT': () => forge({ header: { typ: 'JWT' } }),
    'of no type': () => forge({ header: { typ: undefined } }),
    'of the type of a logout token': () => forge({ header: { typ: 'logout+jwt' } }),
    'that looks like an id token': () =>
      forge({ header: { typ: 'JWT' }, claims: { aud: claims.client_id, nonce: 'n' } }),
    'that has expired this very second': () => forge({ claims: { exp: now() } }),
    'that expired before': () => forge({ claims: { iat: now() - 1000, exp: now() - 100 } }),
    'that never expires': () => forge({ claims: { exp: undefined } }),
    'that expires in words': () => forge({ claims: { exp: '9999999999' } }),
    'that is not valid yet': () => forge({ claims: { nbf: now() + 60 } }),
    'for another audience': () => forge({ claims: { aud: 'https://elsewhere.example/api' } }),
    'for several audiences': () => forge({ claims: { aud: [claims.aud, 'https://elsewhere.example'] } }),
    'for the address without the interface': () => forge({ claims: { aud: claims.iss } }),
    'for nobody': () => forge({ claims: { aud: undefined } }),
    'of another issuer': () => forge({ claims: { iss: 'https://evil.example' } }),
    'of our issuer with a slash': () => forge({ claims: { iss: `${claims.iss}/` } }),
    'without an issuer': () => forge({ claims: { iss: undefined } }),
    'of another epoch': () => forge({ claims: { epoch: Number(claims.epoch) + 1 } }),
    'without an epoch': () => forge({ claims: { epoch: undefined } }),
    'of another client': () => forge({ claims: { client_id: `cli_${'A'.repeat(22)}` } }),
    'with two signatures': async () => JSON.stringify(await twice()),
    'with two signatures, run together': async () =>
      `${token}.${(await forge({ key: theirs.privateKey })).split('.')[2]}`,
    'with a changed claim': () =>
      token.replace(/\.[^.]+\./, `.${base64url.encode(JSON.stringify({ ...claims, scope: 'audit:read' }))}.`),
    'longer than any of ours': () => forge({ claims: { scope: 'x'.repeat(5000) } }),
    'that is no token at all': () => 'a.b.c',
    'with a payload that is a list': () => `${base64url.encode(JSON.stringify(header))}.${base64url.encode('[]')}.AAAA`,
  }

  const twice = () => {
    const sign = new GeneralSign(new TextEncoder().encode(JSON.stringify(claims)))
    sign.addSignature(ours).setProtectedHeader(header)
    return sign
      .addSignature(theirs.privateKey)
      .setProtectedHeader({ ...header, kid: 'other' })
      .sign()
  }

  it.each(Object.keys(forgeries))('TOK-07: %s is refused', async (name) => {
    const forged = await forgeries[name]?.()
    const { status, headers, json } = await callAs(world, forged ?? '')
    expect(status).toBe(401)
    if (/^[^\s,]+$/.test(forged ?? '')) {
      expect(Object(json).code).toBe('token.invalid')
      expect(headers['www-authenticate']).toBe('Bearer error="invalid_token"')
    }
  })

  it('TOK-09: that names a person, or an API user by the name of a person, opens nothing', async () => {
    const person = await world.asOwner((tx) => tx.login.findFirstOrThrow({ select: { userId: true } }))
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

  it('TOK-09: is for machines, and a person has none, even with a credential in the database', async () => {
    const { userId } = holder
    await world.asOwner(async (tx) => {
      const machineUser = await tx.apiUser.findFirstOrThrow({ where: { homeTenantId: holder.tenantId } })
      await tx.apiUser.create({ data: { ...machineUser, userId } })
      await tx.apiCredential.updateMany({ where: { clientId: machine.clientId }, data: { userId } })
    })
    expect((await callAs(world, await forge({ claims: { sub: `api:${userId}` } }))).status).toBe(401)
    await expect(fetchToken(world, machine)).rejects.toThrow()
  })
})
