import type { session as contract, Received } from '@keyholder/contracts'
import { queryOptions } from '@tanstack/react-query'
import { api } from './api.ts'
import { problemCode } from './errors.ts'

export type Session = Received<typeof contract.current>

/** Who is signed in, or null. Every page behind the sign-in stands on it. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Session | null> => {
    try {
      return await api.session.current()
    } catch (error) {
      if (problemCode(error) === 'session.missing') return null
      throw error
    }
  },
})
