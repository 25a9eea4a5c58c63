import type { EnrollableFactor } from '@keyholder/domain'
import { Link, useLocation } from 'react-router'
import { useTranslations } from 'use-intl'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { withMethod } from '../verify/method-url.ts'
import classes from '../verify/other-methods.module.css'

/** What else the organisation lets one link. */
export function OtherLinks({ kinds }: { kinds: readonly EnrollableFactor[] }) {
  const t = useTranslations('signInSteps.otherLink')
  const { search } = useLocation()
  if (kinds.length === 0) return null
  return (
    <Disclosure summary={t('summary')}>
      <ul className={classes.methods}>
        {kinds.map((kind) => (
          <li key={kind}>
            <Link className={classes.method} to={{ search: withMethod(search, kind) }}>
              {t(kind)}
            </Link>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
