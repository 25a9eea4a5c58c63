import type { Permission } from '@keyholder/domain'
import { useTranslations } from 'use-intl'
import { useSession } from '../../client/use-session.ts'
import { Section } from '../../ui/section.tsx'
import classes from './overview.module.css'

/** For users who administer nothing: what they may do, and the person to turn to. */
export function WhoHelps({ holder, organisation }: { holder: string; organisation: string }) {
  const t = useTranslations('overview')
  const can = useTranslations('roles.can')
  const { permissions } = useSession()
  // Those of the platform are nobody's in an organisation.
  const own = permissions.filter(isOfOrganisation)
  return (
    <>
      <Section title={t('mine')} intro={<p>{t('mineText', { organisation })}</p>}>
        <ul className={classes.mine}>
          {own.map((permission) => (
            <li key={permission}>{can(permission)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t('help')}>
        <p>{t('helpText', { holder, organisation })}</p>
      </Section>
    </>
  )
}

type OfPlatform = Extract<Permission, `platform:${string}`>

function isOfOrganisation(permission: Permission): permission is Exclude<Permission, OfPlatform> {
  return !permission.startsWith('platform:')
}
