import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import classes from '../../ui/arrangement.module.css'
import { Button } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Outcome } from '../../ui/outcome.tsx'
import { type OwnSession, ownSessionsQuery } from './account-queries.ts'
import { EndOtherSessions } from './end-other-sessions.tsx'
import { EndSession } from './end-session.tsx'
import { OwnSessionTable } from './own-session-table.tsx'
import { useAccountProblem } from './use-account-problem.ts'

/** Where this person is signed in, and how to end that. */
export function OwnSessions() {
  const t = useTranslations('account')
  const problemText = useAccountProblem()
  const { data, error, refetch } = useQuery(ownSessionsQuery)
  const [ending, setEnding] = useState<OwnSession | 'others'>()
  const [outcome, setOutcome] = useState<string>()
  const begin = (which: OwnSession | 'others') => {
    setOutcome(undefined)
    setEnding(which)
  }
  const close = (text?: string) => {
    setEnding(undefined)
    setOutcome(text)
  }
  const others = data?.filter(({ current }) => !current).length ?? 0
  return (
    <>
      <Loaded data={data} failed={t('failed')} problem={problemText(error)} onRetry={refetch}>
        {(sessions) => (
          <div className={classes.lines}>
            <OwnSessionTable sessions={sessions} onEnd={begin} />
            {others === 0 && <p className={classes.soft}>{t('sessions.onlyThis')}</p>}
            {others > 0 && (
              <div>
                <Button look="secondary" onClick={() => begin('others')}>
                  {t('sessions.endOthers')}
                </Button>
              </div>
            )}
          </div>
        )}
      </Loaded>
      <EndSession session={ending === 'others' ? undefined : ending} onClose={close} />
      <EndOtherSessions opened={ending === 'others'} count={others} onClose={close} />
      <Outcome text={outcome} onDismiss={() => setOutcome(undefined)} />
    </>
  )
}
