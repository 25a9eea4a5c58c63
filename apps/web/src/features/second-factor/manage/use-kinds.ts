import type { FactorKind } from '@keyholder/domain'
import { useFormatter, useTranslations } from 'use-intl'

/** Several methods in words: "sms en e-mail". */
export function useKinds(): (kinds: readonly FactorKind[]) => string {
  const t = useTranslations('account.steps.kind')
  const formatter = useFormatter()
  return (kinds) => formatter.list(kinds.map((kind) => t(kind)))
}
