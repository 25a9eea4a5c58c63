import { randomBytes } from 'node:crypto'
import { expect } from 'vitest'
import { createApp } from '../app.ts'
import { createPlatform } from '../create-platform.ts'
import { minutes } from '../platform/clock.fake.ts'
import { parseKeyRing } from '../platform/key-ring.ts'
import { createCaller } from '../testing/caller.ts'
import { it } from '../testing/it.ts'
import type { World } from '../testing/world.ts'

it('is ready when the database answers, is migrated and agrees on the time, and the keys fit', async ({ world }) => {
  expect(await readyz(world)).toEqual({ status: 200, troubles: undefined })
})

it('is not ready with keys that open nothing, and is alive all the same', async ({ world }) => {
  const { databaseUrl, databaseRoleSecret } = world.connection
  const keys = parseKeyRing(`k1:${randomBytes(32).toString('base64')}`)
  const { settings, clock } = world.platform
  const platform = createPlatform({ databaseUrl, databaseRoleSecret, databasePoolSize: 2, keys, settings }, clock)
  const app = await createApp(platform)
  const caller = createCaller(app, { origin: world.origin })
  expect(await readyz(world, caller)).toEqual({
    status: 503,
    troubles: [expect.stringContaining('KEYS is not what it was')],
  })
  expect((await caller.send('GET', '/livez')).status).toBe(200)
  await app.close()
  await platform.database.close()
})

it('is not ready on a schema that lacks a migration', async ({ world }) => {
  const [removed] = await world.asOwner(
    (tx) => tx.$queryRaw<{ migration_name: string }[]>`
      UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)
      RETURNING migration_name`,
  )
  expect(removed?.migration_name).toBeDefined()
  expect(await readyz(world)).toMatchObject({
    status: 503,
    troubles: [expect.stringContaining('has not been migrated')],
  })
  await world.asOwner((tx) => tx.$executeRaw`UPDATE _prisma_migrations SET rolled_back_at = NULL`)
  expect((await readyz(world)).status).toBe(200)
})

it('is not ready when its clock and that of the database are minutes apart (FLT-14)', async ({ world, clock }) => {
  clock.advance(minutes(2))
  expect(await readyz(world)).toMatchObject({ status: 503, troubles: [expect.stringContaining('The clock')] })
  clock.advance(-minutes(2))
})

const readyz = async (world: World, caller = world.visitor()) => {
  const { status, json } = await caller.send('GET', '/readyz')
  return { status, troubles: (json as { troubles?: string[] }).troubles }
}
