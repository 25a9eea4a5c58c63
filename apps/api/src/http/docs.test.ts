import { BASE_PATH, contracts } from '@keyholder/contracts'
import { expect } from 'vitest'
import { it } from '../testing/it.ts'

it('describes every endpoint in an OpenAPI 3.1 document', async ({ world }) => {
  const { json } = await world.visitor().send('GET', '/api/openapi.json')
  const document = json as {
    openapi: string
    servers: { url: string }[]
    paths: Record<string, Record<string, unknown>>
  }
  expect(document.openapi).toBe('3.1.0')
  expect(document.servers).toEqual([{ url: `${world.origin}${BASE_PATH}` }])
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  )
  const wanted = Object.values(contracts)
    .flatMap((capability) => Object.values(capability))
    .map(({ method, path }) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
  expect(described.sort()).toEqual(wanted.sort())
})

it('shows the document as a page that loads nothing from elsewhere', async ({ world }) => {
  const { status, body, headers } = await world.visitor().send('GET', '/api/docs/')
  expect(status).toBe(200)
  expect(body).toContain('swagger-ui')
  expect(body).not.toMatch(/(src|href)="https?:/)
  expect(headers['content-security-policy']).toContain("default-src 'none'")
})
