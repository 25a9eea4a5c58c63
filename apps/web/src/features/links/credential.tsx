import type { apiUsers as contract, Received } from '@keyholder/contracts'
import { useTranslations } from 'use-intl'
import { CodeBlock } from '../../ui/code-block.tsx'
import { Details } from '../../ui/details.tsx'
import { DownloadButton } from '../../ui/download-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { SecretBlock } from '../../ui/secret-block.tsx'
import { Section } from '../../ui/section.tsx'
import { Stack } from '../../ui/stack.tsx'
import { curlLines } from './curl-lines.ts'

type PickedUp = Received<typeof contract.pickUpCredential>

/** Client id and secret, shown this once, with all that is needed to use them. */
export function Credential({ credential, name }: { credential: PickedUp; name: string }) {
  const t = useTranslations('links.apiCredential')
  const { clientId, clientSecret, tokenEndpoint, apiBase, scopes } = credential
  const { signIn, call } = curlLines(credential, t('placeholder'))
  const file = [
    name,
    '',
    `${t('clientId')}: ${clientId}`,
    `${t('clientSecret')}: ${clientSecret}`,
    `${t('tokenEndpoint')}: ${tokenEndpoint}`,
    `${t('apiBase')}: ${apiBase}`,
    '',
    signIn,
    '',
    call,
    '',
  ]
  return (
    <Page title={t('shownTitle')} place="shown">
      <Stack>
        <Notice tone="warning">{t('shown')}</Notice>
        <SecretBlock label={t('clientId')} secret={clientId} />
        <SecretBlock label={t('clientSecret')} secret={clientSecret} />
        <DownloadButton fileName={t('fileName')} text={file.join('\r\n')} label={t('download')} />
        <Details
          items={[
            { term: t('tokenEndpoint'), value: <code>{tokenEndpoint}</code> },
            { term: t('apiBase'), value: <code>{apiBase}</code> },
            { term: t('scopes'), value: scopes.map((scope) => t(`scope.${scope}`)).join(', ') },
          ]}
        />
        <Section title={t('useTitle')}>
          <Stack>
            <CodeBlock label={t('signIn')} code={signIn} />
            <CodeBlock label={t('call')} code={call} />
            {/* In a tab of its own: the secret is lost with this one. */}
            <a href="/api/docs" target="_blank" rel="noreferrer">
              {t('documentation')}
            </a>
          </Stack>
        </Section>
      </Stack>
    </Page>
  )
}
