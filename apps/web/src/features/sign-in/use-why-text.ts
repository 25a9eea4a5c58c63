import type { signIn as contract, Received } from '@keyholder/contracts'
import { useTranslations } from 'use-intl'

type Why = Received<typeof contract.why>
type Text = { reason: string; next: string }

const MINUTE_SECONDS = 60

/** Why the user cannot sign in, in words, and what to do next. */
export function useWhyText(): (why: Why) => Text {
  const t = useTranslations('signInSteps.why')
  return ({ reason, at: instant, by, offSeconds }) => {
    const at = instant === null ? null : new Date(instant)
    const minutes = Math.max(1, Math.round(Math.abs(offSeconds ?? 0) / MINUTE_SECONDS))
    switch (reason) {
      case 'none':
        return { reason: t('none'), next: t('noneNext') }
      case 'deactivated':
        return { reason: at && by ? t('deactivatedBy', { at, by }) : t('deactivated'), next: t('askHolder') }
      case 'package-ended':
        return { reason: at ? t('packageEndedAt', { at }) : t('packageEnded'), next: t('packageEndedNext') }
      case 'password-void':
        return { reason: t('passwordVoid'), next: t('passwordVoidNext') }
      case 'unlinked':
        return { reason: at && by ? t('unlinkedBy', { at, by }) : t('unlinked'), next: t('unlinkedNext') }
      case 'switched-off':
        return { reason: at ? t('switchedOffAt', { at }) : t('switchedOff'), next: t('switchedOffNext') }
      case 'too-many-tries':
        return { reason: t('tooManyTries'), next: at ? t('tooManyTriesUntil', { at }) : t('tooManyTriesNext') }
      case 'clock':
        return { reason: t((offSeconds ?? 0) < 0 ? 'clockBehind' : 'clockAhead', { minutes }), next: t('clockNext') }
      case 'wrong-codes':
        return { reason: t('wrongCodes'), next: t('wrongCodesNext') }
      case 'code-not-delivered':
        return { reason: t('notDelivered'), next: t('notDeliveredNext') }
    }
  }
}
