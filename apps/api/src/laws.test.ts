import { type Definition, Id } from '@keyholder/contracts'
import { BUILT_IN_ROLES, type BuiltInRole, FRESH_SECONDS, type Permission, ROLE_RULES } from '@keyholder/domain'
import { describe, expect } from 'vitest'
import * as z from 'zod/mini'
import { seconds } from './platform/clock.fake.ts'
import { ENDPOINTS, sampleRequest } from './testing/endpoints.ts'
import { type Given, it } from './testing/it.ts'
import { isStrict } from './testing/sample.ts'
import { PASSWORD, type SignedIn } from './testing/world.ts'

describe.each(ENDPOINTS)('$name', (endpoint) => {
  const { definition } = endpoint

  it('is served', ({ world }) => {
    const { method, url } = sampleRequest(endpoint)
    expect(world.app.edge.routes.some((route) => route.method === method && route.pattern.test(url))).toBe(true)
  })

  it('takes no field that it does not name (INP-10)', () => {
    expect([definition.body, definition.query].every(isStrict)).toBe(true)
  })

  it('gives lists that are paged or bounded, and no default that is not in the data', () => {
    for (const schema of schemasIn(definition.returns)) {
      expect(schema._zod.def.type).not.toMatch(/^(transform|pipe|default|prefault|catch)$/)
      if (!(schema instanceof z.ZodMiniObject)) continue
      const { items, next } = schema._zod.def.shape
      if (items && !next) expect(z.toJSONSchema(items)).toHaveProperty('maxItems')
    }
  })

  it('gives nothing secret but what it says to show once', () => {
    const shown = definition.showsOnce ?? []
    const names = [...schemasIn(definition.returns)].flatMap((schema) =>
      schema instanceof z.ZodMiniObject ? Object.keys(schema._zod.def.shape) : [],
    )
    const secret = names.filter((name) =>
      /secret|hash|sealed|password$|token$|uri$|recoveryCode$|relinkCode$/i.test(name),
    )
    expect(secret.filter((name) => !shown.includes(name))).toEqual([])
    expect(shown.every((name) => names.includes(name))).toBe(true)
  })

  it('carries every security header and is kept nowhere, also when it refuses (CSR-06, AZH-14)', async ({ world }) => {
    const { method, url } = sampleRequest(endpoint)
    const { headers } = await world.visitor().send(method, url, { headers: { origin: 'https://evil.example' } })
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['strict-transport-security']).toContain('includeSubDomains')
    expect(headers['permissions-policy']).toBeDefined()
    expect(headers).not.toHaveProperty('access-control-allow-origin')
    expect(headers).not.toHaveProperty('server')
    expect(headers).not.toHaveProperty('x-powered-by')
  })
})

describe('every endpoint that is not public', () => {
  it.for(GUARDED)('answers 401 without a session: $name (AUT-05)', async (endpoint, { world }) => {
    const { method, url, body } = sampleRequest(endpoint)
    const answer = await world.visitor().send(method, url, { body })
    expect(answer.status).toBe(401)
    expect(answer.headers['content-type']).toContain('application/problem+json')
  })

  it('answers 401 after the password and nothing more (ENR-01)', async ({ world, tenant, addPerson }) => {
    for (const person of [tenant.holder, await addPerson('administrator')]) {
      const half = world.visitor()
      await half.api.signIn.password({ body: { email: person.email, password: PASSWORD } })
      for (const endpoint of WITH_SESSION) {
        const { method, url, body } = sampleRequest(endpoint)
        const answer = await half.send(method, url, { body })
        expect([endpoint.name, answer.status, codeOf(answer)]).toEqual([endpoint.name, 401, 'session.missing'])
      }
    }
  })
})

describe('every endpoint that changes something', () => {
  it.each(CHANGING)('names the events that it writes: $name', ({ definition }) => {
    expect(definition.records ?? (definition.access === 'public' ? 'reads only' : undefined)).toBeDefined()
  })

  it.for(CHANGING)('refuses what another site sends: $name (CSR-05, AUT-19)', async (endpoint, { world }) => {
    const { method, url, body } = sampleRequest(endpoint)
    const headers = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: '' },
      { origin: world.origin, 'sec-fetch-site': 'cross-site' },
      { origin: world.origin, 'sec-fetch-site': 'same-site' },
    ]
    for (const header of headers) {
      const answer = await world.visitor().send(method, url, { body, headers: header })
      expect([answer.status, codeOf(answer)]).toEqual([403, 'request.cross_site'])
      expect(answer.headers['set-cookie']).toBeUndefined()
    }
  })
})

describe('roles', () => {
  const PEOPLE = BUILT_IN_ROLES.filter((role) => role !== 'api')

  it.for(PEOPLE)(
    'a %s gets exactly what the role allows, at every endpoint (AZV-02, AZV-12)',
    async (role, { world, tenant }) => {
      const person = await somebody({ world, tenant }, role)
      const caller = await world.signIn(person)
      for (const endpoint of WITH_SESSION.filter(({ definition }) => definition.access.startsWith('can:'))) {
        const permission = endpoint.definition.access.slice('can:'.length) as Permission
        const { method, url, body } = sampleRequest(endpoint)
        const answer = await caller.send(method, url, { body })
        const refused = answer.status === 403 && codeOf(answer) === 'session.forbidden'
        expect([endpoint.name, refused]).toEqual([endpoint.name, !ROLE_RULES[role].permissions.includes(permission)])
        expect(answer.status).toBeLessThan(500)
      }
    },
  )
})

