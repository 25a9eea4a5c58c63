import type { signIn as contract, Received } from '@keyholder/contracts'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../../../client/api.ts'

export type Enrolment = Received<typeof contract.startEnrolment>

/** What the app must be given. Asked again by the same sign-in it is the same: a reload goes on where one was. */
export const enrolmentQuery = queryOptions({
  queryKey: ['sign-in', 'enrolment'],
  queryFn: () => api.signIn.startEnrolment(),
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0, // it holds the secret
})
