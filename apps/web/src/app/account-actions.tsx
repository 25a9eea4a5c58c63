import { IconLogout, IconUser } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import type { MenuAction } from '../ui/action-menu.tsx'

/** What the menu under one's own name holds. */
export function useAccountActions(onSignOut: () => void): MenuAction[] {
  const t = useTranslations('session.navigation')
  return [
    { label: t('account'), icon: <IconUser size="1.25em" aria-hidden="true" />, to: '/account' },
    { label: t('signOut'), icon: <IconLogout size="1.25em" aria-hidden="true" />, onSelect: onSignOut },
  ]
}
