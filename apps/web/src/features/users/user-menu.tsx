import {
  IconDeviceMobileOff,
  IconId,
  IconLogout,
  IconMail,
  IconMailOff,
  IconUserCheck,
  IconUserOff,
  IconUserShield,
} from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { ActionMenu, type MenuAction } from '../../ui/action-menu.tsx'
import { useListState } from './list-state.ts'
import type { Action } from './offered-actions.ts'
import { useOwnHint } from './use-own-hint.ts'
import type { User } from './user-queries.ts'

const ICON = {
  'change-role': IconUserShield,
  'resend-invitation': IconMail,
  unlink: IconDeviceMobileOff,
  'end-sessions': IconLogout,
  reactivate: IconUserCheck,
  deactivate: IconUserOff,
  'withdraw-invitation': IconMailOff,
} as const

const DANGER: readonly Action[] = ['unlink', 'deactivate', 'withdraw-invitation']

type UserMenuProps = { user: User; actions: readonly Action[]; onAct: (action: Action) => void }

/** What can be done to one user, behind one button. */
export function UserMenu({ user, actions, onAct }: UserMenuProps) {
  const t = useTranslations('users')
  const word = (action: Action) => (action === 'unlink' && user.secondStep === 'unlinked' ? 'relink' : action)
  const items: MenuAction[] = actions.map((action) => {
    const Icon = ICON[action]
    return {
      label: t(`action.${word(action)}`),
      icon: <Icon size="1.25em" aria-hidden="true" />,
      danger: DANGER.includes(action),
      onSelect: () => onAct(action),
    }
  })
  const view = {
    label: t('action.view'),
    icon: <IconId size="1.25em" aria-hidden="true" />,
    to: `/users/${user.id}`,
    state: useListState(),
  }
  return (
    <ActionMenu label={t('actionsFor', { name: user.name })} heading={useOwnHint()(user)} actions={[view, ...items]} />
  )
}
