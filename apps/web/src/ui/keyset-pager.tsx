import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link, type To } from 'react-router'
import { useTranslations } from 'use-intl'
import classes from './keyset-pager.module.css'

type KeysetPagerProps = {
  /** Where the neighbouring pages are; without one there is none. */
  previous?: To | undefined
  next?: To | undefined
}

/** Back and forth through a list that is too long to be numbered. */
export function KeysetPager({ previous, next }: KeysetPagerProps) {
  const t = useTranslations('list')
  if (!previous && !next) return null
  return (
    <nav className={classes.pager} aria-label={t('pages')}>
      <Step to={previous}>
        <IconArrowLeft size="1.125em" aria-hidden="true" />
        {t('previous')}
      </Step>
      <Step to={next}>
        {t('next')}
        <IconArrowRight size="1.125em" aria-hidden="true" />
      </Step>
    </nav>
  )
}

function Step({ to, children }: { to: To | undefined; children: ReactNode }) {
  if (!to) return <span className={classes.none}>{children}</span>
  return (
    <Link className={classes.step} to={to}>
      {children}
    </Link>
  )
}
