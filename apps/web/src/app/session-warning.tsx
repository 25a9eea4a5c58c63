import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useProblemText } from '../client/problem-text.ts'
import { onThisClock } from '../client/server-clock.ts'
import { sessionQuery } from '../client/session.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { DialogActions } from '../ui/dialog-actions.tsx'
import { ProblemNotice } from '../ui/notice.tsx'
import { type EndOfSession, endOfSession } from './end-of-session.ts'
import { useLastUse } from './use-last-use.ts'

const WARN_BEFORE_MS = 120_000
// A timer set for the very moment would sleep while the laptop does.
const LOOK_EVERY_MS = 5_000

type SessionWarningProps = {
  onSignOut: () => void
  /** The time is over. Not asked of the server first: to ask is to use the session, and it would never end. */
  onEnd: () => void
}

/** Warns two minutes before the session ends. The user can stay, unless the session is too old. */
export function SessionWarning({ onSignOut, onEnd }: SessionWarningProps) {
  const end = useNearEnd(onEnd)
  const [read, setRead] = useState(0)
  if (!end) return null
  if (end.because === 'idle') return <Idle at={end.at} onSignOut={onSignOut} />
  return <TooOld at={end.at} opened={read !== end.at} onRead={() => setRead(end.at)} onSignOut={onSignOut} />
}

function Idle({ at, onSignOut }: { at: number; onSignOut: () => void }) {
  const t = useTranslations('session.warning')
  const problemText = useProblemText()
  const client = useQueryClient()
  const stay = useMutation({ mutationFn: () => client.fetchQuery({ ...sessionQuery, staleTime: 0 }) })
  const stayButton = useRef<HTMLButtonElement>(null)
  // It can appear while the user is typing: the next key must not sign them out.
  useEffect(() => stayButton.current?.focus(), [])
  return (
    <Dialog opened title={t('title')} onClose={stay.mutate} withoutClose>
      <p>{t('idle', { at: new Date(at) })}</p>
      <ProblemNotice>{stay.isError && problemText(stay.error)}</ProblemNotice>
      <DialogActions>
        <Button look="secondary" onClick={onSignOut}>
          {t('signOut')}
        </Button>
        <Button ref={stayButton} busy={stay.isPending} onClick={() => stay.mutate()}>
          {t('stay')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

type TooOldProps = { at: number; opened: boolean; onRead: () => void; onSignOut: () => void }

function TooOld({ at, opened, onRead, onSignOut }: TooOldProps) {
  const t = useTranslations('session.warning')
  return (
    <Dialog opened={opened} title={t('title')} onClose={onRead} withoutClose>
      <p>{t('age', { at: new Date(at) })}</p>
      <DialogActions>
        <Button look="secondary" onClick={onSignOut}>
          {t('signOut')}
        </Button>
        <Button onClick={onRead}>{t('finish')}</Button>
      </DialogActions>
    </Dialog>
  )
}

/** The end of the session once it is near, else null. */
function useNearEnd(onEnd: () => void): EndOfSession | null {
  const { data: session, dataUpdatedAt: readAt } = useQuery(sessionQuery)
  const lastUse = useLastUse()
  const [end, setEnd] = useState<EndOfSession | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the callback is new at each render but does the same.
  useEffect(() => {
    if (!session) return
    const idleUntil = onThisClock(session.idleUntil)
    const endsAt = onThisClock(session.endsAt)
    const look = () => {
      const found = endOfSession({ readAt, idleUntil, endsAt, lastUseAt: lastUse() })
      const left = found.at - Date.now()
      setEnd((before) => (left > WARN_BEFORE_MS ? null : before?.at === found.at ? before : found))
      if (left <= 0) onEnd()
    }
    look()
    const timer = setInterval(look, LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [session, readAt])
  return end
}
