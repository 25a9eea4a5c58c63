import { useTranslations } from 'use-intl'
import { Button } from '../../../ui/button.tsx'
import { useSecondsLeft } from '../../../ui/use-seconds-left.ts'

type ResendButtonProps = {
  /** From when on another code may be asked for: milliseconds on this device's clock. */
  at: number
  busy: boolean
  onResend: () => void
}

/** Asks for another code, with the seconds in sight until that may be done. It keeps its place and the focus meanwhile. */
export function ResendButton({ at, busy, onResend }: ResendButtonProps) {
  const t = useTranslations('secondStep.sent')
  const seconds = useSecondsLeft(at)
  const waits = seconds > 0
  return (
    <Button look="secondary" busy={busy} aria-disabled={waits} onClick={onResend}>
      {waits ? t('againIn', { seconds }) : t('again')}
    </Button>
  )
}
