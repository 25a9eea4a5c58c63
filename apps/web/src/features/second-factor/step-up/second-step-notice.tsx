import { useState } from 'react'
import { useLocation } from 'react-router'
import { useTranslations } from 'use-intl'
import { useStepUp } from '../../../client/step-up.ts'
import { useSession } from '../../../client/use-session.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { factorAddress } from '../factor-address.ts'
import classes from './second-step-notice.module.css'

const LINK_APP = factorAddress('authenticator')

/** What the second step of this session asks for: a stronger one after the weak one, a new one after the recovery code. */
export function SecondStepNotice() {
  const { secondStep } = useSession()
  const { pathname } = useLocation()
  if (!secondStep.strong) return <Weak />
  // There it is being done.
  return secondStep.method === 'recovery-code' && pathname !== LINK_APP.pathname ? <AfterRecovery /> : null
}

function Weak() {
  const t = useTranslations('session.weak')
  const stepUp = useStepUp()
  return (
    <div className={classes.notice}>
      <Notice
        tone="warning"
        title={t('title')}
        action={
          <Button look="secondary" onClick={() => void stepUp().catch(() => null)}>
            {t('show')}
          </Button>
        }
      >
        <p>{t('text')}</p>
      </Notice>
    </div>
  )
}

function AfterRecovery() {
  const t = useTranslations('session.afterRecovery')
  const [isLater, setLater] = useState(false)
  if (isLater) return null
  return (
    <div className={classes.notice}>
      <Notice
        tone="warning"
        title={t('title')}
        action={
          <div className={classes.actions}>
            <ButtonLink to={LINK_APP} look="secondary">
              {t('link')}
            </ButtonLink>
            <Button look="quiet" onClick={() => setLater(true)}>
              {t('later')}
            </Button>
          </div>
        }
      >
        <p>{t('text')}</p>
      </Notice>
    </div>
  )
}
