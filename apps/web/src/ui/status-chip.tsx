import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconExclamationCircle,
  IconInfoCircle,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import classes from './status-chip.module.css'

const ICON = {
  success: IconCircleCheck,
  warning: IconAlertTriangle,
  error: IconExclamationCircle,
  info: IconInfoCircle,
  neutral: IconCircleDashed,
} as const

type StatusChipProps = {
  tone: keyof typeof ICON
  label: string
  /** Instead of the tone's own sign. */
  icon?: ComponentType<{ className?: string; 'aria-hidden'?: 'true' }>
}

/** A state in words, with a sign; colour comes third. */
export function StatusChip({ tone, label, icon }: StatusChipProps) {
  const Icon = icon ?? ICON[tone]
  return (
    <span className={classes.chip} data-tone={tone}>
      <Icon className={classes.icon ?? ''} aria-hidden="true" />
      {label}
    </span>
  )
}
