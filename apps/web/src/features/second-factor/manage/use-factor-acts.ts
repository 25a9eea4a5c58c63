import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../../client/api.ts'
import { useFresh, useStepUp } from '../../../client/step-up.ts'
import { type Factor, secondStepsQuery } from '../factor-queries.ts'
import { useFactorProblem } from '../use-factor-problem.ts'
import { useFactorName } from './use-factor-name.ts'

/** What is done with a factor at once, without a dialog of its own. `problem` tells why the last act failed. */
export function useFactorActs(onOutcome: (text: string | undefined) => void) {
  const t = useTranslations('account.steps')
  const problemText = useFactorProblem()
  const fresh = useFresh()
  const client = useQueryClient()
  const prefer = useMutation({
    mutationFn: ({ kind: method }: Factor) => fresh(() => api.account.preferMethod({ body: { method } })),
    onMutate: () => onOutcome(undefined),
    onSuccess: (_, { kind }) => onOutcome(t('preferredNow', { kind: t(`kind.${kind}`) })),
    onSettled: () => client.invalidateQueries(secondStepsQuery),
  })
  const tryOut = useTryOut(onOutcome)
  return { prefer: prefer.mutate, tryOut: tryOut.mutate, problem: problemText(prefer.error ?? tryOut.error) }
}

/** Cancelling is no try, and in the dialog another method, or another app, may have been used after all. */
function useTryOut(onOutcome: (text: string | undefined) => void) {
  const t = useTranslations('account.steps')
  const nameOf = useFactorName()
  const stepUp = useStepUp()
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ id, kind }: Factor) => {
      const isShown = await stepUp(kind).then(
        () => true,
        () => false,
      )
      if (!isShown) return 'cancelled'
      const { factors } = await client.fetchQuery({ ...secondStepsQuery, staleTime: 0 })
      return factors.some((now) => now.id === id && now.askWhetherItWorks) ? 'not-tried' : 'works'
    },
    onMutate: () => onOutcome(undefined),
    onSuccess: (tried, factor) => {
      if (tried === 'cancelled') return
      onOutcome(t(tried === 'works' ? 'worksNow' : 'otherTried', { name: nameOf(factor) }))
    },
  })
}
