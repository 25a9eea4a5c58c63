import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../client/api.ts'
import { sessionQuery } from '../../client/session.ts'
import { useFresh } from '../../client/step-up.ts'
import { type Choice, policyQuery } from './policy-query.ts'

/** Sends a choice. What is shown then is what the server made of it. */
export function useChangePolicy() {
  const fresh = useFresh()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Choice) => fresh(() => api.policy.change({ body })),
    onSuccess: async (policy) => {
      client.setQueryData(policyQuery.queryKey, policy)
      // One's own session may have become shorter, and what one may link another.
      await Promise.all([client.invalidateQueries(sessionQuery), client.invalidateQueries({ queryKey: ['account'] })])
    },
  })
}
