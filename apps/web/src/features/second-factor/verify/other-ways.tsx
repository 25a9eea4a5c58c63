import type { SecondStepWay } from '@keyholder/domain'
import { Link, useLocation } from 'react-router'
import { useTranslations } from 'use-intl'
import { Disclosure } from '../../../ui/disclosure.tsx'
import classes from './other-ways.module.css'
import { withWay } from './way-address.ts'

type OtherWaysProps = {
  ways: readonly { way: SecondStepWay; sentTo: string | null }[]
  /** The way one is at does not work now. */
  opened: boolean
}

/** What else is set up. Choosing one sends nothing yet: opening or reloading a page costs no message. */
export function OtherWays({ ways, opened }: OtherWaysProps) {
  const t = useTranslations('secondStep')
  const { search } = useLocation()
  if (ways.length === 0) return null
  return (
    <Disclosure summary={t('otherWay')} opened={opened}>
      <ul className={classes.ways}>
        {ways.map(({ way, sentTo }) => (
          <li key={way}>
            <Link className={classes.way} to={{ search: withWay(search, way) }}>
              {t(`way.${way}`, { to: sentTo ?? '' })}
            </Link>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
