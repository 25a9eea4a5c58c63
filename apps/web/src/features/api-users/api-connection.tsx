import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { DateTime } from '../../ui/date-time.tsx'
import { Details } from '../../ui/details.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { type ApiUser, apiUserQuery } from './api-user-query.ts'
import classes from './api-users.module.css'
import { CurlExample } from './curl-example.tsx'
import { SendLinkDialog } from './send-link-dialog.tsx'
import { useApiUserProblem } from './use-api-user-problem.ts'

/** What connects a program with us: what it may, with which secret, and how to use it. */
export function ApiConnection({ id, maySendLink }: { id: string; maySendLink: boolean }) {
  const t = useTranslations('apiUsers')
  const { data, error, refetch } = useQuery(apiUserQuery(id))
  const problem = useApiUserProblem()(error)
  return (
    <Loaded data={data} failed={t('failed')} problem={problem} onRetry={refetch}>
      {(apiUser) => (
        <>
          <Connection apiUser={apiUser} maySendLink={maySendLink} />
          <CurlExample clientId={apiUser.credential?.clientId ?? 'CLIENT_ID'} />
        </>
      )}
    </Loaded>
  )
}

function Connection({ apiUser, maySendLink }: { apiUser: ApiUser; maySendLink: boolean }) {
  const t = useTranslations('apiUsers')
  const [asked, setAsked] = useState(false)
  const [sent, setSent] = useState(false)
  const end = (done: boolean) => {
    setAsked(false)
    setSent(done)
  }
  return (
    <Section
      title={t('connection')}
      actions={
        maySendLink && (
          <Button look="secondary" size="small" onClick={() => setAsked(true)}>
            {t('sendLink')}
          </Button>
        )
      }
    >
      <div className={classes.news}>
        {sent ? (
          <Notice tone="success" live>
            <p>{t('sent', { email: apiUser.contactEmail })}</p>
          </Notice>
        ) : (
          <LinkState apiUser={apiUser} />
        )}
      </div>
      <Facts apiUser={apiUser} />
      {asked && <SendLinkDialog apiUser={apiUser} onEnd={end} />}
    </Section>
  )
}

/** How it stands with the link that was mailed. */
function LinkState({ apiUser: { credential, linkExpiresAt } }: { apiUser: ApiUser }) {
  const t = useTranslations('apiUsers')
  if (linkExpiresAt) {
    return (
      <Notice tone="info">
        <p>{t(credential ? 'waitingNew' : 'waiting', { at: new Date(linkExpiresAt) })}</p>
      </Notice>
    )
  }
  if (credential) return null
  return (
    <Notice tone="warning">
      <p>{t('linkGone')}</p>
    </Notice>
  )
}

function Facts({ apiUser: { responsible, scopes, credential } }: { apiUser: ApiUser }) {
  const t = useTranslations('apiUsers')
  return (
    <Details
      items={[
        { term: t('responsible'), value: responsible },
        {
          term: t('rights'),
          value: (
            <ul className={classes.scopes}>
              {scopes.map((scope) => (
                <li key={scope}>{t(`scope.${scope}`)}</li>
              ))}
            </ul>
          ),
        },
        ...(credential
          ? [
              { term: t('clientId'), value: <span className={classes.id}>{credential.clientId}</span> },
              { term: t('secret'), value: t('secretEnds', { lastFour: credential.lastFour }) },
              { term: t('pickedUp'), value: <DateTime at={credential.createdAt} /> },
              {
                term: t('lastUsed'),
                value: credential.lastUsedAt ? <DateTime at={credential.lastUsedAt} /> : t('neverUsed'),
              },
            ]
          : []),
      ]}
    />
  )
}
