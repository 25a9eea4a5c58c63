import { Link } from 'react-router'
import { useTranslations } from 'use-intl'
import { Disclosure } from '../../ui/disclosure.tsx'
import classes from './sign-in-help.module.css'

/** Who cannot get in, and what to do about it: at the same place on every page before the sign-in. */
export function SignInHelp() {
  const t = useTranslations('signIn.help')
  return (
    <div className={classes.help}>
      <Disclosure summary={t('summary')}>
        <h2 className={classes.question}>{t('passwordQuestion')}</h2>
        <p>
          <Link to="/forgot-password">{t('passwordAction')}</Link> {t('passwordAnswer')}
        </p>
        <h2 className={classes.question}>{t('phoneQuestion')}</h2>
        <p>{t('phoneAnswer')}</p>
        <h2 className={classes.question}>{t('accountQuestion')}</h2>
        <p>{t('accountAnswer')}</p>
      </Disclosure>
    </div>
  )
}
