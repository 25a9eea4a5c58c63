import { useTranslations } from 'use-intl'
import { Notice } from '../../ui/notice.tsx'
import classes from './seats.module.css'

/** How much room there is, before a form is filled in for nothing. */
export function Seats({ seats, seatsUsed }: { seats: number; seatsUsed: number }) {
  const t = useTranslations('tenantPackage')
  const left = Math.max(0, seats - seatsUsed)
  if (left > 0) return <p className={classes.seats}>{t('seatsLeft', { left })}</p>
  return (
    <div className={classes.seats}>
      <Notice tone="warning">
        <p>{t('seatsFull', { seats })}</p>
      </Notice>
    </div>
  )
}
