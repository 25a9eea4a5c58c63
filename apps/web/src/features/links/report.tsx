import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { useTranslations } from 'use-intl'
import { problemCode } from '../../client/errors.ts'
import { useProblemText } from '../../client/problem-text.ts'
import { sessionQuery } from '../../client/session.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Stack } from '../../ui/stack.tsx'
import { keepLinkToken } from './link-token.ts'
import { linkQuery } from './opened-link.tsx'
import classes from './report.module.css'

const RESET = '/reset-password'

type ReportProps = {
  token: string
  title: string
  intro: string
  /** What the button will do, a sentence each. */
  consequences: readonly string[]
  submitLabel: string
  /** Does it, and gives the secret with which a new password is chosen. */
  send: () => Promise<{ resetToken: string }>
}

/** The owner says that something was not theirs: what will happen, the button that does it, and on to a new password. */
export function Report({ token, title, intro, consequences, submitLabel, send }: ReportProps) {
  const t = useTranslations('links.report')
  const problemText = useProblemText()
  const client = useQueryClient()
  const navigate = useNavigate()
  const report = useMutation({
    mutationFn: send,
    onSuccess: async ({ resetToken }) => {
      // The session in this browser is over.
      client.setQueryData(sessionQuery.queryKey, null)
      keepLinkToken(RESET, `#${resetToken}`)
      await navigate(`${RESET}?why=reported`, { replace: true })
    },
    onError: (error) => {
      if (problemCode(error) === 'link.gone') void client.invalidateQueries({ queryKey: linkQuery(token).queryKey })
    },
    gcTime: 0,
  })
  return (
    <Page title={title} intro={<p>{intro}</p>} place="report">
      <Stack>
        <div>
          <p>{t('happens')}</p>
          <ul className={classes.consequences}>
            {consequences.map((consequence) => (
              <li key={consequence}>{consequence}</li>
            ))}
          </ul>
        </div>
        <ProblemNotice>{report.isError && problemText(report.error)}</ProblemNotice>
        <Button wide look="danger" busy={report.isPending} onClick={() => report.mutate()}>
          {submitLabel}
        </Button>
        <p>{t('otherwise')}</p>
      </Stack>
    </Page>
  )
}
