import { EDGE_PROBLEMS, PROBLEMS, type ProblemCode } from '@keyholder/domain'
import * as z from 'zod/mini'
import { type Definition, needsStrong, type Schema } from './endpoint.ts'
import { contracts } from './index.ts'
import { API_VERSION, BASE_PATH, COOKIE_NAMES, TOKEN_PATH } from './interface.ts'
import { ProblemDocument } from './problem.ts'

type Json = Record<string, unknown>

/**
 * The OpenAPI 3.1 document of the whole interface: a pure function of the contracts.
 * @param publicUrl where the API is, without a slash at the end
 */
export function openApi({ publicUrl }: { publicUrl: string }): Json {
  const paths: Record<string, Json> = {}
  for (const [capability, endpoints] of Object.entries(contracts)) {
    for (const [name, definition] of Object.entries<Definition>(endpoints)) {
      const path = definition.path.replaceAll(/:(\w+)/g, '{$1}')
      paths[path] = { ...paths[path], [definition.method.toLowerCase()]: operation(capability, name, definition) }
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Keyholder',
      version: API_VERSION,
      description:
        'The interface that the pages use themselves. Programs get an access token at /oauth/token (OAuth 2.0 client credentials) and may call what says `accessToken` below.',
    },
    servers: [{ url: `${publicUrl}${BASE_PATH}` }],
    paths,
    components: {
      schemas: { Problem: jsonSchema(ProblemDocument, 'output') },
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: `__Host-${COOKIE_NAMES.session}`,
          description: 'Signed in with both steps.',
        },
        signIn: {
          type: 'apiKey',
          in: 'cookie',
          name: `__Host-${COOKIE_NAMES.attempt}`,
          description: 'Between the password and the second step.',
        },
        accessToken: {
          type: 'oauth2',
          flows: {
            clientCredentials: {
              tokenUrl: `${publicUrl}${TOKEN_PATH}`,
              scopes: { 'users:read': 'Read the users of the organisation' },
            },
          },
        },
      },
    },
  }
}

function operation(capability: string, name: string, definition: Definition): Json {
  const { summary, params, query, body, returns } = definition
  const status = definition.status ?? (returns ? 200 : 204)
  const parameters = [
    ...Object.entries(params ?? {}).map(([key, schema]) => ({
      name: key,
      in: 'path',
      required: true,
      schema: jsonSchema(schema, 'input'),
    })),
    ...queryParameters(query),
  ]
  return {
    operationId: `${capability}.${name}`,
    tags: [capability],
    summary,
    ...(describe(definition) ? { description: describe(definition) } : {}),
    security: securityOf(definition),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body
      ? { requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(body, 'input') } } } }
      : {}),
    responses: {
      [status]: {
        description: summary,
        ...(returns ? { content: { 'application/json': { schema: jsonSchema(returns, 'output') } } } : {}),
      },
      ...problemsOf(definition),
    },
  }
}

function describe({ fresh, heavy, showsOnce }: Definition): string {
  return [
    fresh ? 'Needs a second factor of less than ten minutes ago.' : '',
    heavy ? 'A few at a time for each organisation; more than that wait shortly or get a 429.' : '',
    showsOnce ? `Shown this once: ${showsOnce.join(', ')}.` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function securityOf({ access, machines }: Definition): Json[] {
  if (access === 'public') return []
  if (access.startsWith('attempt')) return [{ signIn: [] }]
  return [{ session: [] }, ...(machines ? [{ accessToken: [access.slice('can:'.length)] }] : [])]
}

/** Every problem that the endpoint can give, by status. */
function problemsOf(definition: Definition): Json {
  const byStatus = Map.groupBy(codesOf(definition), (code) => PROBLEMS[code].status)
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].sentence}`).join('\n\n'),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}

/** Every code that a call of this endpoint can be answered with: its own, the guard's and the edge's. */
export function codesOf(definition: Definition): ProblemCode[] {
  const { access, fresh, machines, fails } = definition
  const guard: ProblemCode[] = []
  if (access.startsWith('attempt')) guard.push('attempt.missing')
  if (access.startsWith('attempt:')) guard.push('attempt.wrong_step')
  if (access === 'session' || access.startsWith('can:')) guard.push('session.missing')
  if (access.startsWith('can:')) guard.push('session.forbidden')
  if (machines) guard.push('token.invalid', 'token.insufficient_scope')
  if (fresh) guard.push('session.not_fresh')
  if (needsStrong(definition)) guard.push('session.weak')
  return [...new Set([...(fails ?? []), ...guard, ...EDGE_PROBLEMS])]
}

function queryParameters(query: Schema | undefined): Json[] {
  if (!query) return []
  const { properties = {}, required = [] } = jsonSchema(query, 'input') as { properties?: Json; required?: string[] }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
}

function jsonSchema(schema: Schema, io: 'input' | 'output'): Json {
  // @ts-expect-error the contracts hold schemas by their shallow shape; every one is zod's.
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' })
  return plain
}
