import type { signIn as contract, Received } from '@keyholder/contracts'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../../../client/api.ts'

export type Enrollment = Received<typeof contract.startEnrollment>

/** What the app must be given. Asked again by the same sign-in it is the same: a reload goes on where one was. */
export const enrollmentQuery = queryOptions({
  queryKey: ['sign-in', 'enrollment'],
  queryFn: () => api.signIn.startEnrollment(),
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0, // it holds the secret
})
