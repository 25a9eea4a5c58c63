import { randomBytes } from 'node:crypto'
import type { Clock } from './clock.ts'

export type Random = {
  bytes(size: number): Buffer
  /** Version 7: ids made later sort later, so that indexes grow at one end. Not a secret: it tells when it was made. */
  uuid(): string
  /** 256 bits in base64url, 43 characters: for sessions, links and client secrets. */
  token(): string
}

const TOKEN_BYTES = 32

export function createRandom(clock: Clock, bytes: (size: number) => Buffer = randomBytes): Random {
  return { bytes, uuid: createUuids(clock, bytes), token: () => bytes(TOKEN_BYTES).toString('base64url') }
}

/**
 * RFC 9562 §5.7 and §6.2, method 1: 48 bits of milliseconds, then 12 bits that begin low at random and count up within one
 * millisecond, then 62 random bits. The clock going back does not make ids go back. Node's own does not take our clock.
 */
function createUuids(clock: Clock, bytes: (size: number) => Buffer): () => string {
  let lastTime = 0
  let counter = 0
  return () => {
    const id = bytes(16)
    const time = clock.now().getTime()
    if (time > lastTime) {
      lastTime = time
      // Half of the range is left to count up in.
      counter = id.readUInt16BE(6) & 0x7ff
    } else {
      counter += 1
    }
    if (counter > 0xfff) {
      lastTime += 1
      counter = 0
    }
    id.writeUIntBE(lastTime, 0, 6)
    id.writeUInt16BE(0x7000 | counter, 6)
    id.writeUInt8(0x80 | (id.readUInt8(8) & 0x3f), 8)
    return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  }
}
