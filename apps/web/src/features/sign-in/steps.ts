import type { signIn as contract, Received } from '@keyholder/contracts'
import type { SignInStep } from '@keyholder/domain'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../../client/api.ts'

export type SignInState = Received<typeof contract.state>

const PATHS: Record<SignInStep | 'done', string> = {
  factor: '/sign-in/code',
  relink: '/sign-in/relink',
  enrol: '/sign-in/link',
  'keep-recovery-code': '/sign-in/recovery-code',
  // A signed-in user is sent on from there, to the page that they wanted.
  done: '/sign-in',
}

/** What the next page says of how one came there. */
export const NEWS = ['ended', 'expired', 'signed-out', 'password-chosen', 'stronger'] as const
export type News = (typeof NEWS)[number]

/** The address of the page of a step. Where to go on after the sign-in comes along from `search`. */
export function stepUrl(step: SignInStep | 'done', search: string, news?: News): string {
  const next = new URLSearchParams(search).get('next')
  const query = new URLSearchParams({ ...(news && { why: news }), ...(next && { next }) }).toString()
  return query ? `${PATHS[step]}?${query}` : PATHS[step]
}

/** Where the sign-in stands, for the page of `step`. Kept for no longer than it takes to get to that page. */
export function signInStateQuery(step: SignInStep) {
  return queryOptions({
    queryKey: ['sign-in', step],
    queryFn: () => api.signIn.state(),
    staleTime: 5_000,
    gcTime: 2_000,
  })
}
