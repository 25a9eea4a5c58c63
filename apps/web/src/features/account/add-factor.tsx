import type { EnrollableFactor } from '@keyholder/domain'
import { AUTHENTICATORS_PER_ACCOUNT, PASSKEYS_PER_ACCOUNT } from '@keyholder/domain'
import { IconPlus } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import classes from './account.module.css'
import { type Link, writePlace } from './account-part.ts'
import type { SecondSteps } from './account-queries.ts'
import { addable, fullOf } from './factor-room.ts'

const LINK_OF = { authenticator: 'app', passkey: 'passkey', sms: 'nummer' } as const satisfies Record<
  EnrollableFactor,
  Link
>

/** What can be linked beside what is there, in as far as the organisation allows it and there is room. */
export function AddFactor({ steps }: { steps: SecondSteps }) {
  const t = useTranslations('account')
  return (
    <>
      <div className={classes.actions}>
        {addable(steps).map((kind, index) => (
          <ButtonLink
            key={kind}
            to={writePlace({ part: 'tweede-stap', link: LINK_OF[kind] })}
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
