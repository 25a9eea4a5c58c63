import { describe, expect, it } from 'vitest'
import { type Log, repeat } from './repeat.ts'

type Round = () => Promise<'again' | 'rest'> | 'again' | 'rest'

/** Runs a chore by a script, one entry a round, and stops when the script is at its end. */
async function follow(rounds: readonly Round[]): Promise<string[]> {
  const lines: string[] = []
  const say = (level: string) => (fields: object, sentence: string) => {
    lines.push(`${level} ${'chore' in fields ? fields.chore : '?'}: ${sentence}`)
  }
  const log: Log = { info: say('info'), warn: say('warn'), error: say('error') }
  const done = Promise.withResolvers<void>()
  let round = 0
  const chore = repeat({
    name: 'dusting',
    pauseMilliseconds: 1,
    log,
    run: async () => {
      const next = rounds[round]
      round += 1
      if (next) return next()
      done.resolve()
      return 'rest'
    },
  })
  await done.promise
  await chore.stop()
  return lines
}

const fails: Round = () => Promise.reject(new Error('no database'))
const works: Round = () => 'rest'

describe('a chore', () => {
  it('that fails is tried on; the log hears of it once, and once that it works again', async () => {
    expect(await follow([works, fails, fails, fails, works, works])).toEqual([
      'error dusting: The chore fails; it is tried until it works again.',
      'info dusting: The chore works again.',
    ])
  })

  it('that fails again is reported again', async () => {
    expect(await follow([fails, works, fails, works])).toHaveLength(4)
  })

  it('with more to do does not rest', async () => {
    const silent: Log = { info: () => {}, warn: () => {}, error: () => {} }
    const done = Promise.withResolvers<void>()
    let rounds = 0
    const run = async () => {
      rounds += 1
      if (rounds === 3) done.resolve()
      return rounds < 3 ? 'again' : 'rest'
    }
    // A rest would last longer than this test may.
    const chore = repeat({ name: 'dusting', pauseMilliseconds: 1_000_000, log: silent, run })
    await done.promise
    await chore.stop()
    expect(rounds).toBe(3)
  })

  it('hears that it is to stop, and is waited for', async () => {
    const silent: Log = { info: () => {}, warn: () => {}, error: () => {} }
    const heard: string[] = []
    const begun = Promise.withResolvers<void>()
    const run = (stopping: AbortSignal) =>
      new Promise<'rest'>((resolve) => {
        stopping.addEventListener('abort', () => {
          heard.push('stop')
          resolve('rest')
        })
        begun.resolve()
      })
    const chore = repeat({ name: 'dusting', pauseMilliseconds: 1_000_000, log: silent, run })
    await begun.promise
    await chore.stop()
    expect(heard).toEqual(['stop'])
  })
})
