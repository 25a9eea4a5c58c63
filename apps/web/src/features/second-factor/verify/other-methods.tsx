import type { AuthMethod } from '@keyholder/domain'
import { Link, useLocation } from 'react-router'
import { useTranslations } from 'use-intl'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { withMethod } from './method-url.ts'
import classes from './other-methods.module.css'

type OtherMethodsProps = {
  methods: readonly { method: AuthMethod; sentTo: string | null }[]
  /** The method one is at does not work now. */
  opened: boolean
}

/** What else is set up. Choosing one sends nothing yet: opening or reloading a page costs no message. */
export function OtherMethods({ methods, opened }: OtherMethodsProps) {
  const t = useTranslations('secondStep')
  const { search } = useLocation()
  if (methods.length === 0) return null
  return (
    <Disclosure summary={t('otherWay')} opened={opened}>
      <ul className={classes.methods}>
        {methods.map(({ method, sentTo }) => (
          <li key={method}>
            <Link className={classes.method} to={{ search: withMethod(search, method) }}>
              {t(`way.${method}`, { to: sentTo ?? '' })}
            </Link>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
