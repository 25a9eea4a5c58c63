import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link, type To } from 'react-router'
import { useTranslations } from 'use-intl'
import classes from './keyset-pager.module.css'

type KeysetPagerProps = {
  /** Where the neighbouring pages are; without one there is none. */
  previous?: To | undefined
  next?: To | undefined
  /** Called before the page is turned, so that the focus can follow the keyboard user. */
  onTurn?: () => void
}

/** Back and forth through a list that is too long to be numbered. */
export function KeysetPager({ previous, next, onTurn }: KeysetPagerProps) {
  const t = useTranslations('list')
  if (!previous && !next) return null
  return (
    <nav className={classes.pager} aria-label={t('pages')}>
      <Step to={previous} onTurn={onTurn}>
        <IconArrowLeft size="1.125em" aria-hidden="true" />
        {t('previous')}
      </Step>
      <Step to={next} onTurn={onTurn}>
        {t('next')}
        <IconArrowRight size="1.125em" aria-hidden="true" />
      </Step>
    </nav>
  )
}

type StepProps = { to: To | undefined; onTurn: (() => void) | undefined; children: ReactNode }

function Step({ to, onTurn, children }: StepProps) {
  if (!to) return <span className={classes.none}>{children}</span>
  return (
    <Link className={classes.step} to={to} onClick={onTurn}>
      {children}
    </Link>
  )
}
