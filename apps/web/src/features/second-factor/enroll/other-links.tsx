import type { LinkedKind } from '@keyholder/domain'
import { Link, useLocation } from 'react-router'
import { useTranslations } from 'use-intl'
import { Disclosure } from '../../../ui/disclosure.tsx'
import classes from '../verify/other-ways.module.css'
import { withWay } from '../verify/way-address.ts'

/** What else the organisation lets one link. */
export function OtherLinks({ kinds }: { kinds: readonly LinkedKind[] }) {
  const t = useTranslations('signInSteps.otherLink')
  const { search } = useLocation()
  if (kinds.length === 0) return null
  return (
    <Disclosure summary={t('summary')}>
      <ul className={classes.ways}>
        {kinds.map((kind) => (
          <li key={kind}>
            <Link className={classes.way} to={{ search: withWay(search, kind) }}>
              {t(kind)}
            </Link>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
