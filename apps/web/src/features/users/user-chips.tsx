import { useTranslations } from 'use-intl'
import { StatusChip } from '../../ui/status-chip.tsx'
import type { User } from './user-queries.ts'

const STATUS_TONE = { invited: 'info', expired: 'warning', active: 'success', deactivated: 'neutral' } as const
const STEP_TONE = { linked: 'success', none: 'warning', unlinked: 'warning' } as const

export function UserStatusChip({ user }: { user: User }) {
  const t = useTranslations('users.status')
  const status = hasExpired(user) ? 'expired' : user.status
  return <StatusChip tone={STATUS_TONE[status]} label={t(status)} />
}

/** The state of the second step. A program has none; that of an inactive user is no cause for worry. */
export function SecondStepChip({ user: { kind, status, secondStep } }: { user: User }) {
  const t = useTranslations('users.secondStep')
  if (kind === 'api') return t('notNeeded')
  return <StatusChip tone={status === 'active' ? STEP_TONE[secondStep] : 'neutral'} label={t(secondStep)} />
}

export function hasExpired({ status, invitationExpiresAt }: User): boolean {
  return status === 'invited' && (invitationExpiresAt === null || new Date(invitationExpiresAt) <= new Date())
}
