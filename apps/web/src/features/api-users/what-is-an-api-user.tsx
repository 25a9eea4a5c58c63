import { useTranslations } from 'use-intl'
import { Disclosure } from '../../ui/disclosure.tsx'
import classes from './api-users.module.css'

/** For users who have never heard of an API. */
export function WhatIsAnApiUser() {
  const t = useTranslations('apiUsers')
  return (
    <div className={classes.above}>
      <Disclosure summary={t('explain')}>
        <div className={classes.explanation}>{t.rich('explainText', { p: (text) => <p>{text}</p> })}</div>
      </Disclosure>
    </div>
  )
}
