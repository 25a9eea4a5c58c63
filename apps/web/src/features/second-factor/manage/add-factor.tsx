import { AUTHENTICATORS_PER_ACCOUNT, PASSKEYS_PER_ACCOUNT } from '@keyholder/domain'
import { IconPlus } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import classes from '../../../ui/arrangement.module.css'
import { ButtonLink } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { factorAddress } from '../factor-address.ts'
import type { SecondSteps } from '../factor-queries.ts'
import { addable, fullOf } from './factor-room.ts'

/** What can be linked beside what is there, in as far as the organisation allows it and there is room. */
export function AddFactor({ steps }: { steps: SecondSteps }) {
  const t = useTranslations('account')
  return (
    <>
      <div className={classes.actions}>
        {addable(steps).map((kind, index) => (
          <ButtonLink
            key={kind}
            to={factorAddress(kind)}
            look={index === 0 ? 'primary' : 'secondary'}
            icon={<IconPlus aria-hidden="true" />}
          >
            {t(`steps.add.${kind}`)}
          </ButtonLink>
        ))}
      </div>
      {fullOf(steps).map((kind) => (
        <Notice key={kind} tone="info">
          <p>
            {kind === 'passkey'
              ? t('problem.passkeyLimit', { count: String(PASSKEYS_PER_ACCOUNT) })
              : t('problem.authenticatorLimit', { count: String(AUTHENTICATORS_PER_ACCOUNT) })}
          </p>
        </Notice>
      ))}
    </>
  )
}
