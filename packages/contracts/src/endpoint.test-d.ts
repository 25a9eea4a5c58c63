// Checked by the compiler and never run: each line below that compiles fails the check.
import * as z from 'zod/mini'
import { createClient } from './client.ts'
import { endpoint, type Parsed, type Received, type Returned, type Sent } from './endpoint.ts'
import { Id } from './fields.ts'

const base = { method: 'GET', access: 'session', summary: 'A thing' } as const

endpoint({ ...base, path: '/things/:id', params: { id: Id } })

// @ts-expect-error the path names a parameter that is not described
endpoint({ ...base, path: '/things/:id' })

// @ts-expect-error a parameter is described that the path does not name
endpoint({ ...base, path: '/things/:id', params: { id: Id, other: Id } })

// @ts-expect-error the path names no parameter
endpoint({ ...base, path: '/things', params: { id: Id } })

// @ts-expect-error there is no such permission
endpoint({ ...base, path: '/things', access: 'can:everything' })

// @ts-expect-error there is no such problem
endpoint({ ...base, path: '/things', fails: ['thing.odd'] })

// @ts-expect-error a word that no endpoint has
endpoint({ ...base, path: '/things', retuns: z.object({}) })

const thing = endpoint({
  ...base,
  method: 'PUT',
  path: '/things/:id',
  params: { id: Id },
  body: z.strictObject({ name: z.string() }),
  returns: z.object({ id: z.string() }),
})

const parsed: Parsed<typeof thing> = { params: { id: 'a' }, query: undefined, body: { name: 'b' } }
// @ts-expect-error a handler is not given what the endpoint does not take
parsed.body.colour

const returned: Returned<typeof thing> = { id: 'a' }
// @ts-expect-error a handler gives back what the endpoint returns
const wrong: Returned<typeof thing> = { id: 1 }

const sent: Sent<typeof thing> = { params: { id: 'a' }, body: { name: 'b' } }
// @ts-expect-error a caller passes the body
const unsent: Sent<typeof thing> = { params: { id: 'a' } }

const received: Received<typeof thing> = returned

export const client = createClient(async () => new Response())
export const calls = [
  () => client.users.read({ params: { id: 'a' } }),
  // @ts-expect-error a call without the parameters of its path
  () => client.users.read(),
  // @ts-expect-error a call with a parameter of another name
  () => client.users.read({ params: { user: 'a' } }),
  // @ts-expect-error a call with a body that is not right
  () => client.signIn.authenticator({ body: { cod: '123456' } }),
]
export const kept = [parsed, wrong, sent, unsent, received]
