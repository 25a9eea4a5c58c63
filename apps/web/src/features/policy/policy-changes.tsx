import { useTranslations } from 'use-intl'
import classes from './policy.module.css'
import type { Choice, Policy } from './policy-query.ts'
import { takenAway } from './policy-values.ts'
import { useKinds } from './use-kinds.ts'

type PolicyChangesProps = {
  choice: Choice
  policy: Policy
  /** Users who have to set up something else. */
  touched: number
}

/** What a choice changes, point by point. */
export function PolicyChanges(props: PolicyChangesProps) {
  const t = useTranslations('policy')
  const points = usePoints(props)
  return (
    <div>
      <p>{t('happens')}</p>
      <ul className={classes.points}>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </div>
  )
}

function usePoints(props: PolicyChangesProps): string[] {
  const t = useTranslations('policy.what')
  const { choice, policy } = props
  const { passkeyAlone, idleMinutes, absoluteHours, passwordMin } = choice
  const isIdleNew = idleMinutes !== policy.idleMinutes
  const isAbsoluteNew = absoluteHours !== policy.absoluteHours
  const isStricter = idleMinutes < policy.idleMinutes || absoluteHours < policy.absoluteHours
  return [
    ...useWayPoints(props),
    ...(passkeyAlone === policy.passkeyAlone ? [] : [t(passkeyAlone ? 'aloneOn' : 'aloneOff')]),
    ...(isIdleNew ? [t('idle', { minutes: idleMinutes })] : []),
    ...(isAbsoluteNew ? [t('absolute', { hours: String(absoluteHours) })] : []),
    ...(isStricter ? [t('stricter')] : []),
    ...(passwordMin === policy.passwordMin ? [] : [t('passwordMin', { count: String(passwordMin) })]),
  ]
}

function useWayPoints({ choice: { allowed, graceEndsAt }, policy, touched }: PolicyChangesProps): string[] {
  const t = useTranslations('policy.what')
  const kindsText = useKinds()
  const taken = takenAway(allowed, policy)
  const added = allowed.filter((kind) => !policy.allowed.includes(kind))
  const kinds = kindsText(taken)
  const isSaid = taken.length > 0
  return [
    ...(isSaid && graceEndsAt ? [t('removedAt', { at: new Date(graceEndsAt), kinds })] : []),
    ...(isSaid && !graceEndsAt ? [t('removed', { kinds })] : []),
    ...(isSaid && graceEndsAt && touched > 0 ? [t('mailed', { users: touched })] : []),
    ...(added.length > 0 ? [t('added', { kinds: kindsText(added) })] : []),
  ]
}
