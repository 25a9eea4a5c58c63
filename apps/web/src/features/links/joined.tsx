import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { useProblemText } from '../../client/problem-text.ts'
import { sessionQuery } from '../../client/session.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Stack } from '../../ui/stack.tsx'

type JoinedProps = { tenantId: string; tenantName: string | null }

/** The invitation has been accepted: on to the organisation, or stay where one was. */
export function Joined({ tenantId, tenantName }: JoinedProps) {
  const t = useTranslations('links.invitation')
  const problemText = useProblemText()
  const client = useQueryClient()
  const navigate = useNavigate()
  const go = useMutation({
    mutationFn: () => api.session.switchTenant({ body: { tenantId } }),
    onSuccess: async (session) => {
      client.clear()
      client.setQueryData(sessionQuery.queryKey, session)
      await navigate('/')
    },
  })
  return (
    <Page
      title={tenantName ? t('joinedTitle', { tenant: tenantName }) : t('joinedTitleOperator')}
      intro={t('joined')}
      place="joined"
    >
      <Stack>
        <ProblemNotice>{go.isError && problemText(go.error)}</ProblemNotice>
        <Button wide busy={go.isPending} onClick={() => go.mutate()}>
          {tenantName ? t('goThere', { tenant: tenantName }) : t('goThereOperator')}
        </Button>
        <ButtonLink to="/" look="quiet" wide>
          {t('toOverview')}
        </ButtonLink>
      </Stack>
    </Page>
  )
}