describe('a second factor of more than ten minutes ago', () => {
  it.for(['holder', 'operator'] as const)(
    'does not do for what is sensitive, for a %s either (SES-12)',
    async (role, { world, clock, tenant }) => {
      const caller = await world.signIn(await somebody({ world, tenant }, role))
      clock.advance(seconds(FRESH_SECONDS + 1))
      for (const endpoint of WITH_SESSION.filter(({ definition }) => isAllowed(role, definition))) {
        const { method, url, body } = sampleRequest(endpoint)
        if (endpoint.definition.method === 'DELETE' && !endpoint.definition.fresh) continue
        const answer = await caller.send(method, url, { body })
        expect([endpoint.name, codeOf(answer) === 'session.not_fresh']).toEqual([
          endpoint.name,
          endpoint.definition.fresh === true,
        ])
        if (endpoint.name === 'session.stepUp') expect(codeOf(answer)).toBe('code.wrong')
      }
    },
  )
})

describe('a session of the weak second step', () => {
  it.for(['holder', 'operator'] as const)(
    'administers nothing and changes no way in, for a %s either (ENR-24)',
    async (role, { world, tenant }) => {
      const person = await somebody({ world, tenant }, role)
      const caller = await world.signIn(person)
      const weaken = () =>
        world.asOwner((tx) =>
          tx.session.updateMany({ where: { userId: person.userId }, data: { secondFactor: 'email' } }),
        )
      await weaken()
      for (const endpoint of WITH_SESSION.filter(({ definition }) => isAllowed(role, definition))) {
        const { definition, name } = endpoint
        const { method, url, body } = sampleRequest(endpoint)
        if (name === 'session.signOut') continue
        const answer = await caller.send(method, url, { body })
        const administers =
          definition.fresh === true ||
          definition.strong === true ||
          (definition.access.startsWith('can:') && method !== 'GET')
        expect([name, codeOf(answer) === 'session.weak']).toEqual([name, administers])
      }
    },
  )
})

describe('ids of nothing', () => {
  it('answer 404 with a problem, and ids that are none 400 (INP-14)', async ({ world, tenant }) => {
    const caller: SignedIn = await world.signIn(tenant.holder)
    for (const endpoint of WITH_SESSION.filter(({ definition }) => definition.params)) {
      const { method, body } = sampleRequest(endpoint, {
        overrides: new Map([[Id, '00000000-0000-7000-8000-0000000000ab']]),
      })
      const missing = await caller.send(method, sampleRequest(endpoint).url, { body })
      expect([endpoint.name, [404, 410].includes(missing.status)]).toEqual([endpoint.name, true])
      for (const id of ['1', '-1', '%00', "'%20or%201=1", '{00000000-0000-7000-8000-000000000000}', 'x'.repeat(99)]) {
        const answer = await caller.send(method, sampleRequest(endpoint, { id }).url, { body })
        expect([endpoint.name, id, answer.status]).toEqual([endpoint.name, id, 400])
      }
    }
  })
})

const codeOf = (answer: { json: unknown }) => (answer.json as { code?: string } | null)?.code
const needsSession = ({ access }: Definition) => access === 'session' || access.startsWith('can:')
const GUARDED = ENDPOINTS.filter(({ definition }) => definition.access !== 'public')
const WITH_SESSION = ENDPOINTS.filter(({ definition }) => needsSession(definition))
const CHANGING = ENDPOINTS.filter(({ definition }) => definition.method !== 'GET')

/** Somebody with a role: of the organisation, or of the platform. */
async function somebody({ world, tenant }: Given<'world' | 'tenant'>, role: BuiltInRole) {
  if (role === 'holder') return tenant.holder
  return world.addPerson(role === 'operator' ? world.platformTenant : tenant, role)
}

/** Whether a role lets one call an endpoint at all. */
function isAllowed(role: BuiltInRole, { access }: Definition): boolean {
  return !access.startsWith('can:') || ROLE_RULES[role].permissions.includes(access.slice('can:'.length) as Permission)
}

/** The schema and all that it is made of. */
function* schemasIn(schema: unknown): Generator<z.ZodMiniType> {
  if (!(schema instanceof z.ZodMiniType)) return
  yield schema
  const { def } = schema._zod
  const parts = [
    ...('shape' in def && typeof def.shape === 'object' && def.shape !== null ? Object.values(def.shape) : []),
    ...('element' in def ? [def.element] : []),
    ...('innerType' in def ? [def.innerType] : []),
    ...('valueType' in def ? [def.valueType] : []),
  ]
  for (const part of parts) yield* schemasIn(part)
}
