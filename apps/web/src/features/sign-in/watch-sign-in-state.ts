import type { SignInStep } from '@keyholder/domain'
import type { QueryClient } from '@tanstack/react-query'
import { pollDelivery } from '../../client/poll-delivery.ts'
import { serverNow } from '../../client/server-clock.ts'
import { type SignInState, signInStateQuery } from './steps.ts'

/** Where the sign-in stands, asked again while a code is on its way. */
export function watchedSignInState(step: SignInStep) {
  return {
    ...signInStateQuery(step),
    refetchInterval: ({ state }: { state: { data: SignInState | undefined } }) =>
      pollDelivery(state.data?.sent, serverNow()),
  }
}

/** Shows at once what was sent: the answer to asking for a code is what the standing would say. */
export function showSent(client: QueryClient, step: SignInStep, sent: SignInState['sent']): void {
  client.setQueryData(signInStateQuery(step).queryKey, (state) => state && { ...state, sent })
}
