import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../client/api.ts'
import { useSecondStepProblem } from '../client/second-step-problem.ts'
import { Button } from '../ui/button.tsx'
import { DialogActions } from '../ui/dialog-actions.tsx'
import { Notice } from '../ui/notice.tsx'
import { signWithPasskey } from '../ui/passkey.ts'
import { takeFocus } from '../ui/take-focus.ts'
import type { ShowAgainProps } from './show-again-actions.tsx'

/** A passkey, in the dialog. */
export function ShowPasskeyAgain({ otherWays, onShown, onCancel }: ShowAgainProps) {
  const t = useTranslations()
  const problemText = useSecondStepProblem()
  const show = useMutation({
    mutationFn: async () => {
      const passkey = await signWithPasskey(await api.session.startFreshPasskey())
      await api.session.freshenByPasskey({ body: { passkey } })
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
      {otherWays}
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
