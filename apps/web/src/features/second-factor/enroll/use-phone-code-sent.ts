import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../client/api.ts'
import { pollDelivery } from '../../../client/poll-delivery.ts'
import { serverNow } from '../../../client/server-clock.ts'
import type { SentCode } from '../verify/ceremony.ts'

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
  return {
    sent,
    keep: (another: SentCode) => client.setQueryData(phoneCodeSentQuery.queryKey, another),
  }
}
