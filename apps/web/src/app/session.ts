import type { Permission } from '@keyholder/domain'
import { useQuery } from '@tanstack/react-query'
import { createContext, use } from 'react'
import { type Session, sessionQuery } from './session-query.ts'

export { type Session, sessionQuery }

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
 * For what is sensitive: does the call, and when the server wants the second step again, or a stronger one, asks for it in a dialog
 * and does the call once more. Rejects with the first problem when the person cancels.
 */
export function useFresh(): Fresh {
  return use(FreshContext)
}

/** A way to show the second step again in the pages. */
export type StepUpMethod = Session['stepUpMethods'][number]['method']

type StepUp = (method?: StepUpMethod) => Promise<void>

/** Provided beside the other, by the same dialog. */
export const StepUpContext = createContext<StepUp>(() => Promise.resolve())

/**
 * Asks for the second step in a dialog, by `method` when it is that one that is asked after ("does it still work?"). Resolves once it
 * was shown; rejects when the person cancels.
 */
export function useStepUp(): StepUp {
  return use(StepUpContext)
}
