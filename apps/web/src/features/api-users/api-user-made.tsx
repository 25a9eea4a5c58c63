import { useTranslations } from 'use-intl'
import { Button, ButtonLink } from '../../ui/button.tsx'
import type { NewApiUser } from './api-user-query.ts'
import classes from './api-users.module.css'

/** The link is on its way to the developer: what happens now, and what to do next. */
export function ApiUserMade({ made: { id, name, email }, onAgain }: { made: NewApiUser; onAgain: () => void }) {
  const t = useTranslations('apiUsers')
  return (
    <div className={classes.made}>
      <p>{t('madeText', { email })}</p>
      <p>{t('madeHint')}</p>
      <div className={classes.next}>
        <ButtonLink to={`/users/${id}`}>{t('toUser', { name })}</ButtonLink>
        <Button look="secondary" onClick={onAgain}>
          {t('again')}
        </Button>
        <ButtonLink to="/users" look="secondary">
          {t('toList')}
        </ButtonLink>
      </div>
    </div>
  )
}
