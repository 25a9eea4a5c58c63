import type { Access } from '@keyholder/contracts'
import type { AuthMethod, Language, PackageKind, PackageStatus, Rights, SignInStep, Subject } from '@keyholder/domain'
import type { Database, Db, SignInDb } from '@keyholder/prisma'
import type { Clock } from './platform/clock.ts'
import type { KeyedHash } from './platform/keyed-hash.ts'
import type { PasswordHasher } from './platform/password-hash.ts'
import type { Random } from './platform/random.ts'
import type { SecretBox } from './platform/secret-box.ts'
import type { SigningKeys } from './platform/signing-keys.ts'
import type { Settings } from './settings.ts'

/** The outside world, as every use case sees it. Real in main.ts, with a fake clock and known randomness in tests. */
export type Platform = {
  settings: Settings
  database: Database
  clock: Clock
  random: Random
  passwords: PasswordHasher
  secretBox: SecretBox
  keyedHash: KeyedHash
  signingKeys: SigningKeys
}

/** What is known of a request before anybody is recognised. */
export type RequestFacts = { id: string; ip: string; userAgent: string; deviceCookie: string | null }

/** Cookies are asked for here and written by the edge: use cases never touch the reply. */
export type Cookies = {
  openSession(token: string): void
  endSession(): void
  openAttempt(token: string): void
  endAttempt(): void
  knowDevice(value: string): void
}

/** A person who has proven the password and nothing more. `tenantId` is where they would sign in; its log records the attempt. */
export type Attempt = Subject & {
  id: string
  step: SignInStep
  /** The method of the second step, when another step follows it. */
  shown: Exclude<AuthMethod, 'email'> | null
  /** False for a sign-in by passkey alone. */
  passwordProven: boolean
  expiresAt: Date
  email: string
  language: Language
}

/** Whoever does something to a member: a subject with what they may do, in their organisation. Every actor is one. */
export type By = Subject & Pick<Actor, 'rights' | 'tenant'>

/** Whoever calls: a signed-in person with a session, or a machine with an access token. */
export type Actor = Subject & {
  kind: 'person' | 'api'
  email: string
  language: Language
  rights: Rights
  tenant: { name: string; package: PackageKind; packageStatus: PackageStatus }
  /** Null for a machine. */
  session: ActorSession | null
}

export type ActorSession = {
  id: string
  tokenHash: Buffer
  openedAt: Date
  lastUsedAt: Date
  idleSeconds: number
  endsAt: Date
  secondFactor: AuthMethod
  secondFactorAt: Date
  /** False when a passkey alone opened it. */
  passwordProven: boolean
}

/** What a verb needs besides its transaction and its actor. */
export type Work = { platform: Platform; now: Date; request: RequestFacts | null; actor?: Actor | undefined }

export type PublicContext = {
  platform: Platform
  request: RequestFacts
  now: Date
  cookies: Cookies
  /** The database as signing in sees it: before there is a tenant, and for one's own account. */
  signIn: SignInDb
}
export type AttemptContext = PublicContext & { attempt: Attempt }
export type ActorContext = PublicContext & {
  actor: Actor
  /** The database as the organisation of the actor sees it. */
  db: Db
}

/** What the handler of an endpoint is given besides the request: decided by who may call it. */
export type ContextOf<A extends Access> = A extends 'public'
  ? PublicContext
  : A extends 'attempt' | `attempt:${string}`
    ? AttemptContext
    : ActorContext
