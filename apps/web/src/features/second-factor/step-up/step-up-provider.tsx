import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { problemCode } from '../../../client/errors.ts'
import { FreshContext, StepUpContext, type StepUpMethod } from '../../../client/step-up.ts'
import { askWhenWeak } from '../../../client/weak-session.ts'
import { type Reason, StepUpDialog } from './step-up-dialog.tsx'

type StepUpProviderProps = {
  /** Where the second step cannot be shown here: out, and in again by another way. */
  onSignInAgain: () => void
  children: ReactNode
}

/** Asks for the second step again where the server wants it, or a stronger one, and does then what was being done. */
export function StepUpProvider({ onSignInAgain, children }: StepUpProviderProps) {
  const { asked, ask } = useAsked()
  const fresh = useCallback(
    async <T,>(call: () => Promise<T>): Promise<T> => {
      try {
        return await call()
      } catch (error) {
        if (problemCode(error) !== 'session.not_fresh') throw error
        await ask({ why: 'fresh', error })
        return call()
      }
    },
    [ask],
  )
  const stepUp = useCallback((method?: StepUpMethod) => ask({ why: 'asked', method }), [ask])
  useEffect(() => askWhenWeak(() => ask({ why: 'weak' })), [ask])
  return (
    <FreshContext value={fresh}>
      <StepUpContext value={stepUp}>
        {children}
        {asked && <StepUpDialog {...asked} onSignInAgain={onSignInAgain} />}
      </StepUpContext>
    </FreshContext>
  )
}

type Wish = {
  why: Reason
  method?: StepUpMethod | undefined
  /** What is given back when the person cancels. */
  error?: unknown
}

type Asked = Wish & { shown: Promise<void>; onShown: () => void; onCancel: () => void }

function useAsked() {
  const [asked, setAsked] = useState<Asked | null>(null)
  const pending = useRef<Asked | null>(null)
  const ask = useCallback((wish: Wish): Promise<void> => {
    // Several calls at once share one dialog.
    pending.current ??= begin(wish, () => {
      pending.current = null
      setAsked(null)
    })
    setAsked(pending.current)
    return pending.current.shown
  }, [])
  return { asked, ask }
}

function begin(wish: Wish, onAnswer: () => void): Asked {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const answer = (settle: () => void) => () => {
    onAnswer()
    settle()
  }
  return { ...wish, shown: promise, onShown: answer(resolve), onCancel: answer(() => reject(wish.error)) }
}
