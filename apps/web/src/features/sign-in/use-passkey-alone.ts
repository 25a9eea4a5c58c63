import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../../client/api.ts'
import { canAutofillPasskey, signByAutofill, signWithPasskey, stopPasskey } from '../../client/passkey.ts'
import { useNextStep } from './use-next-step.ts'

// Shorter than a challenge lives (five minutes), so that what autofill offers can still be used.
const RENEW_AFTER_MS = 240_000

type Proof = Awaited<ReturnType<typeof signWithPasskey>>

/** Signing in by a passkey alone: by button or by the browser's autofill, whichever comes first. */
export function usePasskeyAlone() {
  const toNextStep = useNextStep()
  const show = useMutation({
    mutationFn: async (prove: () => Promise<Proof>) => {
      const passkey = await prove()
      const { step } = await api.signIn.passkeyAlone({ body: { passkey } })
      await toNextStep(step)
    },
    gcTime: 0,
  })
  const { mutate } = show
  useAutofill((proof) => mutate(async () => proof))
  const byButton = async () => signWithPasskey(await api.signIn.startPasskeyAlone())
  return { signIn: () => mutate(byButton), busy: show.isPending, error: show.error }
}

/**
 * Lets the browser offer passkeys where it fills in the address. It waits in the background, as long as the page is there; what goes
 * wrong with waiting is no news to anybody, for the button and the password are there too.
 */
function useAutofill(onProof: (proof: Proof) => void) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the callback is new at each render but does the same.
  useEffect(() => {
    let isThere = true
    const offer = async () => {
      if (!(await canAutofillPasskey()) || !isThere) return
      const challenge = await api.signIn.startPasskeyAlone()
      if (!isThere) return
      const proof = await signByAutofill(challenge)
      if (isThere) onProof(proof)
    }
    const begin = () => void offer().catch(() => null)
    begin()
    const timer = setInterval(begin, RENEW_AFTER_MS)
    return () => {
      isThere = false
      clearInterval(timer)
      stopPasskey()
    }
  }, [])
}
