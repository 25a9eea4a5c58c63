import { IconFingerprint } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import classes from './passkey-sign-in.module.css'
import { usePasskeyAlone } from './use-passkey-alone.ts'
import { useSignInProblem } from './use-sign-in-problem.ts'

/** A passkey as the whole sign-in: by this button, or by the autofill of the address. */
export function PasskeySignIn() {
  const t = useTranslations('signIn')
  const problemText = useSignInProblem()
  const { signIn, busy, error } = usePasskeyAlone()
  if (typeof PublicKeyCredential === 'undefined') return null
  return (
    <div className={classes.passkey}>
      <p className={classes.or}>{t('or')}</p>
      <ProblemNotice>{error && problemText(error)}</ProblemNotice>
      <Button look="secondary" wide busy={busy} icon={<IconFingerprint aria-hidden="true" />} onClick={signIn}>
        {t('passkey')}
      </Button>
    </div>
  )
}
