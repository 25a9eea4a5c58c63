import { IconDeviceMobileOff, IconDeviceMobilePlus, IconKey } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useTranslations } from 'use-intl'
import { useSession } from '../../client/use-session.ts'
import { useRoleName } from '../../messages/use-role-name.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import { useListState } from './list-state.ts'
import { SecondStepChip } from './user-chips.tsx'
import type { User } from './user-queries.ts'
import classes from './user-table.module.css'

/** The holder stands out: exactly one, answerable for the package. */
export function RoleName({ user: { role, isHolder } }: { user: User }) {
  const roleName = useRoleName()
  return isHolder ? <StatusChip tone="info" icon={IconKey} label={roleName(role)} /> : roleName(role)
}

export function LastSignIn({ user: { kind, lastSignInAt } }: { user: User }) {
  const t = useTranslations('users.lastSignIn')
  if (kind === 'api') return t('notAtAll')
  if (!lastSignInAt) return t('never')
  return (
    <span className={classes.day}>
      <DateTime at={lastSignInAt} format="day" />
    </span>
  )
}

export function Name({ user: { id, name, email } }: { user: User }) {
  const t = useTranslations('users')
  const { membershipId } = useSession()
  return (
    <>
      <Link className={classes.name} to={`/users/${id}`} state={useListState()}>
        {name}
      </Link>
      {id === membershipId && ` ${t('you')}`}
      <span className={classes.email}>{email}</span>
    </>
  )
}

/** The state of the second step, with the one-click unlinking beside it: the short way while the user is on the phone. */
export function SecondStep({ user, onUnlink }: { user: User; onUnlink: (() => void) | false }) {
  const t = useTranslations('users')
  const { name, secondStep } = user
  const isUnlinked = secondStep === 'unlinked'
  const Icon = isUnlinked ? IconDeviceMobilePlus : IconDeviceMobileOff
  return (
    <span className={classes.step}>
      <SecondStepChip user={user} />
      {onUnlink && (
        <IconButton
          label={t(isUnlinked ? 'relinkIcon' : 'unlinkIcon', { name })}
          icon={<Icon aria-hidden="true" />}
          onClick={onUnlink}
        />
      )}
    </span>
  )
}
