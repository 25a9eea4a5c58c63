import type { links as contract, Received } from '@keyholder/contracts'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { problemCode } from '../../client/errors.ts'
import { useProblemText } from '../../client/problem-text.ts'
import { suggestLanguage } from '../../messages/catalogue.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { RequestAgain } from './request-again.tsx'
import { useLinkToken } from './use-link-token.ts'

type Inspected = Received<typeof contract.inspect>
export type OpenLink = Inspected & { token: string }

/** What a link is for. Looking uses nothing up, and is done once. */
export function linkQuery(token: string) {
  return queryOptions({
    queryKey: ['link', token],
    queryFn: () => api.links.inspect({ body: { token } }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
}

type OpenedLinkProps = {
  purposes: readonly Inspected['purpose'][]
  /** The title while it is being looked at. */
  title: string
  /** `instead`: what to do where a new link cannot be had by asking for it here. */
  gone: { title: string; text: string; otherwise?: ReactNode; instead?: ReactNode }
  children: (link: OpenLink) => ReactNode
}

/** The page of a one-time link: itself while the link is good, or else why not and what to do. Opening it does nothing. */
export function OpenedLink({ purposes, title, gone, children }: OpenedLinkProps) {
  const token = useLinkToken()
  return token === null ? <NoLink /> : <Inspect key={token} {...{ token, purposes, title, gone, children }} />
}

function Inspect({ token, purposes, title, gone, children }: OpenedLinkProps & { token: string }) {
  const t = useTranslations('links')
  const problemText = useProblemText()
  const { data: link, error, refetch } = useQuery(linkQuery(token))
  const language = link?.language
  useEffect(() => {
    if (language) suggestLanguage(language).catch(() => null) // the page is there in another language
  }, [language])
  const code = problemCode(error)
  // Something of it was left out on the way from the mail.
  if (code === 'request.invalid') return <NoLink />
  if (code === 'link.gone' || (link && !purposes.includes(link.purpose))) {
    return (
      <Page title={gone.title} intro={gone.text} place="gone">
        {gone.instead ?? <RequestAgain token={token} />}
        {gone.otherwise}
      </Page>
    )
  }
  if (link) return children({ ...link, token })
  return (
    <Page title={title}>
      <Loaded
        data={undefined}
        failed={t('notLoaded')}
        problem={error ? problemText(error) : undefined}
        onRetry={refetch}
      >
        {() => null}
      </Loaded>
    </Page>
  )
}

function NoLink() {
  const t = useTranslations('links.missing')
  return <Page title={t('title')} intro={t('text')} place="missing" />
}
