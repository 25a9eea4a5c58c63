import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import type { Answer } from '../testing/caller.ts'
import { it as base } from '../testing/it.ts'
import { createWorld, type World } from '../testing/world.ts'

const it = base.extend('world', { scope: 'file' }, async ({ wanted }, { onCleanup }) => {
  const pagesDirectory = await mkdtemp(join(tmpdir(), 'keyholder-pages-'))
  await mkdir(join(pagesDirectory, 'assets'))
  for (const name of ['assets/index.js', 'favicon.svg', 'index.html']) await writeFile(join(pagesDirectory, name), '')
  const world = await createWorld({ ...wanted, settings: { requestsPerMinute: 25, pagesDirectory } })
  onCleanup(async () => {
    await world.close()
    await rm(pagesDirectory, { recursive: true })
  })
  return world
})

describe('requests from one source', () => {
  it('are bounded before anybody is looked for in the database', async ({ world }) => {
    const { signIn } = world.platform.database
    let asked = 0
    const query: typeof signIn.query = (sql) => {
      asked += 1
      return signIn.query(sql)
    }
    world.platform.database.signIn = { ...signIn, query }
    const visitor = world.visitor('192.0.2.10')
    visitor.cookies.set('keyholder', 'x'.repeat(43))
    const answers: Answer[] = []
    for (let i = 0; i < 60; i++) answers.push(await visitor.send('GET', '/api/v1/account'))
    world.platform.database.signIn = signIn
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(25)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(35)
    expect(asked).toBe(25)
  })

  it('are bounded lower where the endpoint says so, and never higher than for all', async ({ world }) => {
    const token = 'x'.repeat(43)
    expect(await letThrough(world, '192.0.2.11', 40, 'POST', '/api/v1/links/request-again', { token })).toBe(20)
    expect(await letThrough(world, '192.0.2.12', 40, 'POST', '/api/v1/links/inspect', { token })).toBe(25)
  })

  it('of one network of IPv6 count together, of another apart (RTL-09)', async ({ world }) => {
    expect(await letThrough(world, '2001:db8:1:1::1', 25, 'GET', '/api/v1/session')).toBe(25)
    expect(await letThrough(world, '2001:db8:1:1:ffff:ffff:ffff:ffff', 1, 'GET', '/api/v1/session')).toBe(0)
    expect(await letThrough(world, '2001:db8:1:2::1', 1, 'GET', '/api/v1/session')).toBe(1)
  })

  it('for the files of the pages are not counted: colleagues behind one address open many pages', async ({ world }) => {
    expect(await letThrough(world, '192.0.2.14', 60, 'GET', '/assets/index.js')).toBe(60)
    expect(await letThrough(world, '192.0.2.14', 40, 'GET', '/favicon.svg')).toBe(25)
  })

  it('are distinguished by source and by no header that a client can write', async ({ world }) => {
    await letThrough(world, '192.0.2.13', 25, 'GET', '/api/v1/session')
    for (const name of ['x-forwarded-for', 'x-real-ip', 'forwarded', 'true-client-ip']) {
      const answer = await world
        .visitor('192.0.2.13')
        .send('GET', '/api/v1/session', { headers: { [name]: '198.51.100.1' } })
      expect(answer.status).toBe(429)
    }
  })
})

/** How many of so many requests were let through, all from one source. */
async function letThrough(
  world: World,
  ip: string,
  count: number,
  method: string,
  url: string,
  body?: unknown,
): Promise<number> {
  const answers: Answer[] = []
  for (let i = 0; i < count; i++) answers.push(await world.visitor(ip).send(method, url, { body }))
  const refused = answers.filter(({ status }) => status === 429)
  for (const { json, headers } of refused) {
    expect(json).toMatchObject({ code: 'request.too_many', status: 429 })
    expect(Number(headers['retry-after'])).toBeGreaterThan(0)
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(60)
  }
  return count - refused.length
}
