import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '../../client/use-session.ts'
import { Details } from '../../ui/details.tsx'
import { Section } from '../../ui/section.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import { NoUsersInPackage } from './no-users-in-package.tsx'
import classes from './package-card.module.css'
import type { Package } from './package-query.ts'

const TONE = { active: 'success', suspended: 'warning', ended: 'error' } as const

/** What the organisation holds and how full it is. */
export function PackageCard({ held }: { held: Package }) {
  const t = useTranslations('tenantPackage')
  const { user } = useSession()
  const { tenant, status, holderName, seats, seatsUsed, mayAddUsers } = held
  // Seeing the users counted, one may know how full it is; a reader need not.
  const mayKnow = held.openInvitations !== null
  return (
    <Section title={t('title')}>
      <Details
        items={[
          { term: t('kindTerm'), value: t(`kind.${tenant.package}`) },
          ...(status === 'active'
            ? []
            : [{ term: t('status'), value: <StatusChip tone={TONE[status]} label={t(`statuses.${status}`)} /> }]),
          { term: t('holder'), value: holderName === user.name ? t('holderYou', { name: holderName }) : holderName },
          ...(mayAddUsers && mayKnow
            ? [{ term: t('seatsTerm'), value: <SeatsUsed seats={seats} used={seatsUsed} /> }]
            : []),
        ]}
      />
      {mayKnow && !mayAddUsers && (
        <div className={classes.below}>
          <NoUsersInPackage kind={tenant.package} />
        </div>
      )}
    </Section>
  )
}

function SeatsUsed({ seats, used }: { seats: number; used: number }) {
  const t = useTranslations('tenantPackage')
  const id = useId()
  return (
    <>
      <span id={id}>{t('seats', { used, seats })}</span>
      <progress className={classes.bar} aria-labelledby={id} value={used} max={seats} data-full={used >= seats} />
      {used >= seats && <p>{t('seatsFull', { seats })}</p>}
    </>
  )
}
