import type { FactorKind } from '@keyholder/domain'
import { useFormatter, useTranslations } from 'use-intl'

/** Several methods in words, as they stand in the middle of a sentence. */
export function useKinds(): (kinds: readonly FactorKind[]) => string {
  const t = useTranslations('policy.only')
  const formatter = useFormatter()
  return (kinds) => formatter.list(kinds.map((kind) => t(kind)))
}
