import { useTranslations } from 'use-intl'
import { Button, ButtonLink } from '../../ui/button.tsx'
import classes from './invited.module.css'
import type { User } from './user-queries.ts'

/** The mail is on its way: what happens now, and what to do next. */
export function Invited({ user: { id, name, email }, onAgain }: { user: User; onAgain: () => void }) {
  const t = useTranslations('users.inviting')
  return (
    <div className={classes.invited}>
      <p>{t('sentText', { name, email })}</p>
      <p>{t('sentHint', { name })}</p>
      <div className={classes.next}>
        <Button onClick={onAgain}>{t('again')}</Button>
        <ButtonLink to={`/users/${id}`} look="secondary">
          {t('toUser', { name })}
        </ButtonLink>
        <ButtonLink to="/users" look="secondary">
          {t('toList')}
        </ButtonLink>
      </div>
    </div>
  )
}
