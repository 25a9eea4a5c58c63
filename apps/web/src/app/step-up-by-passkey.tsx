import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Button } from '../ui/button.tsx'
import { DialogActions } from '../ui/dialog-actions.tsx'
import { Notice } from '../ui/notice.tsx'
import { signWithPasskey } from '../ui/passkey.ts'
import { takeFocus } from '../ui/take-focus.ts'
import { api } from './api.ts'
import { useSecondStepProblem } from './errors.ts'
import type { StepUpProps } from './step-up-actions.tsx'

/** A passkey, in the dialog. */
export function StepUpByPasskey({ otherMethods, onShown, onCancel }: StepUpProps) {
  const t = useTranslations()
  const problemText = useSecondStepProblem()
  const show = useMutation({
    mutationFn: async () => {
      const passkey = await signWithPasskey(await api.session.startStepUpPasskey())
      await api.session.stepUpByPasskey({ body: { passkey } })
      onShown()
    },
    gcTime: 0,
  })
  return (
    <>
      <p>{t('session.fresh.passkey')}</p>
      {show.isError && (
        <Notice tone="error" live>
          {problemText(show.error)}
        </Notice>
      )}
      {otherMethods}
      <DialogActions>
        <Button look="secondary" onClick={onCancel}>
          {t('ui.cancel')}
        </Button>
        <Button ref={takeFocus} busy={show.isPending} onClick={() => show.mutate()}>
          {t('secondStep.passkey.use')}
        </Button>
      </DialogActions>
    </>
  )
}
