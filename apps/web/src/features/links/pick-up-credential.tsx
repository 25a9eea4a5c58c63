import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { problemCode } from '../../client/errors.ts'
import { useProblemText } from '../../client/problem-text.ts'
import { Button } from '../../ui/button.tsx'
import { Notice, ProblemNotice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Stack } from '../../ui/stack.tsx'
import { Credential } from './credential.tsx'
import { forgetLinkToken } from './link-token.ts'
import { linkQuery, OpenedLink, type OpenLink } from './opened-link.tsx'

/** The developer of an API user picks up what the program signs in with. */
export function PickUpCredential() {
  const t = useTranslations('links.apiCredential')
  return (
    <OpenedLink purposes={['api-credential']} title={t('title')} gone={{ title: t('goneTitle'), text: t('gone') }}>
      {(link) => <PickUp link={link} />}
    </OpenedLink>
  )
}

function PickUp({ link: { token, name, tenantName } }: { link: OpenLink }) {
  const t = useTranslations('links.apiCredential')
  const problemText = useProblemText()
  const client = useQueryClient()
  const pickUp = useMutation({
    mutationFn: () => api.apiUsers.pickUpCredential({ body: { token } }),
    onSuccess: forgetLinkToken,
    onError: (error) => {
      if (problemCode(error) !== 'link.gone') return
      void client.invalidateQueries({ queryKey: linkQuery(token).queryKey })
    },
    gcTime: 0,
  })
  if (pickUp.isSuccess) return <Credential credential={pickUp.data} name={name} />
  return (
    <Page title={t('title')} intro={t('intro', { tenant: tenantName ?? '', name })}>
      <Stack>
        <Notice tone="warning">{t('once')}</Notice>
        <ProblemNotice>{pickUp.isError && problemText(pickUp.error)}</ProblemNotice>
        <Button wide busy={pickUp.isPending} onClick={() => pickUp.mutate()}>
          {t('show')}
        </Button>
      </Stack>
    </Page>
  )
}
