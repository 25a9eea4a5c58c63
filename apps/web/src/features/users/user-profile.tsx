import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { useTranslations } from 'use-intl'
import { useMay, useSession } from '../../client/use-session.ts'
import { Notice } from '../../ui/notice.tsx'
import { Outcome } from '../../ui/outcome.tsx'
import { Section } from '../../ui/section.tsx'
import { type Act, ActionDialog } from './action-dialog.tsx'
import type { Action } from './offered-actions.ts'
import type { RoleChoice } from './role-options.ts'
import { useOwnHint } from './use-own-hint.ts'
import { UserFactors } from './user-factors.tsx'
import classes from './user-facts.module.css'
import { UserFacts } from './user-facts.tsx'
import type { UserDetail } from './user-queries.ts'
import { UserSessions } from './user-sessions.tsx'

type UserProfileProps = {
  user: UserDetail
  roles: readonly RoleChoice[]
  /** In the place of factors and sessions, for a user that has none: a program. */
  connection?: ReactNode
  /** The invitation was withdrawn: the user of this page is gone. */
  onGone: (outcome: string) => void
}

/** Everything about one user, and everything that may be done to them now. */
export function UserProfile({ user, roles, connection, onGone }: UserProfileProps) {
  // The user as they were when it began: what is asked does not change while it is done.
  const [act, setAct] = useState<Act>()
  const [outcome, setOutcome] = useState<string>()
  const begin = (action: Action) => {
    setOutcome(undefined)
    setAct({ action, user })
  }
  const end = (came?: string) => {
    if (came && act?.action === 'withdraw-invitation') return onGone(came)
    setAct(undefined)
    setOutcome(came)
  }
  return (
    <>
      <WhyNot user={user} />
      <UserFacts user={user} onAct={begin} />
      {user.kind === 'person' && user.status !== 'invited' && (
        <>
          <UserFactors user={user} />
          <UserSessions user={user} onAct={begin} />
        </>
      )}
      {connection}
      <Log user={user} />
      {act && <ActionDialog {...act} roles={roles} onEnd={end} />}
      <Outcome text={outcome} onDismiss={() => setOutcome(undefined)} />
    </>
  )
}

/** Why there is nothing, or little, to be done here. */
function WhyNot({ user }: { user: UserDetail }) {
  const t = useTranslations('users.detail')
  const { membershipId } = useSession()
  const hint = useOwnHint()(user)
  if (!hint) return null
  return (
    <div className={classes.above}>
      <Notice tone="info" action={user.id === membershipId && <Link to="/account">{t('toAccount')}</Link>}>
        <p>{hint}</p>
      </Notice>
    </div>
  )
}

function Log({ user: { id, name } }: { user: UserDetail }) {
  const t = useTranslations('users.detail')
  const may = useMay()
  if (!may('audit:read')) return null
  return (
    <Section title={t('log')} intro={<p>{t('logText', { name })}</p>}>
      <Link to={`/audit?${new URLSearchParams({ user: id })}`}>{t('toLog', { name })}</Link>
    </Section>
  )
}
