import { createContext, use } from 'react'
import type { Session } from './session.ts'

type Fresh = <T>(call: () => Promise<T>) => Promise<T>

/** Provided by the layout behind the sign-in, which shows the dialog. */
export const FreshContext = createContext<Fresh>((call) => call())

/**
 * For sensitive acts: makes the call. When the server wants the second step again, or a stronger one, a dialog asks for it and the
 * call is made once more. Rejects with the first problem when the person cancels.
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
 * Asks for the second step in a dialog, by `method` when that one is in question ("does it still work?"). Resolves once it was shown;
 * rejects when the person cancels.
 */
export function useStepUp(): StepUp {
  return use(StepUpContext)
}
