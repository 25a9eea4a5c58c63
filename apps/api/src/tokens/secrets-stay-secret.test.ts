import { expect, vi } from 'vitest'
import { it as base } from '../testing/it.ts'
import { askToken, callAs } from '../testing/machine.ts'
import { createWorld, type World } from '../testing/world.ts'

const logged: string[] = []
const it = base.extend('world', { scope: 'file' }, async ({ wanted }, { onCleanup }) => {
  const written = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    logged.push(String(text))
    return true
  })
  const world = await createWorld({ ...wanted, settings: { logLevel: 'debug' } })
  onCleanup(async () => {
    await world.close()
    written.mockRestore()
  })
  return world
})

it('TOK-05: neither a client secret nor an access token nor a link is in any table or in the log, whatever went wrong with it', async ({
  world,
  machine,
}) => {
  const { clientId, clientSecret, token: link } = machine
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret }
  const answers = [
    await askToken(world, { form }),
    await askToken(world, { form: { ...form, scope: clientSecret } }),
    await askToken(world, { form: { ...form, client_id: clientSecret } }),
    await askToken(world, { form: { ...form, grant_type: clientSecret } }),
    await askToken(world, { form, url: `/oauth/token?client_secret=${clientSecret}` }),
    await askToken(world, { form: { ...form, filler: 'x'.repeat(20_000) } }),
    await askToken(world, { form, headers: { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` } }),
  ]
  const accessToken = String(Object(answers[0]?.json).access_token)
  answers.push(await callAs(world, accessToken), await callAs(world, `${accessToken}x`))
  const told = answers
    .slice(1)
    .map(({ body, headers }) => body + JSON.stringify(headers))
    .join()
  const tables = await dump(world)
  const log = logged.join()
  // What is looked through holds what it should.
  expect([tables, log]).toEqual([expect.stringContaining(clientId), expect.stringContaining('/oauth/token')])
  for (const secret of [clientSecret, clientSecret.slice('khs_'.length, -4), accessToken, link]) {
    for (const place of [tables, log, told]) expect(place).not.toContain(secret)
  }
})

/** Every row of every table, as text. */
const dump = (world: World) =>
  world.asOwner(async (tx) => {
    const [row] = await tx.$queryRaw<{ dump: string }[]>`
      SELECT string_agg(query_to_xml(format('SELECT * FROM %I', tablename), true, false, '')::text, '') AS dump
      FROM pg_tables WHERE schemaname = 'public'`
    return row?.dump ?? ''
  })
