import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../app/api.ts'
import { useFresh, useShowAgain } from '../../app/session.ts'
import { type Factor, secondStepsQuery } from './account-queries.ts'
import { useAccountProblem } from './use-account-problem.ts'
import { useFactorName } from './use-factor-name.ts'

/** What is done with a factor at once, without a dialog of its own. `problem` tells why the last act failed. */
export function useFactorActs(onOutcome: (text: string | undefined) => void) {
  const t = useTranslations('account.steps')
  const problemText = useAccountProblem()
  const nameOf = useFactorName()
  const fresh = useFresh()
  const showAgain = useShowAgain()
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries(secondStepsQuery)
  const prefer = useMutation({
    mutationFn: ({ kind: way }: Factor) => fresh(() => api.account.preferWay({ body: { way } })),
    onMutate: () => onOutcome(undefined),
    onSuccess: (_, { kind }) => onOutcome(t('preferredNow', { kind: t(`kind.${kind}`) })),
    onSettled: refresh,
  })
  const tryOut = useMutation({
    // Whoever cancels has not tried: nothing to tell.
    mutationFn: ({ kind }: Factor) => showAgain(kind).then(...WORKED),
    onMutate: () => onOutcome(undefined),
    onSuccess: (worked, factor) => onOutcome(worked ? t('worksNow', { name: nameOf(factor) }) : undefined),
    onSettled: refresh,
  })
  return { prefer: prefer.mutate, tryOut: tryOut.mutate, problem: problemText(prefer.error) }
}

const WORKED = [() => true, () => false] as const
