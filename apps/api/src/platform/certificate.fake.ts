import { generateKeyPairSync, sign } from 'node:crypto'

/** A self-signed certificate, valid now, for any name: what an eavesdropper would present. */
export function selfSignedCertificate(): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const algorithm = sequence(tagged(0x06, ECDSA_WITH_SHA256))
  const name = sequence(tagged(0x31, sequence(tagged(0x06, COMMON_NAME), tagged(0x0c, Buffer.from('relay.test')))))
  const validity = sequence(utcTime('250101000000Z'), utcTime('491231235959Z'))
  // RFC 5280 §4.1, as a version 1 certificate: serial number, algorithm, issuer, validity, subject, key.
  const body = sequence(
    tagged(0x02, Buffer.of(1)),
    algorithm,
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  )
  const signature = tagged(0x03, Buffer.concat([Buffer.of(0), sign('sha256', body, privateKey)]))
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: pem(sequence(body, algorithm, signature)),
  }
}

const ECDSA_WITH_SHA256 = Buffer.from('2a8648ce3d040302', 'hex')
const COMMON_NAME = Buffer.from('550403', 'hex')

const sequence = (...parts: Buffer[]) => tagged(0x30, Buffer.concat(parts))
const utcTime = (text: string) => tagged(0x17, Buffer.from(text))

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.of(tag, ...size), content])
}

function pem(der: Buffer): string {
  const lines = der.toString('base64').replaceAll(/.{64}/g, '$&\n')
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`
}
