import { describe, expect, it } from 'vitest'
import { createGroupCommit } from './group-commit.ts'

/** A transaction that takes as long as the test says. */
function createSlowCommit({ most }: { most: number }) {
  const commits: { items: number[]; done: () => void; fail: (error: Error) => void }[] = []
  const write = createGroupCommit<number, string>({
    most,
    commit: (items) =>
      new Promise((resolve, reject) => {
        commits.push({ items, done: () => resolve(items.map((item) => `wrote ${item}`)), fail: reject })
      }),
  })
  return { write, commits }
}

describe('writes that come at the same time', () => {
  it('share the next transaction while one is being written, and get their own results', async () => {
    const { write, commits } = createSlowCommit({ most: 10 })
    const [first, second, third] = [write(1), write(2), write(3)]
    expect(commits.map(({ items }) => items)).toEqual([[1]])
    commits[0]?.done()
    expect(await first).toBe('wrote 1')
    await Promise.resolve()
    expect(commits.map(({ items }) => items)).toEqual([[1], [2, 3]])
    commits[1]?.done()
    expect(await Promise.all([second, third])).toEqual(['wrote 2', 'wrote 3'])
  })

  it('go in several transactions when they are too many for one', async () => {
    const sizes: number[] = []
    const write = createGroupCommit<number, number>({
      most: 3,
      commit: async (items) => {
        sizes.push(items.length)
        return items
      },
    })
    expect(await Promise.all([1, 2, 3, 4, 5, 6].map(write))).toEqual([1, 2, 3, 4, 5, 6])
    expect(sizes).toEqual([1, 3, 2])
  })

  it('fail together when their transaction fails, and those that come after do not', async () => {
    const { write, commits } = createSlowCommit({ most: 10 })
    const failed = write(1)
    commits[0]?.fail(new Error('gone'))
    await expect(failed).rejects.toThrow('gone')
    const next = write(2)
    commits[1]?.done()
    expect(await next).toBe('wrote 2')
  })

  it('fail when the transaction does not answer for each of them', async () => {
    const write = createGroupCommit<number, number>({ most: 10, commit: async () => [] })
    await expect(write(1)).rejects.toThrow('a result for each')
  })
})
