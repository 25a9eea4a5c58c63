import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type NavigateOptions, useSearchParams } from 'react-router'
import { problemCode } from '../../client/errors.ts'
import { rememberPage } from '../../ui/page-before.ts'
import { readUserQuery, type UserQuery, writeUserQuery } from './read-user-query.ts'
import { userListQuery } from './user-queries.ts'

/** The list as the address wants it, and the way to want it otherwise. */
export function useUserList() {
  const [params, setParams] = useSearchParams()
  const query = readUserQuery(params)
  const list = useQuery(userListQuery(query))
  const { cursor } = query
  const next = list.isPlaceholderData ? undefined : list.data?.next
  useEffect(() => rememberPage(cursor, next), [cursor, next])

  /** Every other order or filter begins at the first page. */
  const change = (wanted: UserQuery, options?: NavigateOptions) =>
    setParams((now) => writeUserQuery({ ...readUserQuery(now), cursor: undefined, ...wanted }).search, options)

  // A page that is no more, or was never ours: the first one.
  const isLost = cursor !== undefined && problemCode(list.error) === 'request.invalid'
  // biome-ignore lint/correctness/useExhaustiveDependencies: `change` is another function each time, and does the same.
  useEffect(() => {
    if (isLost) change({}, { replace: true })
  }, [isLost])
  return { ...list, query, change }
}
