import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { api } from '../../../client/api.ts'
import { useFresh } from '../../../client/step-up.ts'
import classes from '../../../ui/arrangement.module.css'
import { Button } from '../../../ui/button.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { Notice, ProblemNotice } from '../../../ui/notice.tsx'
import { type SecondSteps, secondStepsQuery } from '../factor-queries.ts'
import { useFactorProblem } from '../use-factor-problem.ts'

type RecoveryCodeStateProps = { recovery: SecondSteps['recovery']; onMade: (code: string) => void }

/** Since when there is one and whether it was kept, and the way to another. */
export function RecoveryCodeState({ recovery, onMade }: RecoveryCodeStateProps) {
  const t = useTranslations('account.recovery')
  const [asked, setAsked] = useState(false)
  return (
    <div className={classes.stack}>
      <div className={classes.lines}>
        <p>
          <strong>{recovery ? t('madeAt', { at: new Date(recovery.madeAt) }) : t('none')}</strong>
        </p>
        {recovery && !recovery.kept && (
          <Notice tone="warning" title={t('notKept')}>
            <p>{t('notKeptText')}</p>
          </Notice>
        )}
        {recovery?.kept && <p>{t('where')}</p>}
        <p>{t('lost')}</p>
      </div>
      <div>
        <Button look="secondary" onClick={() => setAsked(true)}>
          {t('renew')}
        </Button>
      </div>
      <RenewRecoveryCode opened={asked} hasOne={recovery !== null} onMade={onMade} onClose={() => setAsked(false)} />
    </div>
  )
}

type RenewRecoveryCodeProps = {
  opened: boolean
  hasOne: boolean
  onMade: RecoveryCodeStateProps['onMade']
  onClose: () => void
}

/** Asks first: the earlier code is worth nothing from then on. */
function RenewRecoveryCode({ opened, hasOne, onMade, onClose }: RenewRecoveryCodeProps) {
  const t = useTranslations('account.recovery')
  const problemText = useFactorProblem()
  const fresh = useFresh()
  const client = useQueryClient()
  const renew = useMutation({
    mutationFn: () => fresh(() => api.account.renewRecoveryCode()),
    onSuccess: ({ recoveryCode }) => onMade(recoveryCode),
    onSettled: () => void client.invalidateQueries(secondStepsQuery),
    gcTime: 0, // the code is shown once, and kept nowhere
  })
  const cancel = () => {
    renew.reset()
    onClose()
  }
  return (
    <ConfirmDialog
      opened={opened}
      title={t('renewTitle')}
      confirmLabel={t('renewConfirm')}
      tone="primary"
      busy={renew.isPending}
      onConfirm={() => renew.mutate()}
      onCancel={cancel}
    >
      <p>{t(hasOne ? 'renewText' : 'firstText')}</p>
      <ProblemNotice>{renew.isError && <p>{problemText(renew.error)}</p>}</ProblemNotice>
    </ConfirmDialog>
  )
}
