import type { Permission } from '@keyholder/domain'
import { IconBuilding, IconHistory, IconHome, IconKey, IconShieldLock, IconUsers } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { useMay } from '../client/use-session.ts'
import type { NavigationItem } from '../ui/app-shell.tsx'

const ITEMS = [
  { to: '/', text: 'overview', Icon: IconHome, needs: null },
  { to: '/users', text: 'users', Icon: IconUsers, needs: 'users:read' },
  { to: '/roles', text: 'roles', Icon: IconKey, needs: 'roles:read' },
  { to: '/policy', text: 'policy', Icon: IconShieldLock, needs: 'policy:read' },
  { to: '/audit', text: 'audit', Icon: IconHistory, needs: 'audit:read' },
  { to: '/platform', text: 'platform', Icon: IconBuilding, needs: 'platform:read' },
] as const satisfies readonly { to: string; text: string; Icon: unknown; needs: Permission | null }[]

/** The pages that this person may open. */
export function useNavigationItems(): NavigationItem[] {
  const t = useTranslations('session.navigation')
  const may = useMay()
  return ITEMS.filter(({ needs }) => needs === null || may(needs)).map(({ to, text, Icon }) => ({
    to,
    label: t(text),
    icon: <Icon aria-hidden="true" />,
    end: to === '/',
  }))
}
