type Waiting<Item, Result> = { item: Item; resolve: (result: Result) => void; reject: (error: unknown) => void }

type Options<Item, Result> = {
  /** Writes all of them in one transaction, and gives a result for each in the same order. */
  commit: (items: Item[]) => Promise<Result[]>
  /** How many go into one transaction. */
  most: number
}

/**
 * Lets writes that come at the same time share a transaction. The first goes at once; whatever comes while it is being
 * written goes together in the next. Everybody waits for their own commit: nothing is promised that is not on disk.
 */
export function createGroupCommit<Item, Result>({
  commit,
  most,
}: Options<Item, Result>): (item: Item) => Promise<Result> {
  const waiting: Waiting<Item, Result>[] = []
  let isWriting = false

  const writeAll = async () => {
    isWriting = true
    while (waiting.length > 0) await settle(waiting.splice(0, most), commit)
    isWriting = false
  }

  return (item) =>
    new Promise<Result>((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (!isWriting) void writeAll()
    })
}

async function settle<Item, Result>(
  group: Waiting<Item, Result>[],
  commit: (items: Item[]) => Promise<Result[]>,
): Promise<void> {
  try {
    const results = await commit(group.map(({ item }) => item))
    if (results.length !== group.length) throw new Error('A commit must give a result for each item.')
    for (const [at, result] of results.entries()) group[at]?.resolve(result)
  } catch (error) {
    for (const { reject } of group) reject(error)
  }
}
