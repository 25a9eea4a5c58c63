import type { UnlinkReason } from '@keyholder/domain'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SecretBlock } from '../../ui/secret-block.tsx'
import { spellOut } from './spell-out.ts'

type RelinkCodeDialogProps = {
  relinkCode: string
  expiresAt: string
  name: string
  reason: UnlinkReason
  onEnd: () => void
}

/** The code, this once. Escape does not close it: what is gone cannot be read out any more. */
export function RelinkCodeDialog({ relinkCode, expiresAt, name, reason, onEnd }: RelinkCodeDialogProps) {
  const t = useTranslations('users.relink')
  const start = useRef<HTMLDivElement>(null)
  useEffect(() => start.current?.focus(), [])
  return (
    <Dialog opened title={t('title', { name })} withoutClose onClose={() => {}}>
      <div ref={start} tabIndex={-1}>
        <SecretBlock label={t('code')} secret={relinkCode} grouped large />
      </div>
      <p>{t('spelled', { words: spellOut(relinkCode, t('alphabet')) })}</p>
      <Notice tone="warning" title={t('pass')}>
        <p>{t('once')}</p>
      </Notice>
      <p>
        {t('how', { name })} {t('until', { at: new Date(expiresAt) })}
      </p>
      {reason === 'leaver' && <p>{t('leaver', { name })}</p>}
      <Button wide onClick={onEnd}>
        {t(reason === 'leaver' ? 'doneLeaver' : 'done')}
      </Button>
    </Dialog>
  )
}
