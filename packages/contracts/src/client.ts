import type { Definition, Received, Sent } from './endpoint.ts'
import { BASE_PATH, contracts } from './index.ts'
import { ProblemDocument } from './problem.ts'

type Transport = (
  path: string,
  init: { method: string; headers: Record<string, string>; body?: string },
) => Promise<Response>

type Capability = Record<string, Definition>
type Arguments<D extends Definition> = Record<never, never> extends Sent<D> ? [sent?: Sent<D>] : [sent: Sent<D>]
type Calls<C extends Capability> = { [K in keyof C]: (...sent: Arguments<C[K]>) => Promise<Received<C[K]>> }

export type Client = { [K in keyof typeof contracts]: Calls<(typeof contracts)[K]> }

/** A request that was answered with a problem. `problem.code` says which; an answer that is none is `server.failed`. */
export class ProblemError extends Error {
  readonly problem: ProblemDocument
  constructor(problem: ProblemDocument) {
    super(`${problem.code}: ${problem.title}`)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

/**
 * A typed client of the whole interface. `send` does the transport: `fetch` in the browser, `inject` in tests.
 * @throws ProblemError for every answer of 400 and above; whatever `send` throws when there is no answer.
 */
export function createClient(send: Transport, headers: Record<string, string> = {}): Client {
  const call = async (definition: Definition, sent: Sent<Definition> = {}): Promise<unknown> => {
    const body = sent.body === undefined ? undefined : JSON.stringify(sent.body)
    const response = await send(urlOf(definition, sent), {
      method: definition.method,
      headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body }),
    })
    if (!response.ok) throw new ProblemError(await problemOf(response))
    return definition.returns ? response.json() : undefined
  }
  const entries = Object.entries(contracts).map(([name, capability]) => [
    name,
    Object.fromEntries(
      Object.entries(capability).map(([key, definition]) => [key, (sent?: Sent<Definition>) => call(definition, sent)]),
    ),
  ])
  return Object.fromEntries(entries)
}

/** The address of a call, its parameters filled in and its query written out. */
export function urlOf(definition: Definition, sent: { params?: Record<string, string>; query?: unknown }): string {
  const path = definition.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(sent.params?.[name] ?? ''))
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(sent.query ?? {})) {
    if (value !== undefined) query.set(name, String(value))
  }
  const search = query.toString()
  return `${BASE_PATH}${path}${search && '?'}${search}`
}

async function problemOf(response: Response): Promise<ProblemDocument> {
  const type = response.headers.get('content-type') ?? ''
  if (type.startsWith('application/problem+json')) return ProblemDocument.parse(await response.json())
  return {
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    code: 'server.failed',
    requestId: '',
  }
}
