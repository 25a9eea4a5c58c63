import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { announce } from './announcer.tsx'
import { Button } from './button.tsx'

type CopyButtonProps = { text: string; label?: string; look?: 'secondary' | 'quiet' }

/** Copies `text`, and says whether that worked on the button itself and aloud. */
export function CopyButton({ text, label, look = 'secondary' }: CopyButtonProps) {
  const t = useTranslations('copying')
  const [outcome, setOutcome] = useState<'copied' | 'failed'>()
  const copy = async () => {
    const now = await navigator.clipboard.writeText(text).then(
      () => 'copied' as const,
      () => 'failed' as const,
    )
    setOutcome(now)
    announce(t(now))
  }
  const copied = outcome === 'copied'
  return (
    <>
      <Button
        look={look}
        icon={copied ? <IconCheck aria-hidden="true" /> : <IconCopy aria-hidden="true" />}
        onClick={() => void copy()}
        onBlur={() => setOutcome(undefined)}
      >
        {copied ? t('copied') : (label ?? t('copy'))}
      </Button>
      {outcome === 'failed' && <span>{t('failed')}</span>}
    </>
  )
}
