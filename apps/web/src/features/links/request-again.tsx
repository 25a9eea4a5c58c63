import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { useProblemText } from '../../client/problem-text.ts'
import { Button } from '../../ui/button.tsx'
import { FocusOnMount } from '../../ui/focus-on-mount.tsx'
import { Notice, ProblemNotice } from '../../ui/notice.tsx'

/** A new link in place of one that expired. What comes of it is told by mail only. */
export function RequestAgain({ token }: { token: string }) {
  const t = useTranslations('links.again')
  const problemText = useProblemText()
  const request = useMutation({ mutationFn: () => api.links.requestAgain({ body: { token } }) })
  if (request.isSuccess) {
    return (
      <FocusOnMount>
        <Notice tone="success" title={t('sentTitle')}>
          <p>{t('sent')}</p>
        </Notice>
      </FocusOnMount>
    )
  }
  return (
    <>
      <ProblemNotice>{request.isError && problemText(request.error)}</ProblemNotice>
      <Button wide busy={request.isPending} onClick={() => request.mutate()}>
        {t('submit')}
      </Button>
    </>
  )
}
