import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api, onThisClock, pollDelivery, serverNow } from '../../app/api.ts'
import type { SentCode } from './account-queries.ts'

const phoneCodeSentQuery = queryOptions({
  queryKey: ['account', 'phone'],
  queryFn: async () => (await api.account.phoneCodeSent()).sent,
  refetchInterval: ({ state }) => pollDelivery(state.data, serverNow()),
  gcTime: 0,
})

/** The code that was sent last to a number that is being linked, and what became of it. `keep` is for one that was sent since. */
export function usePhoneCodeSent(first: SentCode) {
  const client = useQueryClient()
  const { data } = useQuery({ ...phoneCodeSentQuery, initialData: first })
  const sent = data ?? first
  const { resendAt, expiresAt } = sent
  return {
    sent,
    // Once for each code: each answer of the server says anew what time it is there, a little earlier or later.
    times: useMemo(() => ({ resendAt: onThisClock(resendAt), until: onThisClock(expiresAt) }), [resendAt, expiresAt]),
    keep: (another: SentCode) => client.setQueryData(phoneCodeSentQuery.queryKey, another),
  }
}
