import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type World } from '../testing/world.ts'
import { minutes, seconds } from './clock.fake.ts'
import { createSigningKeys } from './signing-keys.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

/** The memory of one process more. */
const startProcess = () => createSigningKeys(world.platform)
const forgetKeys = () => world.asOwner((tx) => tx.signingKey.deleteMany())

describe('the signing key', () => {
  it('is made once when twenty processes need it at the same time', async () => {
    for (let round = 1; round <= 4; round++) {
      await forgetKeys()
      const made = await Promise.all(Array.from({ length: 20 }, () => startProcess().current()))
      expect(new Set(made.map(({ kid }) => kid)).size).toBe(1)
      expect(await world.asOwner((tx) => tx.signingKey.count())).toBe(1)
    }
  })

  it('is found again by a process that starts later', async () => {
    const { kid } = await startProcess().current()
    expect(await startProcess().find(kid)).toMatchObject({ kid })
  })

  it('is kept with its private half sealed, for this key only', async () => {
    const { kid, privatePem } = await startProcess().current()
    const row = await world.asOwner((tx) => tx.signingKey.findFirstOrThrow())
    expect(JSON.stringify(row)).not.toContain(privatePem.split('\n')[1])
    expect(row.publicJwk).not.toHaveProperty('d')
    expect(() => world.platform.secretBox.open('signing-key', row.privateSealed, ['another'])).toThrow()
    expect(world.platform.secretBox.open('signing-key', row.privateSealed, [kid])).toBe(privatePem)
  })

  it('cannot be slipped in by whoever can write to the table only', async () => {
    await startProcess().current()
    await world.asOwner(
      (tx) => tx.$executeRaw`UPDATE signing_keys SET public_jwk = '{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}'`,
    )
    const { publicJwk } = await startProcess().current()
    expect(publicJwk.x).not.toBe('AA')
  })

  it('of another process is known within a second of being named', async () => {
    const [here, there] = [startProcess(), startProcess()]
    await here.current()
    await forgetKeys()
    const { kid } = await there.current()
    expect(await here.find(kid)).toBeNull()
    world.clock.advance(seconds(1))
    expect(await here.find(kid)).toMatchObject({ kid })
  })

  it('that is retired is signed with and taken for a minute at most', async () => {
    const here = startProcess()
    const { kid } = await here.current()
    await world.asOwner((tx) => tx.signingKey.updateMany({ data: { retiredAt: world.clock.now() } }))
    expect(await here.find(kid)).toMatchObject({ kid })
    world.clock.advance(minutes(1))
    expect(await here.find(kid)).toBeNull()
    expect((await here.current()).kid).not.toBe(kid)
  })

  it('survives a clock that is set back', async () => {
    const here = startProcess()
    const { kid } = await here.current()
    await world.asOwner((tx) => tx.signingKey.updateMany({ data: { retiredAt: world.clock.now() } }))
    world.clock.advance(-minutes(5))
    expect(await here.find(kid)).toBeNull()
  })
})
