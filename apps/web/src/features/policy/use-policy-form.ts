import { policy as contract } from '@keyholder/contracts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useProblemText } from '../../client/problem-text.ts'
import { useContractForm } from '../../client/use-contract-form.ts'
import { useSession } from '../../client/use-session.ts'
import { graceDays } from './grace-days.ts'
import { type Choice, type Policy, previewQuery } from './policy-query.ts'
import { choiceOf, isSame, type PolicyValues, takenAway, valuesOf, wrongOf } from './policy-values.ts'
import { useChangePolicy } from './use-change-policy.ts'
import { useWrongText } from './use-wrong-text.ts'
import { wrongOnServer } from './wrong-on-server.ts'

export type PolicyFormProps = {
  policy: Policy
  /** Something was changed in the form: what came of an earlier change is no news. */
  onEdit: () => void
  onSaved: () => void
}

/** The form of a policy: what is in it, whom that touches, and how it is asked about and sent. */
export function usePolicyForm({ policy, onEdit, onSaved }: PolicyFormProps) {
  const t = useTranslations('policy')
  const change = useChangePolicy()
  const [now] = useState(() => new Date())
  const [isNothingNew, setNothingNew] = useState(false)
  const wrongText = useWrongText(now)
  const { asked, ask, end } = useAsked()
  const { form, props } = useContractForm<PolicyValues>({
    mode: 'controlled',
    body: contract.change.body,
    toBody: (values) => choiceOf({ ...values, day: '' }, policy), // how much grace there is depends on today: see `check`
    initialValues: valuesOf(policy),
    texts: { allowed: t('wrong.allowedMissing') },
    check: (values) => wrongText(wrongOf(values, { policy, touched, now })),
    send: async (values) => {
      const choice = choiceOf(values, policy)
      if (isSame(choice, policy)) return setNothingNew(true)
      try {
        if (await ask(choice)) await change.mutateAsync(choice).then(onSaved)
      } finally {
        end()
      }
    },
    atField: (error) => wrongText(wrongOnServer(error)),
    problemText: useProblemText(),
    onValuesChange: () => {
      setNothingNew(false)
      onEdit()
    },
  })
  const { allowed } = form.values
  const taken = takenAway(allowed, policy)
  const preview = usePreview(allowed, taken)
  const touched = preview.data?.without ?? 0
  return {
    ...{ form, preview, taken, touched, asked },
    busy: change.isPending,
    props: isNothingNew ? { ...props, problem: t('same') } : props,
    days: graceDays(now),
    // Also where a grace is going on, and where the server counted otherwise.
    asksDay: taken.length > 0 && (touched > 0 || policy.phasedOut !== null || form.errors.day !== undefined),
  }
}

/** Counting is for who may change: a session of the weak second step is asked for a stronger one when it chooses, not before. */
function usePreview(allowed: Policy['allowed'], taken: Policy['allowed']) {
  const { secondStep } = useSession()
  return useQuery({ ...previewQuery(allowed), enabled: allowed.length > 0 && (secondStep.strong || taken.length > 0) })
}

type Asked = { choice: Choice; answer: (isSure: boolean) => void }

/** A choice that waits for a yes. */
function useAsked() {
  const [asked, setAsked] = useState<Asked>()
  const ask = (choice: Choice) => new Promise<boolean>((answer) => setAsked({ choice, answer }))
  return { asked, ask, end: () => setAsked(undefined) }
}
