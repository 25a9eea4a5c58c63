import { describe, expect } from 'vitest'
import { minutes, seconds } from '../platform/clock.fake.ts'
import { it } from '../testing/it.ts'
import type { World } from '../testing/world.ts'
import { createSigningKeys } from './signing-keys.ts'

describe('the signing key', () => {
  it('is made once when twenty processes need it at the same time', async ({ world }) => {
    for (let round = 1; round <= 4; round++) {
      await forgetKeys(world)
      const made = await Promise.all(Array.from({ length: 20 }, () => startProcess(world).current()))
      expect(new Set(made.map(({ kid }) => kid)).size).toBe(1)
      expect(await world.asOwner((tx) => tx.signingKey.count())).toBe(1)
    }
  })

  it('is found again by a process that starts later', async ({ world }) => {
    const { kid } = await startProcess(world).current()
    expect(await startProcess(world).find(kid)).toMatchObject({ kid })
  })

  it('is kept with its private half sealed, for this key only', async ({ world }) => {
    const { kid, privatePem } = await startProcess(world).current()
    const row = await world.asOwner((tx) => tx.signingKey.findFirstOrThrow())
    expect(JSON.stringify(row)).not.toContain(privatePem.split('\n')[1])
    expect(row.publicJwk).not.toHaveProperty('d')
    expect(() => world.platform.secretBox.open('signing-key', row.privateSealed, ['another'])).toThrow()
    expect(world.platform.secretBox.open('signing-key', row.privateSealed, [kid])).toBe(privatePem)
  })

  it('cannot be slipped in by writing to the table alone', async ({ world }) => {
    await startProcess(world).current()
    await world.asOwner(
      (tx) => tx.$executeRaw`UPDATE signing_keys SET public_jwk = '{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}'`,
    )
    const { publicJwk } = await startProcess(world).current()
    expect(publicJwk.x).not.toBe('AA')
  })

  it('of another process is known within a second of being named', async ({ world, clock }) => {
    const [here, there] = [startProcess(world), startProcess(world)]
    await here.current()
    await forgetKeys(world)
    const { kid } = await there.current()
    expect(await here.find(kid)).toBeNull()
    clock.advance(seconds(1))
    expect(await here.find(kid)).toMatchObject({ kid })
  })

  it('that is retired is signed with and taken for a minute at most', async ({ world, clock }) => {
    const here = startProcess(world)
    const { kid } = await here.current()
    await world.asOwner((tx) => tx.signingKey.updateMany({ data: { retiredAt: clock.now() } }))
    expect(await here.find(kid)).toMatchObject({ kid })
    clock.advance(minutes(1))
    expect(await here.find(kid)).toBeNull()
    expect((await here.current()).kid).not.toBe(kid)
  })

  it('survives a clock that is set back', async ({ world, clock }) => {
    const here = startProcess(world)
    const { kid } = await here.current()
    await world.asOwner((tx) => tx.signingKey.updateMany({ data: { retiredAt: clock.now() } }))
    clock.advance(-minutes(5))
    expect(await here.find(kid)).toBeNull()
  })
})

/** The memory of one process more. */
const startProcess = (world: World) => createSigningKeys(world.platform)

const forgetKeys = (world: World) => world.asOwner((tx) => tx.signingKey.deleteMany())
