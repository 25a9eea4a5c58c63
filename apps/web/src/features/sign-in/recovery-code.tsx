import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { Arrival } from '../../ui/arrival.tsx'
import { Button } from '../../ui/button.tsx'
import { DownloadButton } from '../../ui/download-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SecretBlock } from '../../ui/secret-block.tsx'
import { RecoveryCard } from './recovery-card.tsx'
import type { ShownCode } from './recovery-code-query.ts'

/** The code, with the ways to keep it. */
export function RecoveryCode({ code, isRenewed, email }: ShownCode & { email: string }) {
  const t = useTranslations('signInSteps.recoveryCode')
  const lines = useCardLines(email)
  const { title, account, made, use } = lines
  const block = (
    <>
      <SecretBlock
        label={t('label')}
        secret={code}
        actions={
          <>
            <DownloadButton
              fileName={t('fileName')}
              text={[title, account, made, '', code, '', use, ''].join('\r\n')}
              label={t('download')}
            />
            <Button look="secondary" icon={<IconPrinter aria-hidden="true" />} onClick={() => window.print()}>
              {t('print')}
            </Button>
          </>
        }
      />
      <p>{t('tip')}</p>
      <RecoveryCard {...lines} code={code} />
    </>
  )
  if (!isRenewed) return block
  return (
    <Arrival>
      <Notice tone="warning">{t('renewed')}</Notice>
      {block}
    </Arrival>
  )
}

/** What stands with the code on paper and in the file: whose it is, and what it is for. */
function useCardLines(email: string) {
  const t = useTranslations('signInSteps.recoveryCode')
  const app = useTranslations('app')
  const formatter = useFormatter()
  const [now] = useState(() => new Date())
  return {
    title: t('cardTitle', { service: app('name') }),
    account: t('cardAccount', { email }),
    made: t('cardMade', { at: formatter.dateTime(now, 'date') }),
    use: t('cardUse'),
  }
}
