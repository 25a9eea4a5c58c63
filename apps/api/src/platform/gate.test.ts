import { describe, expect, it } from 'vitest'
import { createGate } from './gate.ts'

/** Work that ends when it is told to. */
function work() {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let isRunning = false
  const run = () => {
    isRunning = true
    return promise
  }
  return { run, resolve, reject, isRunning: () => isRunning }
}

const settle = () => new Promise((resolve) => setImmediate(resolve))
const gateOf = (concurrency: number, queueLimit: number) =>
  createGate({ concurrency, queueLimit, refusal: () => new Error('full') })

describe('a gate', () => {
  it('lets as many run at once as it has places, and the others wait in order', async () => {
    const gate = gateOf(2, 8)
    const works = Array.from({ length: 4 }, work)
    const results = works.map(({ run }) => gate.run(run))
    await settle()
    expect(works.map(({ isRunning }) => isRunning())).toEqual([true, true, false, false])
    expect(gate.depth()).toBe(4)

    works[1]?.resolve('second')
    expect(await results[1]).toBe('second')
    await settle()
    expect(works.map(({ isRunning }) => isRunning())).toEqual([true, true, true, false])
    for (const { resolve } of works) resolve('done')
    await Promise.all(results)
    expect(gate.depth()).toBe(0)
  })

  it('refuses at once when its queue is full, and takes again when there is room', async () => {
    const gate = gateOf(1, 1)
    const [first, second, third] = [work(), work(), work()]
    const results = [gate.run(first.run), gate.run(second.run)]
    expect(gate.isFull()).toBe(true)
    await expect(gate.run(third.run)).rejects.toThrow('full')
    expect(third.isRunning()).toBe(false)

    first.resolve('done')
    await results[0]
    expect(gate.isFull()).toBe(false)
    second.resolve('done')
    third.resolve('done')
    await Promise.all([...results, gate.run(third.run)])
  })

  it('hands on the place of work that fails', async () => {
    const gate = gateOf(1, 1)
    const [first, second] = [work(), work()]
    const failing = gate.run(first.run)
    const following = gate.run(second.run)
    first.reject(new Error('broken'))
    await expect(failing).rejects.toThrow('broken')
    second.resolve('done')
    expect(await following).toBe('done')
    expect(gate.depth()).toBe(0)
  })
})
