import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useRoleName } from '../../messages/use-role-name.ts'
import { Button } from '../../ui/button.tsx'
import { DateTime } from '../../ui/date-time.tsx'
import { Details } from '../../ui/details.tsx'
import { ACTIONS, type Action } from './offered-actions.ts'
import { hasExpired, SecondStepChip, UserStatusChip } from './user-chips.tsx'
import classes from './user-facts.module.css'
import type { UserDetail } from './user-queries.ts'

type UserFactsProps = { user: UserDetail; onAct: (action: Action) => void }

/** What is known of a user, with beside each thing what can be done about it. */
export function UserFacts({ user, onAct }: UserFactsProps) {
  const t = useTranslations('users.detail')
  const texts = useTranslations('users')
  const roleName = useRoleName()
  const isPerson = user.kind === 'person'
  const buttons = (...actions: Action[]) => <ActionButtons user={user} actions={actions} onAct={onAct} />
  return (
    <Details
      items={[
        { term: t(isPerson ? 'email' : 'contactEmail'), value: user.email },
        { term: t('role'), value: roleName(user.role), action: buttons('change-role') },
        {
          term: t('status'),
          value: <Status user={user} />,
          action: buttons('resend-invitation', 'withdraw-invitation', 'deactivate', 'reactivate'),
        },
        ...(isPerson ? [{ term: t('secondStep'), value: <SecondStep user={user} />, action: buttons('unlink') }] : []),
        ...(isPerson
          ? [{ term: t('lastSignIn'), value: user.lastSignInAt ? <DateTime at={user.lastSignInAt} /> : t('never') }]
          : []),
        { term: t('language'), value: texts(`language.${user.language}`) },
        { term: t('created'), value: <Created user={user} /> },
      ]}
    />
  )
}

function Created({ user: { createdAt, invitedBy } }: { user: UserDetail }) {
  const t = useTranslations('users.detail')
  const at = new Date(createdAt)
  return invitedBy ? t('createdBy', { at, name: invitedBy }) : t('createdAt', { at })
}

function Status({ user }: { user: UserDetail }) {
  const t = useTranslations('users.detail')
  const until = user.invitationExpiresAt
  return (
    <Explained chip={<UserStatusChip user={user} />}>
      {user.status === 'invited' &&
        (until && !hasExpired(user) ? t('invitedUntil', { at: new Date(until) }) : t('invitationExpired'))}
    </Explained>
  )
}

function SecondStep({ user }: { user: UserDetail }) {
  const t = useTranslations('users.detail')
  return (
    <Explained chip={<SecondStepChip user={user} />}>
      {!user.isHome && user.status !== 'invited' ? t('otherHome', { name: user.name }) : <RelinkState user={user} />}
    </Explained>
  )
}

function RelinkState({ user: { status, secondStep, relinkCodeExpiresAt } }: { user: UserDetail }) {
  const t = useTranslations('users.detail')
  if (secondStep === 'none' && status !== 'deactivated') return t('linksAtFirst')
  if (secondStep !== 'unlinked') return null
  const until = relinkCodeExpiresAt && new Date(relinkCodeExpiresAt)
  return until && until > new Date() ? t('relinkUntil', { at: until }) : t('relinkExpired')
}

function Explained({ chip, children }: { chip: ReactNode; children: ReactNode }) {
  return (
    <>
      {chip}
      {children && <p className={classes.explanation}>{children}</p>}
    </>
  )
}

type ActionButtonsProps = { user: UserDetail; actions: readonly Action[]; onAct: (action: Action) => void }

/** Of these, the ones that the server says may be done now. */
function ActionButtons({ user, actions, onAct }: ActionButtonsProps) {
  const t = useTranslations('users.action')
  const offered = ACTIONS.filter((action) => actions.includes(action) && user.actions.includes(action))
  if (offered.length === 0) return null
  return (
    <div className={classes.actions}>
      {offered.map((action) => (
        <Button key={action} look="secondary" size="small" onClick={() => onAct(action)}>
          {t(action === 'unlink' && user.secondStep === 'unlinked' ? 'relink' : action)}
        </Button>
      ))}
    </div>
  )
}
