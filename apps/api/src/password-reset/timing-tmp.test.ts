import { expect, it } from 'vitest'
import { createWorld } from '../testing/world.ts'
import { days } from '../platform/clock.fake.ts'
it('time', async () => {
  const world = await createWorld()
  const tenant = await world.addTenant('De Linde')
  const people = []
  for (let i = 0; i < 40; i++) people.push(await world.addPerson(tenant, 'reader'))
  const out = { reset: [[], []] as number[][], signin: [[], []] as number[][] }
  let n = 0
  const time = async (url: string, body: unknown) => {
    n++
    const caller = world.visitor(`2001:db8:${(n >> 12).toString(16)}:${(n & 4095).toString(16)}::1`)
    const t = performance.now()
    await caller.send('POST', url, { body })
    return performance.now() - t
  }
  for (let round = 0; round < 10; round++) {
    world.clock.advance(days(1))
    for (const p of people) {
      const first = Math.random() < 0.5
      for (const k of first ? [0, 1] : [1, 0]) {
        const email = k ? p.email : `nobody${n}@example.nl`
        out.reset[k]!.push(await time('/api/v1/password-reset', { email }))
      }
      for (const k of first ? [0, 1] : [1, 0]) {
        const email = k ? p.email : `nobody${n}@example.nl`
        out.signin[k]!.push(await time('/api/v1/sign-in/password', { email, password: 'dit is fout' }))
      }
    }
  }
  for (const [name, [a, b]] of Object.entries(out)) {
    let wins = 0
    for (const x of a!) for (const y of b!) wins += x < y ? 1 : x === y ? 0.5 : 0
    const med = (v: number[]) => v.toSorted((p, q) => p - q)[v.length >> 1]
    console.log(name, 'unknown', med(a!), 'known', med(b!), 'AUC', wins / a!.length / b!.length)
  }
  expect(1).toBe(1)
  await world.platform.database.close()
}, 300_000)
