import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { firstFreePort, freeShift } from './free-ports.ts'

const open: Server[] = []

afterEach(async () => {
  for (const server of open.splice(0)) {
    server.close()
    await once(server, 'close')
  }
})

it('takes the next port where the usual one is taken', async () => {
  const taken = await listen()
  const found = await firstFreePort(taken)
  expect(found).toBeGreaterThan(taken)
})

it('takes no port that was found for something else', async () => {
  const free = await firstFreePort(await listen())
  expect(await firstFreePort(free, [free])).toBeGreaterThan(free)
})

it('moves ports that belong together by as much as all of them need', async () => {
  const taken = await listen()
  const free = await firstFreePort(20_000)
  const shift = await freeShift([taken, free])
  expect(shift).toBeGreaterThan(0)
  expect(await firstFreePort(taken + shift)).toBe(taken + shift)
})

async function listen(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  open.push(server)
  await once(server, 'listening')
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}
