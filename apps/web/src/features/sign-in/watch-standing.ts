import type { SignInStep } from '@keyholder/domain'
import type { QueryClient } from '@tanstack/react-query'
import { pollDelivery } from '../../client/poll-delivery.ts'
import { serverNow } from '../../client/server-clock.ts'
import { type Standing, standingQuery } from './steps.ts'

/** Where the sign-in stands, asked again while a code is on its way. */
export function watchedStanding(step: SignInStep) {
  return {
    ...standingQuery(step),
    refetchInterval: ({ state }: { state: { data: Standing | undefined } }) =>
      pollDelivery(state.data?.sent, serverNow()),
  }
}

/** Shows at once what was sent: the answer to asking for a code is what the standing would say. */
export function showSent(client: QueryClient, step: SignInStep, sent: Standing['sent']): void {
  client.setQueryData(standingQuery(step).queryKey, (standing) => standing && { ...standing, sent })
}
