import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../client/api.ts'
import { pollDelivery } from '../../../client/poll-delivery.ts'
import { useSecondStepProblem } from '../../../client/second-step-problem.ts'
import { serverNow } from '../../../client/server-clock.ts'
import type { StepUpMethod } from '../../../client/step-up.ts'
import type { Ceremony } from '../verify/ceremony.ts'

const sentQuery = queryOptions({
  queryKey: ['session-code'],
  queryFn: async () => (await api.session.stepUpCodeSent()).sent,
  staleTime: 0,
  gcTime: 0,
  refetchInterval: ({ state }) => pollDelivery(state.data, serverNow()),
})

/** The second factor once more, for a session that is open. */
export function useStepUpCeremony(method: StepUpMethod, onShown: () => void): Ceremony {
  const client = useQueryClient()
  const { data: sent = null } = useQuery({ ...sentQuery, enabled: method === 'sms' })
  return {
    verifyTotp: (code) => api.session.stepUp({ body: { code } }).then(onShown),
    sendCode: async () => client.setQueryData(sentQuery.queryKey, await api.session.sendStepUpCode()),
    sent,
    verifyCode: (code) => api.session.stepUpByCode({ body: { code } }).then(onShown),
    startPasskey: () => api.session.startStepUpPasskey(),
    verifyPasskey: (passkey) => api.session.stepUpByPasskey({ body: { passkey } }).then(onShown),
    problemText: useSecondStepProblem(),
  }
}
