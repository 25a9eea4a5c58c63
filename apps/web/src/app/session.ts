import type { Received, session as contract } from '@keyholder/contracts'
import type { Permission } from '@keyholder/domain'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { createContext, use } from 'react'
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

/** The session of a page behind the sign-in: its layout has seen to it that there is one. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery)
  if (!data) throw new Error('This page is behind the sign-in.')
  return data
}

export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useSession()
  return (permission) => permissions.includes(permission)
}

type Fresh = <T>(call: () => Promise<T>) => Promise<T>

/** Provided by the layout behind the sign-in, which shows the dialog. */
export const FreshContext = createContext<Fresh>((call) => call())

/**
 * For what is sensitive: does the call, and when the server wants the second step again, asks for the code in a dialog and
 * does the call once more. Rejects with the first problem when the person cancels.
 */
export function useFresh(): Fresh {
  return use(FreshContext)
}
