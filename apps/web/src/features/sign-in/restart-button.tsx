import { useMutation } from '@tanstack/react-query'
import { useLocation, useNavigate } from 'react-router'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { Button } from '../../ui/button.tsx'
import { stepUrl } from './steps.ts'

/** Stops this sign-in and starts over. If the server does not hear of it, the sign-in expires there. */
export function RestartButton() {
  const t = useTranslations('signInSteps')
  const navigate = useNavigate()
  const { search } = useLocation()
  const cancel = useMutation({
    mutationFn: () => api.signIn.cancel(),
    onSettled: () => navigate(stepUrl('done', search)),
  })
  return (
    <Button look="quiet" busy={cancel.isPending} onClick={() => cancel.mutate()}>
      {t('restart')}
    </Button>
  )
}
