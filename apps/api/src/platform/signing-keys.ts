import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import type { Database } from '@keyholder/prisma'
import { calculateJwkThumbprint } from 'jose'
import * as z from 'zod/mini'
import type { Clock } from './clock.ts'
import type { SecretBox } from './secret-box.ts'

type Store = { database: Database; secretBox: SecretBox; clock: Clock }

/** The one algorithm that we sign with and take. */
export const ALGORITHM = 'ES256'

/** The public half, and nothing else: parsing drops every other member of a key (TOK-16). */
const PublicJwk = z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string() })

type SigningKey = { kid: string; privatePem: string; publicPem: string; publicJwk: z.infer<typeof PublicJwk> }

export type SigningKeys = {
  /** What new tokens are signed with; made when there is none yet. */
  current(): Promise<SigningKey>
  /** The key of that id, or null when no process has made it. */
  find(kid: string): Promise<SigningKey | null>
  /** All that verify, newest first. */
  all(): Promise<readonly SigningKey[]>
}

// A key made or retired elsewhere is known here within a minute; one that a token names, within a second.
const KEPT_MS = 60_000
const ASKED_AGAIN_MS = 1000

/** The keys of this process's memory. They live in the database, where all processes make and find the same ones. */
export function createSigningKeys(store: Store): SigningKeys {
  let keys: readonly SigningKey[] = []
  let readAt: number | null = null
  let reading: Promise<void> | null = null

  // A clock that was set back must not keep anything alive, so the distance counts and not its direction.
  const isOlderThan = (ms: number) => readAt === null || Math.abs(store.clock.now().getTime() - readAt) >= ms
  const readAgain = async () => {
    keys = await readKeys(store)
    readAt = store.clock.now().getTime()
  }
  const readTogether = () => {
    reading ??= readAgain().finally(() => {
      reading = null
    })
    return reading
  }
  const all = async () => {
    if (keys.length === 0 || isOlderThan(KEPT_MS)) await readTogether()
    return keys
  }
  return {
    all,
    current: async () => {
      const [newest] = await all()
      if (!newest) throw new Error('There is no signing key.')
      return newest
    },
    find: async (kid) => {
      const named = () => keys.find((key) => key.kid === kid) ?? null
      await all()
      if (named() === null && isOlderThan(ASKED_AGAIN_MS)) await readTogether()
      return named()
    },
  }
}

async function readKeys(store: Store): Promise<SigningKey[]> {
  const known = await openKeys(store)
  if (known.length > 0) return known
  await makeFirstKey(store)
  return openKeys(store)
}

/**
 * What verifies is worked out from the sealed half: whoever can write to the database but has not the key that seals cannot
 * slip in a key of their own. `public_jwk` is there for people to read.
 */
async function openKeys({ database, secretBox }: Store): Promise<SigningKey[]> {
  const rows = await database.signIn.read((tx) =>
    tx.signingKey.findMany({
      where: { algorithm: ALGORITHM, retiredAt: null },
      select: { id: true, privateSealed: true },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    }),
  )
  return rows.map(({ id, privateSealed }) => keyOf(id, secretBox.open('signing-key', privateSealed, [id])))
}

function keyOf(kid: string, privatePem: string): SigningKey {
  const publicKey = createPublicKey(createPrivateKey(privatePem))
  const publicPem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  return { kid, privatePem, publicPem, publicJwk: z.parse(PublicJwk, publicKey.export({ format: 'jwk' })) }
}

/** Made at first need. Of several processes that need it at once, one makes it and the others find it. */
async function makeFirstKey({ database, secretBox, clock }: Store): Promise<void> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const publicJwk = z.parse(PublicJwk, publicKey.export({ format: 'jwk' }))
  // RFC 7638: an id that says which key it is.
  const id = await calculateJwkThumbprint(publicJwk)
  const privatePem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const privateSealed = secretBox.seal('signing-key', privatePem, [id])
  await database.signIn.write(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('signing-key', 0))`
    if ((await tx.signingKey.count({ where: { algorithm: ALGORITHM, retiredAt: null } })) > 0) return
    const createdAt = clock.now()
    await tx.signingKey.createMany({ data: [{ id, algorithm: ALGORITHM, publicJwk, privateSealed, createdAt }] })
  })
}
