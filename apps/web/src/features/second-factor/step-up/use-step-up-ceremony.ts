import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../client/api.ts'
import { pollDelivery } from '../../../client/poll-delivery.ts'
import { useSecondStepProblem } from '../../../client/second-step-problem.ts'
import { serverNow } from '../../../client/server-clock.ts'
import type { FreshWay } from '../../../client/step-up.ts'
import type { Ceremony } from '../verify/ceremony.ts'

const sentQuery = queryOptions({
  queryKey: ['session-code'],
  queryFn: async () => (await api.session.freshCodeSent()).sent,
  staleTime: 0,
  gcTime: 0,
  refetchInterval: ({ state }) => pollDelivery(state.data, serverNow()),
})

/** The second factor once more, for a session that is open. */
export function useStepUpCeremony(way: FreshWay, onShown: () => void): Ceremony {
  const client = useQueryClient()
  const { data: sent = null } = useQuery({ ...sentQuery, enabled: way === 'sms' })
  return {
    verifyTotp: (code) => api.session.freshen({ body: { code } }).then(onShown),
    sendCode: async () => client.setQueryData(sentQuery.queryKey, await api.session.sendFreshCode()),
    sent,
    verifyCode: (code) => api.session.freshenByCode({ body: { code } }).then(onShown),
    startPasskey: () => api.session.startFreshPasskey(),
    verifyPasskey: (passkey) => api.session.freshenByPasskey({ body: { passkey } }).then(onShown),
    problemText: useSecondStepProblem(),
  }
}
