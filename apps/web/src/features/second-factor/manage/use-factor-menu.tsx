import { IconEdit, IconRefresh, IconStar, IconTrash } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import type { MenuAction } from '../../../ui/action-menu.tsx'
import { factorAddress } from '../factor-address.ts'
import type { Factor, SecondSteps } from '../factor-queries.ts'
import { isPreferable, isRemovable } from './factor-room.ts'

export type FactorActs = Record<'onPrefer' | 'onRename' | 'onRemove', (factor: Factor) => void>

/** What can be done with one of these: a number has no name of its own, a passkey is not replaced but added and removed. */
export function useFactorMenu(steps: SecondSteps, acts: FactorActs): (factor: Factor) => MenuAction[] {
  const t = useTranslations('account.steps')
  const { factors, enrollable } = steps
  return (factor) => {
    const { id, kind } = factor
    const prefer = { label: t('prefer'), icon: <IconStar aria-hidden="true" />, onSelect: () => acts.onPrefer(factor) }
    const rename = { label: t('rename'), icon: <IconEdit aria-hidden="true" />, onSelect: () => acts.onRename(factor) }
    const link = kind === 'sms' ? ('sms' as const) : { replaces: id }
    const replace = {
      label: t('replace'),
      icon: <IconRefresh aria-hidden="true" />,
      to: factorAddress(link),
    }
    const remove = {
      label: t('remove'),
      icon: <IconTrash aria-hidden="true" />,
      danger: true,
      onSelect: () => acts.onRemove(factor),
    }
    return [
      ...(isPreferable(factor, steps) ? [prefer] : []),
      ...(kind === 'sms' ? [] : [rename]),
      ...(kind !== 'passkey' && enrollable.includes(kind) ? [replace] : []),
      ...(isRemovable(factor, factors) ? [remove] : []),
    ]
  }
}
