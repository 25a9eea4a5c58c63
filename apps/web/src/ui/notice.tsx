import { IconAlertTriangle, IconCircleCheck, IconExclamationCircle, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import classes from './notice.module.css'
import hidden from './visually-hidden.module.css'

const ICON = {
  info: IconInfoCircle,
  success: IconCircleCheck,
  warning: IconAlertTriangle,
  error: IconExclamationCircle,
} as const

type NoticeProps = {
  tone: keyof typeof ICON
  title?: string
  children?: ReactNode
  action?: ReactNode
  /** For what appears while the page is open: it is read out. Leave it out for what was there from the start. */
  live?: boolean
}

/** A message in the page. The tone is also in words, for those who do not see the colour. */
export function Notice({ tone, title, children, action, live = false }: NoticeProps) {
  const t = useTranslations('ui.notice')
  const Icon = ICON[tone]
  return (
    <div className={classes.notice} data-tone={tone} role={live ? 'status' : undefined}>
      <Icon className={classes.icon} aria-hidden="true" />
      <div className={classes.body}>
        <span className={hidden.hidden}>{t(tone)}: </span>
        {title && <p className={classes.title}>{title}</p>}
        {children}
        {action && <div className={classes.action}>{action}</div>}
      </div>
    </div>
  )
}

/** What went wrong, in words that are read out; nothing while nothing did. */
export function ProblemNotice({ children }: { children: ReactNode }) {
  if (!children) return null
  return (
    <Notice tone="error" live>
      {children}
    </Notice>
  )
}
