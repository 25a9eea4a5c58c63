import type { AuditAction, Permission, ProblemCode, SignInStep } from '@keyholder/domain'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * Who may call an endpoint. One guard reads this word; no handler asks again.
 * `public` anybody · `attempt` a sign-in between two steps (any step, or the one named) · `session` whoever is signed in ·
 * `can:…` whoever is signed in and has that permission.
 */
export type Access = 'public' | 'attempt' | `attempt:${SignInStep}` | 'session' | `can:${Permission}`

/** The shallow shape of a zod schema: comparing whole schema graphs made type checking three times slower. */
export type Schema = { _zod: { input: unknown; output: unknown } }

type ParamNames<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Name
    : never

/** Exactly the parameters that the path names: a missing or a foreign key does not compile. */
type ParamsOf<P extends string> = [ParamNames<P>] extends [never]
  ? { params?: never }
  : { params: Record<ParamNames<P>, Schema> }

export type Definition = {
  method: Method
  path: `/${string}`
  access: Access
  summary: string
  params?: Record<string, Schema>
  query?: Schema
  body?: Schema
  /** What the answer holds; left out for an answer without a body (204). */
  returns?: Schema
  status?: 200 | 201 | 202
  /** The problems that this use case gives, besides those that the edge gives everywhere. */
  fails?: readonly ProblemCode[]
  /** The last second factor must be less than ten minutes old. */
  fresh?: true
  /** Not by a session of the weak second step, though it needs no permission and no fresh one. */
  strong?: true
  /** An API user's access token is taken too, when its scopes hold the permission. */
  machines?: true
  /** The audit events that a call can write. Every endpoint that changes something names at least one. */
  records?: readonly AuditAction[]
  /** Fields of the answer that are secret and shown this once. */
  showsOnce?: readonly string[]
  /** A call hashes a password: refused at once, before it is read, while too many others wait. */
  hashes?: true
  /** A read that can cost the database much: a few at a time for each organisation. */
  heavy?: true
  /** Requests a minute from one source, in each process: a coarse gate before the counted limits in the database. */
  perMinute?: number
}

/**
 * Whether an endpoint is closed to a session of the weak second step: whatever administers (a change that needs a permission) and
 * whatever asks for a fresh second factor, or says so. ENR-24: the method counts, not only the time.
 */
export function needsStrong({ access, method, fresh, strong }: Definition): boolean {
  return fresh === true || strong === true || (access.startsWith('can:') && method !== 'GET')
}

type NoOther<D> = { [K in Exclude<keyof D, keyof Definition>]: never }
type NoOtherParams<D> = D extends { path: infer P extends string; params: infer S }
  ? { params: { [K in Exclude<keyof S, ParamNames<P>>]: never } }
  : unknown

/**
 * Defines one endpoint as plain data. Everything else follows from it: validation, the guard, the JSON writer,
 * the typed client and the OpenAPI document.
 */
export function endpoint<const D extends Definition>(
  definition: D & ParamsOf<D['path']> & NoOther<D> & NoOtherParams<D>,
): D {
  return definition
}

type OutputOf<S> = S extends Schema ? S['_zod']['output'] : undefined
type InputOf<S> = S extends Schema ? S['_zod']['input'] : undefined
type Part<D extends Definition, K extends keyof Definition> = D extends { [P in K]: infer S } ? S : undefined

/** What a handler is given: the parsed parts of the request. */
export type Parsed<D extends Definition> = {
  params: Part<D, 'params'> extends Record<string, Schema>
    ? { [K in keyof Part<D, 'params'>]: OutputOf<Part<D, 'params'>[K]> }
    : undefined
  query: OutputOf<Part<D, 'query'>>
  body: OutputOf<Part<D, 'body'>>
}

/** What a handler gives back, before it is written. */
export type Returned<D extends Definition> = D extends { returns: infer S } ? InputOf<S> : undefined

/** What a caller passes in. Parts that the endpoint does not have are left out. */
export type Sent<D extends Definition> = (Part<D, 'params'> extends Record<string, Schema>
  ? { params: { [K in keyof Part<D, 'params'>]: string } }
  : { params?: never }) &
  (Part<D, 'query'> extends Schema ? { query?: InputOf<Part<D, 'query'>> } : { query?: never }) &
  (Part<D, 'body'> extends Schema ? { body: InputOf<Part<D, 'body'>> } : { body?: never })

/** What a caller gets back. */
export type Received<D extends Definition> = D extends { returns: infer S } ? OutputOf<S> : undefined
