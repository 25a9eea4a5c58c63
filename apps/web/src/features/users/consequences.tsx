import { useTranslations } from 'use-intl'
import type { users as texts } from '../../messages/nl/users.ts'
import classes from './consequences.module.css'
import type { User } from './user-queries.ts'

/** What will happen, point by point, before it is confirmed. */
export function Consequences({ of, user }: { of: keyof typeof texts.what; user: User }) {
  const t = useTranslations('users')
  return (
    <div>
      <p>{t('happens')}</p>
      <ul className={classes.list}>
        {t.rich(`what.${of}`, { name: user.name, email: user.email, li: (point) => <li>{point}</li> })}
      </ul>
    </div>
  )
}
