import type { Permission } from '@keyholder/domain'
import {
  IconBuilding,
  IconHistory,
  IconKey,
  IconLifebuoy,
  IconPlugConnected,
  IconShieldLock,
  IconUserCircle,
  IconUserPlus,
  IconUsers,
} from '@tabler/icons-react'
import { Link } from 'react-router'
import { useTranslations } from 'use-intl'
import { useMay } from '../../client/use-session.ts'
import { Section } from '../../ui/section.tsx'
import classes from './overview.module.css'

type Step = { text: StepText; to: string; Icon: typeof IconKey; needs: Permission | null; addsUsers?: true }
type StepText = 'invite' | 'users' | 'support' | 'apiUser' | 'roles' | 'policy' | 'audit' | 'account' | 'organisations'

const STEPS: readonly Step[] = [
  { text: 'organisations', to: '/platform', Icon: IconBuilding, needs: 'platform:read' },
  { text: 'invite', to: '/users/invite', Icon: IconUserPlus, needs: 'users:invite', addsUsers: true },
  { text: 'users', to: '/users', Icon: IconUsers, needs: 'users:read' },
  { text: 'support', to: '/users/support-code', Icon: IconLifebuoy, needs: 'users:read' },
  { text: 'apiUser', to: '/users/new-api-user', Icon: IconPlugConnected, needs: 'api-users:manage', addsUsers: true },
  { text: 'roles', to: '/roles', Icon: IconKey, needs: 'roles:read' },
  { text: 'policy', to: '/policy', Icon: IconShieldLock, needs: 'policy:read' },
  { text: 'audit', to: '/audit', Icon: IconHistory, needs: 'audit:read' },
  { text: 'account', to: '/account', Icon: IconUserCircle, needs: null },
]

/** What this person can do from here. */
export function NextSteps({ mayAddUsers }: { mayAddUsers: boolean }) {
  const t = useTranslations('overview')
  const may = useMay()
  const steps = STEPS.filter(({ needs, addsUsers }) => (needs === null || may(needs)) && (mayAddUsers || !addsUsers))
  return (
    <Section title={t('todo')}>
      <ul className={classes.steps}>
        {steps.map(({ text, to, Icon }) => (
          <li key={text} className={classes.step}>
            <Icon className={classes.icon} aria-hidden="true" />
            <div>
              <Link className={classes.link} to={to}>
                {t(`do.${text}`)}
              </Link>
              <p>{t(`do.${text}Text`)}</p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
