import type { users as contract, Sent } from '@keyholder/contracts'
import type { SignedIn } from './world.ts'

export type UserQuery = NonNullable<Sent<typeof contract.list>['query']>

/** The list of users page by page, from the first to the last. */
export async function walkUsers({ api }: SignedIn, query: UserQuery = {}) {
  const pages = [await api.users.list({ query })]
  for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) {
    pages.push(await api.users.list({ query: { ...query, cursor: next } }))
  }
  return pages
}

type Pages = Awaited<ReturnType<typeof walkUsers>>

/** The ids of all pages, and the names. */
export const idsOn = (pages: Pages) => pages.flatMap(({ items }) => items.map(({ id }) => id))
export const namesOn = (pages: Pages) => pages.flatMap(({ items }) => items.map(({ name }) => name))
