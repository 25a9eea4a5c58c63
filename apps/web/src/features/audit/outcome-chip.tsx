import type { AuditOutcome } from '@keyholder/domain'
import { IconLock } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { StatusChip } from '../../ui/status-chip.tsx'

const TONE = { success: 'success', failure: 'warning', denied: 'error' } as const satisfies Record<AuditOutcome, string>

export function OutcomeChip({ outcome }: { outcome: AuditOutcome }) {
  const t = useTranslations('audit.outcomes')
  return <StatusChip tone={TONE[outcome]} label={t(outcome)} {...(outcome === 'denied' && { icon: IconLock })} />
}
