import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../app/api.ts'
import { useFresh, useStepUp } from '../../app/session.ts'
import { type Factor, secondStepsQuery } from './account-queries.ts'
import { useAccountProblem } from './use-account-problem.ts'
import { useFactorName } from './use-factor-name.ts'

/** What is done with a factor at once, without a dialog of its own. `problem` tells why the last act failed. */
export function useFactorActs(onOutcome: (text: string | undefined) => void) {
  const t = useTranslations('account.steps')
  const problemText = useAccountProblem()
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

/** Whoever cancels has not tried; and in the dialog another way, or another app, may have been used after all. */
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
